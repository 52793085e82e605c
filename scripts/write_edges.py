"""Write the fourteen woven edges into the style sheet: ``python scripts/write_edges.py``.

They are small and on every page: within the style sheet they cost three kilobytes once, as files
a dozen requests. Afterwards run ``scripts/bundle_css.py``.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "themes" / "base" / "static" / "css" / "edges.css"
sys.path.insert(0, str(ROOT))

from catalogue.label.draw import draw_edge  # noqa: E402 - the script runs without being installed
from catalogue.label.inks import every_printing  # noqa: E402

HEADER = "/* The woven edge of each printing. Written by scripts/write_edges.py. */\n"
#: What a quoted address in a style sheet must not hold.
ESCAPES = (("%", "%25"), ("#", "%23"), ("<", "%3C"), (">", "%3E"))


def data_address(svg: str) -> str:
    """Return a drawing as an address that holds it."""
    text = svg.replace('"', "'")
    for sign, escape in ESCAPES:
        text = text.replace(sign, escape)
    return f"data:image/svg+xml,{text}"


def edges_css() -> str:
    """Return the style sheet: one custom property per printing."""
    rules = "".join(
        f'  .{area}{number} {{ --edge: url("{data_address(draw_edge(area, number))}"); }}\n'
        for area, number in every_printing()
    )
    return f"{HEADER}@layer tokens {{\n{rules}}}\n"


if __name__ == "__main__":
    TARGET.write_text(edges_css(), encoding="utf-8")
    print(f"{TARGET.name}: {len(edges_css())} characters")
