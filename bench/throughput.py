"""Requests per second of kept pages, beside an empty Django view and stock Oscar, in one run.

The three projects stand behind the same server with the same options, a gunicorn of one process,
and are asked in turn by `wrk` over the loopback, as a browser asks: keep-alive, gzip accepted, no
cookie yet. Each figure is the median of the rounds.
"""

import contextlib
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.pages import PAGES, addresses_of_ours, addresses_of_stock

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))
from services import find_program, free_port, install_missing, redis, wait_for_port  # noqa: E402

RESULTS = Path(__file__).parent / "results" / "throughput.json"
#: At least this share of the empty view, and this many times stock Oscar.
GOAL_EMPTY, GOAL_STOCK = 0.60, 20.0
ROUNDS, CONNECTIONS = 3, 4
#: Stock Oscar needs the longer time to answer often enough to be counted.
SECONDS, SECONDS_FOR_STOCK = 2, 6
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """One gunicorn with its one worker."""

    port: int
    worker: int

    def cpu_seconds(self) -> float:
        """Return what the worker has spent so far."""
        fields = Path(f"/proc/{self.worker}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK


@dataclass(frozen=True)
class Load:
    """What one round of asking one page gave."""

    per_second: float
    cpu_ms: float


@contextlib.contextmanager
def serving(settings: str, folder: Path, **environment: str) -> Iterator[Server]:
    """Run the project of ``settings`` as `make run` and production do."""
    port = free_port()
    command = [
        sys.executable, "-m", "gunicorn", "bench.wsgi", "--bind", f"127.0.0.1:{port}",
        "--workers", "1", "--threads", "4", "--worker-class", "gthread",
        "--log-level", "warning", "--control-socket", str(folder / f"{port}.ctl"),
    ]  # fmt: skip
    master = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "DJANGO_SETTINGS_MODULE": settings, **environment}
    )
    try:
        wait_for_port(port)
        # The port is open before the worker is; and the first page warms what is made once.
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=120) as answer:
            answer.read()
        children = Path(f"/proc/{master.pid}/task/{master.pid}/children")
        yield Server(port, int(children.read_text().split()[0]))
    finally:
        master.terminate()
        master.wait(30)


def ask(server: Server, address: str, seconds: int) -> Load:
    """Ask for one page as often as the server answers; raise when an answer is no page."""
    url = f"http://127.0.0.1:{server.port}{address}"
    options = ["-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--timeout", "30s"]
    before = server.cpu_seconds()
    told = subprocess.run(
        [find_program("wrk"), *options, "-H", "Accept-Encoding: gzip", url],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    spent = server.cpu_seconds() - before
    if "Non-2xx" in told or "Socket errors" in told:
        raise RuntimeError(f"{url}\n{told}")
    count = int(re.search(r"(\d+) requests in", told)[1])
    per_second = float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])
    return Load(per_second, spent / count * 1000)


def prepared(shop: str, settings: str, folder: Path, count: int) -> tuple[dict, dict[str, str]]:
    """Fill one shop; return an address of each page, and the environment that leads to it."""
    own = folder / shop
    own.mkdir()
    environment = {
        "BENCH_DATABASE": str(own / "bench.sqlite3"),
        "DATABASE_URL": "sqlite:///:memory:",
    }
    told = subprocess.run(
        [sys.executable, "-m", "bench.throughput", shop, str(count)],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": settings, **environment},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    return json.loads(told.splitlines()[-1]), environment


def throughput(count: int) -> int:
    """Print requests per second, ratios and CPU per page; return how many goals are missed."""
    install_missing(["wrk", "redis-server"])
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        ours, our_environment = prepared("ours", "bench.ours", folder, count)
        stock, stock_environment = prepared("stock", "bench.stock.settings", folder, count)
        # As the demonstration runs, pages in the memory of its process; and as production does.
        caches = {
            "kept": {"PAGE_CACHE_SECONDS": "60", "REDIS_URL": ""},
            "redis": {"PAGE_CACHE_SECONDS": "60", "REDIS_URL": stack.enter_context(redis(folder))},
            "made": {"PAGE_CACHE_SECONDS": "0", "REDIS_URL": ""},
        }
        servers = {
            "empty": serving("bench.empty", folder),
            "stock": serving("bench.stock.settings", folder, **stock_environment),
        } | {
            name: serving("bench.ours", folder, **our_environment, **cache)
            for name, cache in caches.items()
        }
        running = {each: stack.enter_context(server) for each, server in servers.items()}
        rounds: dict[str, list[dict[str, Load]]] = {page: [] for page in ("home", *PAGES)}
        for _ in range(ROUNDS):
            for page, loads in rounds.items():
                asked = {"empty": "/", **dict.fromkeys(caches, ours[page])}
                asked |= {"stock": stock[page]} if page in stock else {}
                loads.append(_ask_all(running, asked))
    rows = [_row(page, each) for page, each in rounds.items()]
    _print(rows)
    result = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "products": count}
    RESULTS.write_text(json.dumps(result | {"pages": rows}, indent=1) + "\n")
    return sum(
        (row["of_empty"] < GOAL_EMPTY) + (row.get("times_stock", GOAL_STOCK) < GOAL_STOCK)
        for row in rows
    )


