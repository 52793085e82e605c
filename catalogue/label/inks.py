"""Areas of the country, their inks, and how readable one ink is on another.

Seven areas have two printings each. A printing is four inks by day (paper, key, first, second)
and four by night; the other roles follow from them. The values are this shop's own design.
"""

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """Seven areas, each with its own woven edge; the coast and the highlands are two cloths."""

    NB = "NB"
    SH = "SH"
    BT = "BT"
    NT = "NT"
    TN = "TN"
    DN = "DN"
    CL = "CL"

    @property
    def vietnamese(self) -> str:
        """Give the area's name in Vietnamese."""
        return _NAMES[self][0]

    @property
    def english(self) -> str:
        """Give the area's name in English."""
        return _NAMES[self][1]


_NAMES = {
    Area.NB: ("Trung du và miền núi phía Bắc", "the northern midlands and mountains"),
    Area.SH: ("Đồng bằng sông Hồng", "the Red River delta"),
    Area.BT: ("Bắc Trung Bộ", "the North Central coast"),
    Area.NT: ("Duyên hải Nam Trung Bộ", "the South Central coast"),
    Area.TN: ("Tây Nguyên", "the Central Highlands"),
    Area.DN: ("Đông Nam Bộ", "the Southeast"),
    Area.CL: ("Đồng bằng sông Cửu Long", "the Mekong delta"),
}


class Ink(StrEnum):
    """What an ink does in the picture; the letter is also its CSS custom property."""

    PAPER = "p"
    KEY = "k"
    FIRST = "a"
    SECOND = "b"
    GROUND = "g"  # large flat areas of the first ink
    DARK = "d"  # large flat areas of the key ink: shelf, sill, soil
    LIGHT = "s"  # details that stay light by day and by night


PAPER, KEY, FIRST, SECOND = Ink.PAPER, Ink.KEY, Ink.FIRST, Ink.SECOND
GROUND, DARK, LIGHT = Ink.GROUND, Ink.DARK, Ink.LIGHT


@dataclass(frozen=True)
class Printing:
    """The seven inks of one printing in one scheme, as ``#RRGGBB``."""

    paper: str
    key: str
    first: str
    second: str
    ground: str
    dark: str
    light: str

    def of(self, ink: Ink) -> str:
        """Give the colour of a role."""
        return {
            Ink.PAPER: self.paper,
            Ink.KEY: self.key,
            Ink.FIRST: self.first,
            Ink.SECOND: self.second,
            Ink.GROUND: self.ground,
            Ink.DARK: self.dark,
            Ink.LIGHT: self.light,
        }[ink]

    def properties(self) -> str:
        """Write the inks as CSS custom properties, ``--p:#…;--k:#…``."""
        return ";".join(f"--{ink}:{self.of(ink)}" for ink in Ink)


PRINTINGS = (0, 1)
_LACQUER = "#3A2418"

# paper, key, first, second by day; the same four by night.
_FOUR_INKS = {
    (Area.NB, 0): ("#EDEFEA #18212E #24477D #C8402E", "#141A24 #EFE8D8 #6F99D6 #EE7A63"),
    (Area.NB, 1): ("#EFEFE4 #14261F #1F5F52 #D4891C", "#111C19 #EFE8D8 #5FA893 #E9AE4B"),
    (Area.SH, 0): ("#F8ECD4 #2B211A #B33F28 #E2A41C", "#1E1411 #F4E9D4 #E0765C #EDB845"),
    (Area.SH, 1): ("#F6ECD6 #1B2630 #275C7D #E2A41C", "#131B21 #F4E9D4 #6FA9CB #EDB845"),
    (Area.BT, 0): ("#F4F0DE #291F34 #5F3B80 #D2A636", "#1A1420 #F1EADB #AE8BD3 #E2BD58"),
    (Area.BT, 1): ("#F3F1DD #1E2A20 #2F6C4F #DDAB38", "#131B15 #F1EADB #6FB28F #E6BE5C"),
    (Area.NT, 0): ("#F9F0E3 #102A33 #0E6A78 #D6643A", "#0F1B1F #F3EADB #4FAEBB #EE8A62"),
    (Area.NT, 1): ("#F9F0E3 #2E1A12 #A94A2A #1F8791", "#1E1410 #F3EADB #DF8460 #5CB9C2"),
    (Area.TN, 0): ("#F7ECDD #2A1411 #922F21 #EDAB1A", "#1F1210 #F4E8D6 #D66A55 #F0B93F"),
    (Area.TN, 1): ("#F4EEDD #1B2417 #33593A #CF4A2C", "#141A13 #F4E8D6 #79AE82 #EC7C5E"),
    (Area.DN, 0): ("#EFF1E7 #1B2926 #24614F #E08C73", "#121B18 #EFEADC #67B097 #EE9D86"),
    (Area.DN, 1): ("#F1F0E6 #1D2333 #3C5384 #E0A93A", "#151925 #EFEADC #8AA4DC #E7BC58"),
    (Area.CL, 0): ("#F2F3E0 #1E2A17 #47762A #E28A28", "#151B10 #F0EBD8 #8FBF63 #EEA14A"),
    (Area.CL, 1): ("#F4F0DF #2C2015 #80502B #6E9F36", "#1E1710 #F0EBD8 #C99465 #A5CB6A"),
}


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, share: float) -> str:
    """Mix two colours channel by channel; ``share`` is how much of ``other`` goes in."""
    return "#" + "".join(
        f"{round(one * (1 - share) + two * share):02X}"
        for one, two in zip(_channels(colour), _channels(other), strict=True)
    )


def contrast(colour: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    bright, dim = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def printing(area: Area, number: int, *, dark: bool) -> Printing:
    """Give the inks of printing ``number`` (0 or 1) of an area, by day or by night.

    By night the large areas are taken back toward the paper, or panels turn pastel and shelves
    white. Raises KeyError for a printing that does not exist.
    """
    day, night = _FOUR_INKS[area, number]
    paper, key, first, second = (night if dark else day).split()
    if not dark:
        return Printing(paper, key, first, second, ground=first, dark=key, light=paper)
    return Printing(
        paper,
        key,
        first,
        second,
        ground=mix(first, paper, 0.62),
        dark=mix(mix(paper, first, 0.16), _LACQUER, 0.45),
        light=key,
    )


def every_printing() -> tuple[tuple[Area, int], ...]:
    """List the fourteen printings in the order of the country, north to south."""
    return tuple((area, number) for area in Area for number in PRINTINGS)


def printing_css() -> str:
    """Write the inks as classes ``.NB0`` to ``.CL1`` for the shop's pages.

    Light is the default; dark follows the system, and ``data-scheme`` on the root element
    overrules the system in either direction.
    """
    lines = ["/* Written by python -m catalogue.label.write_css from catalogue/label/inks.py. */"]
    dark_lines = []
    for area, number in every_printing():
        light = printing(area, number, dark=False).properties()
        dark = printing(area, number, dark=True).properties()
        name = f"{area}{number}"
        lines.append(f".{name} {{{light}}}")
        dark_lines.append((name, dark))
    lines.append("@media (prefers-color-scheme: dark) {")
    lines += [f'  :root:not([data-scheme="light"]) .{name} {{{dark}}}' for name, dark in dark_lines]
    lines.append("}")
    lines += [f':root[data-scheme="dark"] .{name} {{{dark}}}' for name, dark in dark_lines]
    return "\n".join(lines) + "\n"
