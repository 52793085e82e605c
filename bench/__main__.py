"""Run every measurement, print each beside its peer, keep the figures.

``python -m bench pages search`` runs only these parts.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench import lighthouse
from bench.search.__main__ import EMBEDDED_P95, GOALS, GROWTH, SERVER_P95
from bench.throughput import throughput

RESULTS = Path(__file__).parent / "results"
PRODUCTS = 10_000
#: At most this share of stock Oscar's CPU.
GOAL = 1 / 3


def measure(shop: str, settings: str) -> dict[str, dict[str, float]]:
    """Measure one shop in a process and a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings,
            "BENCH_DATABASE": str(Path(folder) / "bench.sqlite3"),
            "DATABASE_URL": "sqlite:///:memory:",
        }
        finished = subprocess.run(
            [sys.executable, "-m", "bench.pages", shop, str(PRODUCTS)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return json.loads(finished.stdout.splitlines()[-1])


def measure_pages() -> int:
    """Print our pages' CPU beside stock Oscar's; return how many are over the goal."""
    stock = measure("stock", "bench.stock.settings")
    ours = measure("ours", "bench.ours")
    print(f"CPU per anonymous page, {PRODUCTS} products, ms (least of the run), no page cache")
    print(f"{'page':<10}{'stock Oscar':>12}{'ours':>8}{'ours/stock':>12}   goal ≤ {GOAL:.2f}")
    rows, missed = [], 0
    for page, peer in stock.items():
        ratio = ours[page]["min"] / peer["min"]
        missed += ratio > GOAL
        rows.append({"page": page, "stock": peer, "ours": ours[page], "ratio": round(ratio, 3)})
        print(f"{page:<10}{peer['min']:>12.2f}{ours[page]['min']:>8.2f}{ratio:>12.2f}")
    keep("pages", {"pages": rows})
    return missed


def measure_search() -> int:
    """Print what the search finds and how quickly; return how many goals are missed."""
    with tempfile.TemporaryDirectory() as folder, search_server() as address:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.ours",
            "BENCH_DATABASE": str(Path(folder) / "bench.sqlite3"),
            "DATABASE_URL": "sqlite:///:memory:",
            "ELASTICSEARCH_URL": address,
        }
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "bench.search"],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        lines = []
        for line in process.stdout or ():
            lines.append(line)
            if not line.startswith("{"):
                print(line, end="", flush=True)
        if process.wait():
            return 1
    result = json.loads(lines[-1])
    keep("search", result)
    return sum(not met for met in goals_of(result))


def goals_of(result: dict) -> list[bool]:
    """Print each goal of the search and whether it is met."""
    met = []

    def goal(text: str, *, holds: bool) -> None:
        met.append(holds)
        print(f"{'met   ' if holds else 'MISSED'} {text}")

    for engine, classes in result["relevance"].items():
        if engine in result["speed"]:
            for name, least in GOALS.items():
                success = classes[name]["success"]
                goal(f"{engine}, {name}: {success:.2f} ≥ {least}", holds=success >= least)
            empty = max(one["empty"] for one in classes.values())
            goal(f"{engine}: no empty answers ({empty:.2f})", holds=empty == 0)
    for engine, sizes in result["speed"].items():
        limit = EMBEDDED_P95 if engine == "embedded" else SERVER_P95
        small, large = (sizes[size]["ms"] for size in (min(sizes, key=int), max(sizes, key=int)))
        worst = max(times["p95"] for times in large.values())
        goal(f"{engine}: slowest p95 {worst:.1f} ms ≤ {limit:.0f}", holds=worst <= limit)
        growth = max(large[name]["p50"] / max(small[name]["p50"], 0.5) for name in large)
        goal(f"{engine}: growth {growth:.1f} ≤ {GROWTH:.0f}", holds=growth <= GROWTH)
        rate = min(size["indexed_per_second"] for size in sizes.values())
        least = 2_000 if engine == "embedded" else 1_000
        goal(f"{engine}: {rate} indexed a second ≥ {least}", holds=rate >= least)
    return met


@contextlib.contextmanager
def search_server() -> Iterator[str]:
    """Give the address of an Elasticsearch with a heap of 1 GiB, or nothing where none is had."""
    if address := os.environ.get("ELASTICSEARCH_URL"):
        yield address
        return
    sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
    from elastic_server import Unavailable, elasticsearch  # noqa: PLC0415 - a script's module
    from services import free_port, unprivileged  # noqa: PLC0415

    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    folder.chmod(0o755)
    ports = (free_port(), free_port())
    try:
        with elasticsearch(
            folder, ports=ports, account=unprivileged(), java_options="-Xms1g -Xmx1g"
        ) as wait:
            yield wait()
    except Unavailable as reason:
        print(f"Elasticsearch is not measured: {reason}")
        yield ""
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def keep(name: str, result: dict) -> None:
    """Write a result down with its moment."""
    RESULTS.mkdir(exist_ok=True)
    dated = {"at": datetime.now(UTC).isoformat(timespec="seconds"), **result}
    (RESULTS / f"{name}.json").write_text(json.dumps(dated, indent=1, ensure_ascii=False) + "\n")


def measure_throughput() -> int:
    """Measure requests per second of kept pages; return how many goals were missed."""
    return throughput(PRODUCTS)


PARTS = {
    "pages": measure_pages,
    "search": measure_search,
    "throughput": measure_throughput,
    "lighthouse": lighthouse.main,
}


def main() -> int:
    """Run the parts named, or all; return 1 when a goal was missed, 2 for a name unknown."""
    parts = sys.argv[1:] or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        print(f"No such part: {', '.join(sorted(unknown))}. Parts: {', '.join(PARTS)}")
        return 2
    return 1 if sum([PARTS[part]() for part in parts]) else 0


if __name__ == "__main__":
    sys.exit(main())
