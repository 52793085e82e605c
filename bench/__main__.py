"""Run the parts of the bench, or those named; each prints its figures and keeps them."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench import lighthouse

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


def pages() -> int:
    """Print the CPU of our pages beside stock Oscar's; return 1 when a ratio is over the goal."""
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
    RESULTS.mkdir(exist_ok=True)
    result = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "pages": rows}
    (RESULTS / "pages.json").write_text(json.dumps(result, indent=1) + "\n")
    return 1 if missed else 0


#: Every part by its name: it prints, writes its figures to RESULTS, and returns 1 on a miss.
PARTS = {"pages": pages, "lighthouse": lighthouse.main}


def main(names: list[str]) -> int:
    """Run the parts named, or all; return 1 when one missed its goal, 2 for a name unknown."""
    if unknown := set(names) - set(PARTS):
        print(f"No such part: {', '.join(sorted(unknown))}. Parts: {', '.join(PARTS)}")
        return 2
    return max(PARTS[name]() for name in names or PARTS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
