"""The eight compositions: the frame that says what kind of thing a product is.

A composition paints what lies behind a motif, gives the stage the motif is fitted into, and may
paint something in front of it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from catalogue.label.edges import EDGES
from catalogue.label.geometry import (
    Point,
    cut,
    disc,
    drop,
    number,
    polar,
    polygon,
    ray,
    rectangle,
    ring,
    turned,
    wheel,
)
from catalogue.label.inks import Area, Ink
from catalogue.label.variation import Variation
from catalogue.label.woodcut import Woodcut

PANEL = rectangle(0, 0, 400, 400)
LEDGE = 338


@dataclass(frozen=True)
class Box:
    """A rectangle of the panel, by its sides."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Give the width in panel units."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Give the height in panel units."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Give the x of the middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Setting:
    """What a composition may look at: where the goods come from, what varies, how they stand."""

    area: Area
    variation: Variation
    standing: bool


@dataclass(frozen=True)
class Composition:
    """One frame: its names, the stage for the motif, whether the motif stands on its bottom."""

    key: str
    vietnamese: str
    english: str
    stage: Box
    grounded: bool
    behind: Callable[[Woodcut, Setting], None]
    front: Callable[[Woodcut], None] | None = None


def _corner_fans(block: Woodcut, spread: float, lengths: Point, width: float) -> None:
    cuts = []
    for corner, angle in (((0, 0), 45), ((400, 0), 135), ((400, 400), 225), ((0, 400), 315)):
        for turn, length in ((-spread, lengths[1]), (0, lengths[0]), (spread, lengths[1])):
            foot = polar(corner, 12, angle + turn)
            cuts.append(ray(foot, length, angle + turn, width))
    block.mark(Ink.PAPER, *cuts)


def _ledge(block: Woodcut) -> None:
    block.carve(Ink.DARK, rectangle(-6, LEDGE, 412, 70))
    block.mark(Ink.PAPER, *(cut((x, 368), (x + 32, 368), 6) for x in range(16, 400, 46)))


def _tray(block: Woodcut, setting: Setting) -> None:
    block.mark(Ink.GROUND, PANEL)
    _corner_fans(block, 30, (62, 52), 12)
    block.each(Ink.DARK, disc((200, 200), 190))
    block.each(Ink.SECOND, disc((200, 200), 183))
    spokes = (36, 40, 48)[setting.variation.count]
    block.mark(Ink.PAPER, wheel((200, 200), 163, 15, spokes, 4.5))
    block.carve(Ink.PAPER, disc((200, 200), 157))


def _basket(block: Woodcut, setting: Setting) -> None:
    block.mark(Ink.GROUND, PANEL)
    step = (7, 8, 10)[setting.variation.count]
    block.mark(
        Ink.PAPER,
        *(ray(polar((200, 290), 232, angle), 26, angle, 7) for angle in range(195, 346, step)),
    )
    block.carve(Ink.PAPER, "M-2 300V290A202 202 0 0 1 402 290V300Z")


def _basket_front(block: Woodcut) -> None:
    block.carve(Ink.DARK, polygon((6, 306), (394, 306), (356, 420), (44, 420)))
    for row in range(5):
        y, half, odd = 330 + row * 19, 186 - row * 7, row % 2
        pitch = 2 * half / 13
        starts = (200 - half + (i + odd / 2) * pitch for i in range(13 - odd))
        block.mark(Ink.PAPER, *(cut((x + 3, y), (x + pitch - 3, y), 9) for x in starts))
    block.carve(Ink.DARK, rectangle(-6, 288, 412, 22))
    block.mark(Ink.PAPER, *(cut((x, 299), (x + 22, 299), 7) for x in range(6, 400, 33)))


_JAR = ((104, 62), (92, 84), (150, 128), (184, 206), (176, 286), (136, 356), (112, 410))


def _jar(block: Woodcut, setting: Setting) -> None:
    block.mark(Ink.GROUND, PANEL)
    _corner_fans(block, 28, (58, 46), 11)
    block.carve(Ink.DARK, turned(200, _JAR))
    block.carve(Ink.SECOND, "M92 66Q104 22 200 20Q296 22 308 66Q252 84 200 84Q148 84 92 66Z")
    block.mark(Ink.KEY, cut((104, 58), (296, 58), 7))
    block.carve(Ink.KEY, rectangle(96, 64, 208, 12))
    folds = (cut((200 + i * 27, 30 + abs(i) * 3), (200 + i * 31, 54), 5) for i in range(-3, 4))
    block.mark(Ink.PAPER, *folds)
    block.carve(Ink.SECOND, disc((200, 226), 132))
    spokes = (28, 32, 36)[setting.variation.count]
    block.mark(Ink.PAPER, wheel((200, 226), 121, 8, spokes, 4))
    block.carve(Ink.PAPER, disc((200, 226), 114))


def _rays(block: Woodcut, setting: Setting) -> None:
    block.mark(Ink.PAPER, PANEL)
    sun = ((200, 150), (158, 140), (242, 140))[setting.variation.setting]
    count = (24, 28, 32)[setting.variation.count]
    sector = 360 / count
    beams = (
        polygon(
            polar(sun, 92, sector * i),
            polar(sun, 470, sector * i - sector / 4),
            polar(sun, 470, sector * i + sector / 4),
        )
        for i in range(count)
    )
    block.veil(Ink.SECOND, 0.36, *beams)
    block.carve(Ink.SECOND, disc(sun, 84))
    if setting.standing:
        _ledge(block)


