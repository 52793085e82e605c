"""Write the fourteen woven edges as files of the theme: ``python scripts/write_edges.py``.

A style sheet can only point at addresses that stay, and the generator's change with its source.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EDGES = ROOT / "themes" / "base" / "static" / "edges"
sys.path.insert(0, str(ROOT))

from catalogue.label.draw import draw_edge  # noqa: E402 - the script runs without being installed
from catalogue.label.inks import every_printing  # noqa: E402


def edge_files() -> dict[str, str]:
    """Return name and text of every edge's file."""
    return {
        f"{area}{number}.svg": draw_edge(area, number) + "\n" for area, number in every_printing()
    }


if __name__ == "__main__":
    for name, text in edge_files().items():
        (EDGES / name).write_text(text, encoding="utf-8")
    print(f"{len(edge_files())} edges")