def _ask_all(running: dict[str, Server], asked: dict[str, str]) -> dict[str, Load]:
    """Ask one server after the other, so that whatever else the machine does meets all of them."""
    return {
        name: ask(running[name], address, SECONDS_FOR_STOCK if name == "stock" else SECONDS)
        for name, address in asked.items()
    }


def _row(page: str, rounds: list[dict[str, Load]]) -> dict:
    """Return the medians of one page: of each server, and of the ratios within a round."""
    row: dict = {"page": page, "per_second": {}, "cpu_ms": {}}
    for name in rounds[0]:
        row["per_second"][name] = round(_median([each[name].per_second for each in rounds]), 1)
        row["cpu_ms"][name] = round(_median([each[name].cpu_ms for each in rounds]), 3)
    ratios = {"of_empty": ("kept", "empty"), "in_redis_of_empty": ("redis", "empty")}
    if "stock" in rounds[0]:
        ratios["times_stock"] = ("kept", "stock")
    for title, (ours, peer) in ratios.items():
        each = [one[ours].per_second / one[peer].per_second for one in rounds]
        row[title] = round(_median(each), 3)
    return row


def _print(rows: list[dict]) -> None:
    print("\nKept pages, requests per second beside an empty view and stock Oscar")
    print(
        f"{'page':<10}{'empty':>7}{'kept':>7}{'of empty':>10}{'× stock':>9}{'in Redis':>10}"
        f"{'of empty':>10}   CPU ms {'empty':>7}{'kept':>7}{'in Redis':>10}{'made':>8}{'stock':>8}"
    )
    for row in rows:
        per_second, cpu = row["per_second"], row["cpu_ms"]
        times = f"{row['times_stock']:.0f}" if "times_stock" in row else ""
        print(
            f"{row['page']:<10}{per_second['empty']:>7.0f}{per_second['kept']:>7.0f}"
            f"{row['of_empty']:>10.0%}{times:>9}{per_second['redis']:>10.0f}"
            f"{row['in_redis_of_empty']:>10.0%}          {cpu['empty']:>7.2f}{cpu['kept']:>7.2f}"
            f"{cpu['redis']:>10.2f}{cpu['made']:>8.2f}{cpu.get('stock', 0):>8.2f}"
        )
    print(f"goals: at least {GOAL_EMPTY:.0%} of empty, {GOAL_STOCK:.0f} × stock")


def _median(figures: list[float]) -> float:
    return statistics.median(figures)


def fill(shop: str, count: int) -> dict[str, str]:
    """Fill the shop of the settings; return one address of each page."""
    import django  # noqa: PLC0415 - only in the process that fills
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    addresses = addresses_of_stock(count) if shop == "stock" else addresses_of_ours(count)
    found = {page: each[0] for page, each in addresses.items()}
    return found if shop == "stock" else {"home": "/", **found}


if __name__ == "__main__":
    print(json.dumps(fill(sys.argv[1], int(sys.argv[2]))))
