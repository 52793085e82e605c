"""PostgreSQL, Redis and Elasticsearch of our own, each on a free port of the loopback, in a folder.

They are stopped at the end.

Used by the tests and, with `make services`, by developers. Where a server is missing it is
installed from Debian's packages if this process may; otherwise the caller is told what is missing.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import node
from elastic_server import Unavailable, elasticsearch

PACKAGES = {
    "postgres": "postgresql",
    "redis-server": "redis-server",
    "chromium": "chromium",
    "wrk": "wrk",
    "java": "openjdk-17-jre-headless",
    "mvn": "maven",
}


@dataclass
class Services:
    """What could be started, as the environment that leads to it."""

    environment: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    _starting: dict[str, Callable[[], str]] = field(default_factory=dict)

    def settle(self) -> None:
        """Wait for what is still starting; what does not come up is missing."""
        for variable, wait in self._starting.items():
            try:
                self.environment[variable] = wait()
            except Unavailable as reason:
                self.missing.append(f"elasticsearch: {reason}")
        self._starting.clear()


def find_program(name: str) -> str | None:
    """Return the path of ``name``; PostgreSQL's programs lie outside the path on Debian."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places = os.pathsep.join([os.environ.get("PATH", ""), *map(str, folders)])
    return shutil.which(name, path=places)


def install_missing(programs: list[str]) -> None:
    """Install Debian's packages of the programs that are missing, where this process may."""
    wanted = [PACKAGES[name] for name in programs if find_program(name) is None]
    if not wanted or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print(f"Installing {', '.join(wanted)} …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, **quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *wanted],
        check=False,
        env=environment,
        **quiet,
    )


def _made(command: list) -> bool:
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


def free_port() -> int:
    """Return a port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, *, seconds: float = 30) -> None:
    """Return when something listens on ``port``; raise `TimeoutError` when nothing does."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.5):
            return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens on port {port}")


def unprivileged() -> dict:
    """Return how to start a server that refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return {}


@contextlib.contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run a PostgreSQL server in ``folder``; give its database address."""
    account = unprivileged()
    if account:
        os.chown(folder, account["user"], account["group"])
    data, port = folder / "data", free_port()
    initdb = [find_program("initdb"), "-D", str(data), "-U", "shop", "-A", "trust", "-E", "UTF8"]
    subprocess.run(
        [*initdb, "--locale=C", "-N"], check=True, stdout=subprocess.DEVNULL, cwd=folder, **account
    )
    quick = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"]
    options = [part for option in quick for part in ("-c", option)]
    server = subprocess.Popen(
        [
            find_program("postgres"),
            "-D",
            str(data),
            "-p",
            str(port),
            "-k",
            str(folder),
            "-c",
            "listen_addresses=127.0.0.1",
            *options,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        **account,
    )
    try:
        wait_for_port(port)
        address = f"postgres://shop@127.0.0.1:{port}"
        createdb = [find_program("createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "shop"]
        for _ in range(50):
            if _made([*createdb, "shop"]):
                break
            time.sleep(0.2)
        yield f"{address}/shop"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


@contextlib.contextmanager
def redis(folder: Path) -> Iterator[str]:
    """Run a Redis server in ``folder``; give its address."""
    port = free_port()
    program = find_program("redis-server")
    server = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""],
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_port(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(30)


@contextlib.contextmanager
def started(*, with_browser: bool = True, patient: bool = True) -> Iterator[Services]:
    """Start what there is, each in a folder of its own; stop it at the end, and when ended.

    The search server takes half a minute; an impatient caller settles later.
    """
    # Ended from outside, the process would leave its servers behind without this.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    servers = ["postgres", "redis-server"]
    search = [] if os.environ.get("ELASTICSEARCH_URL") else ["java", "mvn"]
    install_missing([*servers, *search, *(["chromium"] if with_browser else [])])
    services = Services()
    with contextlib.ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="shop-")))
        root.chmod(0o755)
        if not os.environ.get("ELASTICSEARCH_URL"):
            _launch_elasticsearch(services, stack, root / "elasticsearch")
        for name, program, variable, start in (
            ("postgresql", "postgres", "DATABASE_URL", postgresql),
            ("redis", "redis-server", "REDIS_URL", redis),
        ):
            if os.environ.get(variable):
                continue
            if find_program(program) is None:
                services.missing.append(f"{name}: no {program} on this machine")
                continue
            folder = root / name
            folder.mkdir()
            services.environment[variable] = stack.enter_context(start(folder))
        browser = find_program("chromium") or find_program("google-chrome")
        if browser:
            services.environment["CHROMIUM"] = browser
        elif with_browser:
            services.missing.append("browser: no chromium on this machine")
        if browser and with_browser:
            try:
                services.environment["BROWSER_NODE_MODULES"] = str(node.bring("tests/browser"))
            except RuntimeError as reason:
                services.missing.append(f"axe and html-validate: {reason}")
        if patient:
            services.settle()
        yield services


def _launch_elasticsearch(services: Services, stack: contextlib.ExitStack, folder: Path) -> None:
    folder.mkdir()
    ports = (free_port(), free_port())
    server = elasticsearch(folder, ports=ports, account=unprivileged())
    try:
        services._starting["ELASTICSEARCH_URL"] = stack.enter_context(server)
    except Unavailable as reason:
        services.missing.append(f"elasticsearch: {reason}")


def main() -> None:
    """Start the services, print their addresses, and wait for Ctrl-C."""
    with started(with_browser=False) as services:
        for reason in services.missing:
            print(f"# {reason}")
        for name, value in services.environment.items():
            print(f"export {name}={value}")
        print("# Ctrl-C stops them.", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            signal.pause()
    sys.exit(0)


if __name__ == "__main__":
    main()
