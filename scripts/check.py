"""Everything that can be said of the code without running the shop; stops at nothing, sums up."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "marketplace.settings.production",
    "DATABASE_URL": "sqlite:///:memory:",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "CELERY_BROKER_URL": "redis://127.0.0.1:6379/1",
    "SECRET_KEY": "f9k2mQ7xv4Zt8Rb1Lw6Np3Ys5Hc0Jd-check-only-9aVeGuXi",
    "ALLOWED_HOSTS": "example.vn",
    "SITE_URL": "https://example.vn",
    "EMAIL_URL": "smtp://127.0.0.1:25",
}
MANAGE = [sys.executable, "manage.py"]
TOOLS = str(Path(sys.executable).parent)
CHECKS: list[tuple[str, list[str], dict[str, str]]] = [
    ("ruff", ["ruff", "check", "--quiet", "."], {}),
    ("format", ["ruff", "format", "--quiet", "--check", "."], {}),
    ("types", ["mypy"], {}),
    ("imports", ["lint-imports", "--no-cache"], {}),
    ("templates", ["djlint", "themes", "--lint", "--quiet"], {}),
    (
        "migrations",
        [*MANAGE, "makemigrations", "--check", "--dry-run", "-v0"],
        {"DATABASE_URL": "sqlite:///:memory:"},
    ),
    ("deploy", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
]


def main() -> int:
    """Run every check; print the output of those that fail; return 1 if any did."""
    failed = []
    for name, command, environment in CHECKS:
        began = time.monotonic()
        with tempfile.TemporaryFile() as output:
            code = subprocess.run(
                command,
                env={**os.environ, "PATH": f"{TOOLS}:{os.environ['PATH']}", **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
            print(
                f"{name:<12} {'ok' if code == 0 else 'FAILED':<8}{time.monotonic() - began:6.1f} s"
            )
            if code:
                failed.append(name)
                output.seek(0)
                print(output.read().decode(errors="replace"))
    if failed:
        print(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
