"""An Elasticsearch server of our own: the official server core from Maven Central, kept in a cache.

The core (``integ-test-zip``) is the server without its modules: what works on it works on every
Elasticsearch of the same or the next major version. Maven Central holds it up to 8.19.21; of the
9.x line nothing is published there (9.4.2 and 9.4.0 were asked for), so 8.19 it is, which wants
Java 17 or newer. ``ELASTICSEARCH_URL`` leads to any other server instead.
"""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

VERSION = "8.19.21"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
LOWEST_JAVA = 17
DOWNLOAD_SECONDS = 600
START_SECONDS = 180
#: For tests: a small heap, and no second compiler, which would cost more than it gains.
QUICK = "-Xms512m -Xmx512m -XX:TieredStopAtLevel=1"
SETTINGS = """\
discovery.type: single-node
xpack.security.enabled: false
network.host: 127.0.0.1
http.port: {http}
transport.port: {transport}
cluster.routing.allocation.disk.threshold_enabled: false
indices.breaker.total.use_real_memory: false
node.store.allow_mmap: false
action.auto_create_index: false
path.data: {folder}/data
path.logs: {folder}/logs
"""


class Unavailable(Exception):
    """There is no server to be had here; the text says why."""


def cache_folder() -> Path:
    """Return where the server is kept between runs; an unprivileged user must be able to read."""
    if os.geteuid() == 0:
        return Path("/var/cache/ocop-marketplace")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "ocop-marketplace"


def find_java() -> str:
    """Return the home of the oldest Java that the server takes. Raises `Unavailable`."""
    programs = [Path(home) / "bin" / "java" for home in (os.environ.get("ES_JAVA_HOME"),) if home]
    programs += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    if found := shutil.which("java"):
        programs.append(Path(found))
    homes = {}
    for program in programs:
        with contextlib.suppress(OSError):
            said = subprocess.run(
                [program, "-version"], capture_output=True, text=True, check=False
            )
            if version := re.search(r'version "(\d+)', said.stderr):
                homes.setdefault(int(version[1]), str(program.resolve().parents[1]))
    fitting = [version for version in homes if version >= LOWEST_JAVA]
    if not fitting:
        raise Unavailable(f"no Java of {LOWEST_JAVA} or newer on this machine")
    return homes[min(fitting)]


def fetch() -> Path:
    """Return the unpacked server, brought by Maven the first time. Raises `Unavailable`."""
    cache = cache_folder()
    home = cache / f"elasticsearch-{VERSION}"
    if (home / "bin" / "elasticsearch").exists():
        return home
    maven = shutil.which("mvn")
    if maven is None:
        raise Unavailable("no mvn on this machine to fetch the server with")
    print(f"Fetching Elasticsearch {VERSION} from Maven Central, once …", flush=True)
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        command = [maven, "-B", "-q", COPY, f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"]
        try:
            subprocess.run(
                command, check=True, timeout=DOWNLOAD_SECONDS, cwd=folder, capture_output=True
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise Unavailable(f"Maven could not fetch {ARTIFACT}") from error
        (packed,) = Path(folder).glob("*.zip")
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(folder)
        unpacked = Path(folder) / home.name
        for program in (unpacked / "bin").iterdir():
            program.chmod(0o755)
        Path(folder).chmod(0o755)
        with contextlib.suppress(OSError):  # another process was quicker
            unpacked.rename(home)
    cache.chmod(0o755)
    return home


def launch(
    folder: Path, *, ports: tuple[int, int], account: dict, java_options: str
) -> subprocess.Popen:
    """Start the server with its data in ``folder``; it answers some time later."""
    home, java = fetch(), find_java()
    config, temporary = folder / "config", folder / "tmp"
    shutil.copytree(home / "config", config)
    temporary.mkdir()
    http, transport = ports
    text = SETTINGS.format(http=http, transport=transport, folder=folder)
    (config / "elasticsearch.yml").write_text(text)
    if account:
        for path in (folder, temporary, config, *config.rglob("*")):
            os.chown(path, account["user"], account["group"])
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "ES_JAVA_HOME": java,
        "ES_JAVA_OPTS": java_options,
        "ES_PATH_CONF": str(config),
        "ES_TMPDIR": str(temporary),
    }
    with (folder / "start.log").open("wb") as log:
        return subprocess.Popen(
            [str(home / "bin" / "elasticsearch")],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **account,
        )


def wait_until_healthy(address: str, server: subprocess.Popen, log: Path) -> None:
    """Return when the server answers. Raises `Unavailable` with its last words if it does not."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        with (
            contextlib.suppress(OSError, ValueError),
            urllib.request.urlopen(f"{address}/_cluster/health", timeout=2) as answer,
        ):
            if json.load(answer)["status"] in {"green", "yellow"}:
                return
        time.sleep(0.3)
    raise Unavailable(f"the server did not start: {log.read_text(errors='replace')[-400:]}")


@contextlib.contextmanager
def elasticsearch(
    folder: Path, *, ports: tuple[int, int], account: dict, java_options: str = QUICK
) -> Iterator[Callable[[], str]]:
    """Run a server in ``folder``; give what waits for it and returns its address.

    Both raise `Unavailable`.
    """
    server = launch(folder, ports=ports, account=account, java_options=java_options)

    def wait() -> str:
        address = f"http://127.0.0.1:{ports[0]}"
        wait_until_healthy(address, server, folder / "start.log")
        return address

    try:
        yield wait
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
