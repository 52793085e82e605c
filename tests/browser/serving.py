"""The demonstration on a port of its own, started as `make run` starts it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: What the other tests run on; the shop before a browser is the embedded one.
OF_THE_TESTS = {
    "DATABASE_URL",
    "REDIS_URL",
    "ELASTICSEARCH_URL",
    "DJANGO_SETTINGS_MODULE",
    "SITE_URL",
}


def shop_environment(folder, **more):
    """Return the environment of a shop that keeps all it has in ``folder``."""
    kept = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
    # No SITE_URL: links in mail and on the thank-you page must know the port by themselves.
    return kept | {"VAR_FOLDER": str(folder)} | more


@contextlib.contextmanager
def running_shop(folder, **more):
    """Run the demonstration in ``folder``, with ``more`` in its environment; give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = Path(folder) / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "scripts/run.py", "--port", str(port)],
            cwd=ROOT,
            env=shop_environment(folder, **more),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            wait_until_ready(f"{address}/readyz", server, log)
            yield address
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)


def wait_until_ready(address, server, log, seconds=240):
    """Return when ``address`` answers; raise with the end of the log when it does not."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(log.read_text()[-3000:])
