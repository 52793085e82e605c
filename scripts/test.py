"""All tests: the journeys on SQLite as `make run` starts it, then everything on PostgreSQL."""

import os
import subprocess
import sys

from services import started


def pytest(arguments: list[str], environment: dict[str, str]) -> int:
    """Run pytest with ``environment`` added; return its exit code."""
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


def main() -> int:
    """Return the exit code of the first run that failed, or 0."""
    arguments = sys.argv[1:]
    with started(patient=False) as services:
        if not arguments:
            embedded = {
                "DATABASE_URL": "sqlite:///:memory:",
                "REDIS_URL": "",
                "ELASTICSEARCH_URL": "",
            }
            print(
                "The journeys on the embedded default (SQLite, tasks in the process):", flush=True
            )
            if code := pytest(["-q", "tests/functional"], embedded):
                return code
            print("Chromium before the running shop:", flush=True)
            if code := pytest(["-q", "-s", "tests/browser"], {**services.environment, **embedded}):
                return code
            print("Everything else on PostgreSQL, Redis and Elasticsearch:", flush=True)
            arguments = ["--ignore=tests/browser"]
        services.settle()
        for reason in services.missing:
            print(f"NOT AVAILABLE, its tests are skipped: {reason}", flush=True)
        return pytest(["-q", "-n", "2", *arguments], services.environment)


if __name__ == "__main__":
    sys.exit(main())