def _drawer_flower(center: Point) -> str:
    return "".join(ray(polar(center, 4, 60 * i + 30), 20, 60 * i + 30, 8.5) for i in range(6))


def _drawer_sprig(center: Point) -> str:
    x, y = center
    pairs = (ray((x, y + rise), 18, -90 + side * 56, 8) for rise in (-8, 6, 18) for side in (-1, 1))
    return cut((x, y + 24), (x, y - 24), 5) + "".join(pairs)


def _drawer_seeds(center: Point) -> str:
    x, y = center
    places = ((0, -10), (-13, 2), (13, 2), (-7, 16), (7, 16))
    return "".join(drop((x + right, y + down), 6, 13) for right, down in places)


def _cabinet(block: Woodcut, setting: Setting) -> None:
    block.mark(Ink.DARK, PANEL)
    shut, open_, pulls, green, seeds = [], [], [], [], []
    for row in range(6):
        for column in range(6):
            if 0 < row < 5 and 0 < column < 5:
                continue
            left, top = 5 + column * 65.2, 5 + row * 65.2
            center = (left + 31, top + 31)
            cell = rectangle(left, top, 62, 62)
            if (row + column) % 2:
                shut.append(cell)
                pulls.append(ring((center[0], center[1] - 6), 10, 6))
                pulls.append(rectangle(center[0] - 13, center[1] + 11, 26, 4))
                continue
            open_.append(cell)
            content = (row * 2 + column + setting.variation.setting) % 3
            if content == 0:
                green.append(_drawer_flower(center))
            elif content == 1:
                green.append(_drawer_sprig(center))
            else:
                seeds.append(_drawer_seeds(center))
    block.mark(Ink.GROUND, *shut)
    block.mark(Ink.PAPER, *open_, *pulls, rectangle(68, 68, 264, 264))
    block.mark(Ink.FIRST, *green)
    block.mark(Ink.SECOND, *seeds)


def _shelf(block: Woodcut, setting: Setting) -> None:
    block.mark(Ink.GROUND, PANEL)
    edge = EDGES[setting.area]
    scale = (1.4, 1.6, 2.0)[setting.variation.setting]
    block.pattern("cloth", edge.width, edge.height, scale, edge.tile())
    block.cloth("cloth", 0.34, rectangle(0, 0, 400, 334))
    block.carve(Ink.DARK, rectangle(-6, 330, 412, 80))
    block.mark(Ink.PAPER, *(cut((x, 360), (x, 384), 6) for x in range(16, 400, 23)))


def _arch(block: Woodcut, setting: Setting) -> None:
    block.mark(Ink.GROUND, PANEL)
    stones = (11, 13, 15)[setting.variation.count]
    angles = (180 + 180 / (stones - 1) * i for i in range(stones))
    block.mark(Ink.PAPER, *(ray(polar((200, 190), 170, a), 20, a, 5) for a in angles))
    jambs = (cut((30, y), (10, y), 5) + cut((370, y), (390, y), 5) for y in range(214, 336, 24))
    block.mark(Ink.PAPER, *jambs)
    block.carve(Ink.PAPER, "M42 344V190A158 158 0 0 1 358 190V344Z")
    block.carve(Ink.DARK, rectangle(-6, 336, 412, 72))
    block.mark(Ink.PAPER, *(cut((x, 372), (x + 24, 372), 6) for x in range(12, 400, 38)))


def _horizon(block: Woodcut, setting: Setting) -> None:
    block.mark(Ink.PAPER, rectangle(-100, 0, 600, 400))
    sun = ((285, 110), (304, 92), (262, 120))[setting.variation.setting]
    block.carve(Ink.SECOND, disc(sun, 56))
    clouds = ((30, 70, 120), (60, 92, 70), (300, 176, 80), (20, 150, 90))
    block.mark(Ink.SECOND, *(cut((x, y), (x + long, y), 6) for x, y, long in clouds))


def hills(block: Woodcut, top: float, rise: float = 34) -> None:
    """Paint soft far hills whose foot is hidden by whatever is painted next."""
    high = number(top - rise)
    block.carve(
        Ink.GROUND,
        f"M-106 {number(top)}Q-40 {high} 40 {number(top - 6)}Q120 {high} 190 {number(top - 8)}"
        f"Q280 {high} 350 {number(top)}Q430 {high} 506 {number(top)}V406H-106Z",
    )


COMPOSITIONS = {
    composition.key: composition
    for composition in (
        Composition("tray", "mâm", "tray", Box(58, 32, 342, 368), False, _tray),
        Composition("basket", "rổ", "basket", Box(28, 44, 372, 326), True, _basket, _basket_front),
        Composition("jar", "chum", "jar", Box(113, 139, 287, 313), False, _jar),
        Composition("rays", "tia", "sun rays", Box(28, 34, 372, 406), True, _rays),
        Composition("cabinet", "ô thuốc", "cabinet", Box(66, 60, 334, 340), False, _cabinet),
        Composition("shelf", "kệ", "shelf", Box(30, 36, 370, 342), True, _shelf),
        Composition("arch", "cửa vòm", "arch", Box(50, 26, 350, 342), True, _arch),
        Composition("horizon", "chân trời", "horizon", Box(70, 70, 330, 386), True, _horizon),
    )
}

LEDGE_STAGE = Box(50, 40, 350, LEDGE + 4)
