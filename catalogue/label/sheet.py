"""Write a page of every motif in some printings, to be looked at: ``sheet OUT.html``."""

import base64
import sys
from pathlib import Path

from catalogue.label.choose import LabelSpec
from catalogue.label.compositions import COMPOSITIONS
from catalogue.label.draw import draw_art, draw_edge
from catalogue.label.inks import every_printing
from catalogue.label.motifs import KINDS

HOMES = {
    "dishes": "tray",
    "sea": "tray",
    "fruit": "basket",
    "crops": "basket",
    "pantry": "jar",
    "drinks": "rays",
    "herbs": "cabinet",
    "crafts": "shelf",
    "plants": "arch",
    "tourism": "horizon",
}
_STYLE = """
:root{color-scheme:light dark}
body{margin:12px;background:#E3EAE3;font:11px sans-serif;display:grid;
grid-template-columns:repeat(auto-fill,176px);gap:10px}
@media(prefers-color-scheme:dark){body{background:#110D0B;color:#F4EBDC}}
figure{margin:0;display:grid;grid-template-columns:14px 160px}
figcaption{grid-column:1/3}
img{width:100%;height:160px}
.edge{background-size:14px auto}
"""


def _embedded(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def sheet_page(kinds: tuple[str, ...] = tuple(KINDS), composition: str | None = None) -> str:
    """Write the page: each motif of these kinds at home, or all in one composition."""
    printings = every_printing()
    figures = []
    for kind in kinds:
        for i, motif in enumerate(KINDS[kind]):
            frame = HOMES[kind] if motif.scene or composition is None else composition
            area, number = printings[i % len(printings)]
            spec = LabelSpec(area, number, frame, motif.key, i % 72)
            edge = _embedded(draw_edge(area, number))
            figures.append(
                f"<figure><span class=edge style=\"background-image:url('{edge}')\"></span>"
                f'<img src="{_embedded(draw_art(spec))}" alt="">'
                f"<figcaption>{motif.key}</figcaption></figure>"
            )
    return f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style>{''.join(figures)}"


def main(arguments: list[str]) -> int:
    """Write the page to the path given; a second word may name a composition or a kind."""
    if not 1 <= len(arguments) <= 2:
        print("usage: python -m catalogue.label.sheet OUT.html [KIND or COMPOSITION]")
        return 2
    chosen = arguments[1] if len(arguments) == 2 else None
    if chosen is not None and chosen not in KINDS and chosen not in COMPOSITIONS:
        print(f"neither a kind nor a composition: {chosen}")
        return 2
    kinds = (chosen,) if chosen in KINDS else tuple(KINDS)
    page = sheet_page(kinds, chosen if chosen in COMPOSITIONS else None)
    Path(arguments[0]).write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
