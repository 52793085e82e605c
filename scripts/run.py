"""`make run`: from a fresh clone to the shop with its demonstration; quickly the second time."""

import argparse
import contextlib
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

from prepared import OURS, PACKED, ROOT, fingerprint_in, fingerprint_of_migrations, unpack
from services import started

VAR = Path(os.environ.get("VAR_FOLDER") or ROOT / "var")
DATABASE = VAR / "demonstration.sqlite3"
LOADED = VAR / "demonstration.loaded"
MANAGE = [sys.executable, "manage.py"]


def fingerprint() -> str:
    """Return a digest of what the demonstration is made from: migrations, data, search."""
    digest = hashlib.sha256(fingerprint_of_migrations().encode())
    for package in OURS:
        for path in sorted((ROOT / package).rglob("data/**/*")):
            if path.is_file():
                digest.update(path.read_bytes())
    # Another analysis is another index, which has to be filled.
    for path in sorted((ROOT / "search").glob("*.py")):
        digest.update(path.read_bytes())
    for path in sorted((ROOT / "locale").rglob("*.po")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def step(text: str) -> None:
    """Say what happens now."""
    print(f"▸ {text}", flush=True)


def manage(*arguments: str) -> None:
    """Run a management command; stop when it fails."""
    subprocess.run([*MANAGE, *arguments], check=True, cwd=ROOT)


def compile_texts() -> None:
    """Compile the translations; Babel comes with Oscar, so gettext need not be installed."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only when something changed
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for source in (ROOT / "locale").rglob("*.po"):
        with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, read_po(po))


def prepare() -> None:
    """Bring database, texts, demonstration and index to where the code is."""
    wanted = fingerprint()
    if LOADED.exists() and LOADED.read_text() == wanted:
        return
    began = time.monotonic()
    (VAR / "static").mkdir(parents=True, exist_ok=True)
    compile_texts()
    on_sqlite = "DATABASE_URL" not in os.environ
    if on_sqlite and not DATABASE.exists() and PACKED.exists():
        step("Cơ sở dữ liệu / database …")
        unpack(DATABASE)
    fits = on_sqlite and DATABASE.exists() and _prepared_for() == fingerprint_of_migrations()
    if not fits:
        step("Cập nhật bảng, khoảng một phút / migrations, about a minute …")
        manage("migrate")
    step("Dữ liệu trình diễn / demonstration data …")
    manage("load_demonstration")
    LOADED.write_text(wanted)
    step(f"Xong sau / done after {time.monotonic() - began:.0f} s")


def _prepared_for() -> str:
    with contextlib.suppress(Exception):
        return fingerprint_in(DATABASE)
    return ""


def serve(port: int) -> None:
    """Serve until Ctrl-C."""
    step(f"http://127.0.0.1:{port}  (Ctrl-C: dừng / stop)")
    subprocess.run(
        [
            sys.executable, "-m", "gunicorn", "marketplace.wsgi", "--bind", f"127.0.0.1:{port}",
            "--workers", "1", "--threads", "4", "--worker-class", "gthread",
            "--log-level", "warning", "--control-socket", str(VAR / "server.ctl"),
        ],
        check=False,
        cwd=ROOT,
    )  # fmt: skip


def main() -> None:
    """Prepare and serve, with PostgreSQL and Redis beside it when asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--services", action="store_true")
    arguments = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.dev")
    # Links in mail and on the thank-you page must lead to where this shop listens.
    os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{arguments.port}")
    with contextlib.ExitStack() as stack:
        if arguments.services:
            os.environ.update(stack.enter_context(started(with_browser=False)).environment)
            LOADED.unlink(missing_ok=True)
        prepare()
        with contextlib.suppress(KeyboardInterrupt):
            serve(arguments.port)


if __name__ == "__main__":
    main()
