"""The seven woven edges (biên): a tile for each area, stacked down the left side of a label.

Each is abstracted from a technique (weaving, plaiting, netting, tiling), never from a sign that
means something to a people. They differ in structure, not only in hue.
"""

from collections.abc import Callable
from dataclasses import dataclass

from catalogue.label.geometry import diamond, disc, polygon, rectangle
from catalogue.label.inks import Area, Ink
from catalogue.label.woodcut import Woodcut


@dataclass(frozen=True)
class Edge:
    """One tile: its size in units, its names and the function that paints it."""

    width: int
    height: int
    vietnamese: str
    english: str
    paint: Callable[[Woodcut], None]

    def tile(self) -> Woodcut:
        """Paint the tile on a block of its own."""
        block = Woodcut()
        self.paint(block)
        return block


_HALF_LOZENGE = ("BB..A..BB", "B..AAA..B", "..AA.AA..", ".AA.B.AA.", "AA.BBB.AA")
_LOZENGE = _HALF_LOZENGE + _HALF_LOZENGE[-2::-1]


def _stepped_lozenge(block: Woodcut) -> None:
    block.mark(Ink.PAPER, rectangle(0, 0, 36, 36))
    for letter, ink in (("A", Ink.FIRST), ("B", Ink.SECOND)):
        runs = []
        for row, cells in enumerate(_LOZENGE):
            start = 0
            while start < len(cells):
                end = start
                while end < len(cells) and cells[end] == cells[start]:
                    end += 1
                if cells[start] == letter:
                    runs.append(rectangle(start * 4, row * 4, (end - start) * 4, 4))
                start = end
        block.mark(ink, *runs)


def _lotus_petals(block: Woodcut) -> None:
    block.mark(Ink.FIRST, rectangle(0, 0, 36, 36))
    for half, height, ink in ((17, 34, Ink.PAPER), (12, 25, Ink.SECOND), (6.5, 14, Ink.FIRST)):
        low, high, top = 36 - 0.55 * height, 36 - 0.8 * height, 36 - height
        block.mark(
            ink,
            f"M{18 - half:g} 36C{18 - half:g} {low:g} {18 - 0.35 * half:g} {high:g} 18 {top:g}"
            f"C{18 + 0.35 * half:g} {high:g} {18 + half:g} {low:g} {18 + half:g} 36Z",
        )


def _plaited_bamboo(block: Woodcut) -> None:
    block.mark(Ink.PAPER, rectangle(0, 0, 36, 24))
    rows = range(-12, 25, 12)
    block.mark(Ink.FIRST, *(polygon((2, y), (16, y + 12), (16, y + 18), (2, y + 6)) for y in rows))
    block.mark(
        Ink.SECOND, *(polygon((34, y), (20, y + 12), (20, y + 18), (34, y + 6)) for y in rows)
    )
    block.mark(Ink.FIRST, *(rectangle(x, 0, 2, 24) for x in (0, 17, 34)))


def _net_mesh(block: Woodcut) -> None:
    block.mark(Ink.FIRST, rectangle(0, 0, 36, 36))
    block.line(
        Ink.PAPER,
        2.4,
        "M0 0Q15 3 18 18Q21 33 36 36M36 0Q21 3 18 18Q15 33 0 36",
        "M0 0Q-1 9-18 18M36 0Q37 9 54 18M0 36Q-1 27-18 18M36 36Q37 27 54 18",
    )
    corners = ((18, 18), (0, 0), (36, 0), (0, 36), (36, 36))
    block.mark(Ink.SECOND, *(diamond(corner, 5) for corner in corners))


def _woven_stripes(block: Woodcut) -> None:
    block.mark(Ink.DARK, rectangle(0, 0, 36, 48))
    block.mark(Ink.FIRST, rectangle(0, 4, 36, 16))
    teeth = (polygon((x, 20), (x + 6, 12), (x + 12, 20)) for x in (0, 12, 24))
    block.mark(Ink.SECOND, *teeth)
    block.mark(Ink.LIGHT, *(rectangle(0, y, 36, 2) for y in (0, 22, 42)))
    block.mark(Ink.LIGHT, *(diamond((x, 33), 4) for x in (6, 18, 30)))
    block.mark(Ink.SECOND, *(rectangle(0, y, 36, 1.5) for y in (26, 38.5)))


def _cement_tile(block: Woodcut) -> None:
    block.mark(Ink.PAPER, rectangle(0, 0, 36, 36))
    for radius, ink in ((14, Ink.FIRST), (6, Ink.PAPER)):
        rest = 36 - radius
        arc = f"A{radius} {radius} 0 0 1"
        block.mark(
            ink,
            f"M0 0H{radius}{arc} 0 {radius}ZM36 0V{radius}{arc} {rest} 0Z",
            f"M0 36V{rest}{arc} {radius} 36ZM36 36H{rest}{arc} 36 {rest}Z",
        )
    block.mark(
        Ink.SECOND,
        "M18 18Q10 12 18 3Q26 12 18 18ZM18 18Q24 10 33 18Q24 26 18 18Z",
        "M18 18Q26 24 18 33Q10 24 18 18ZM18 18Q12 26 3 18Q12 10 18 18Z",
    )
    block.mark(Ink.KEY, disc((18, 18), 2.5))


def _checked_scarf(block: Woodcut) -> None:
    block.mark(Ink.PAPER, rectangle(0, 0, 36, 36))
    block.veil(Ink.FIRST, 0.5, rectangle(0, 0, 20, 36), rectangle(0, 0, 36, 20))
    block.mark(Ink.FIRST, rectangle(0, 0, 20, 20))
    # The thin lines run through both ways: stopped short they would read as crosses.
    block.mark(Ink.SECOND, rectangle(27, 0, 2.5, 36), rectangle(0, 27, 36, 2.5))


EDGES = {
    Area.NB: Edge(36, 36, "trám bậc, răng cưa", "stepped lozenge and sawtooth", _stepped_lozenge),
    Area.SH: Edge(36, 36, "cánh sen", "lotus petals of pottery", _lotus_petals),
    Area.BT: Edge(36, 24, "nan đan", "plaited bamboo", _plaited_bamboo),
    Area.NT: Edge(36, 36, "mắt lưới", "fishing net mesh", _net_mesh),
    Area.TN: Edge(36, 48, "sọc dệt", "woven stripes", _woven_stripes),
    Area.DN: Edge(36, 36, "gạch bông", "cement floor tile", _cement_tile),
    Area.CL: Edge(36, 36, "khăn rằn", "checked scarf, of Khmer origin", _checked_scarf),
}
