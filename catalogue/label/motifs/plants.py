"""Motifs of ornamental plants."""

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    Point,
    bend,
    cut,
    disc,
    drop,
    number,
    polar,
    ray,
    rectangle,
)
from catalogue.label.inks import FIRST, KEY, PAPER, SECOND, Ink
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut


def _pot(block: Woodcut, top: float, half: float, height: float, ink: Ink) -> None:
    width = number(2 * half)
    block.carve(
        ink,
        f"M{number(200 - half)} {number(top)}h{width}l-16 {number(height)}h{number(32 - 2 * half)}"
        "Z",
    )
    block.carve(ink, rectangle(200 - half - 10, top - 14, 2 * half + 20, 18))
    other = SECOND if ink is FIRST else FIRST
    for i in range(6):
        part = (i - 2.5) / 2.5
        x = 200 + part * (half - 20)
        block.mark(PAPER, cut((x, top + height - 8), (x + part * 6, top + 14), 17))
        block.mark(other, cut((x + part, top + height - 14), (x + part * 5, top + 26), 8))


def _apricot(block: Woodcut) -> None:
    limbs = (
        ((196, 270), (140, 190), (220, 146), 24),
        ((204, 174), (268, 120), (238, 44), 15),
        ((186, 204), (116, 176), (92, 96), 14),
        ((214, 156), (300, 166), (324, 110), 12),
        ((156, 166), (146, 104), (172, 58), 10),
        ((214, 240), (300, 246), (322, 196), 11),
    )
    block.mark(KEY, *(bend(*limb) for limb in limbs))
    block.mark(PAPER, cut((186, 244), (176, 214), 5), cut((190, 190), (206, 166), 5))
    _blossoms(block, SECOND, FIRST)
    for x, y in ((124, 68), (206, 32), (346, 158), (54, 130), (292, 166), (106, 200)):
        block.carve(FIRST, drop((x, y), 8, 18, -60 + x))
    _pot(block, 266, 66, 72, FIRST)


def _blossoms(block: Woodcut, petals: Ink, core: Ink) -> None:
    with block.symbol() as blossom:
        block.carve(petals, *(disc(polar((0, 0), 17, -90 + 72 * i), 13) for i in range(5)))
        rays = (ray(polar((0, 0), 8, -90 + 72 * i), 10, -90 + 72 * i, 3) for i in range(5))
        block.mark(KEY, *rays)
        block.mark(core, disc((0, 0), 6.5))
    places = (
        (92, 98, 36), (172, 62, 32), (240, 48, 36), (324, 110, 36), (268, 116, 32),
        (132, 156, 32), (322, 198, 30), (208, 122, 32), (72, 166, 24), (290, 62, 22),
    )  # fmt: skip
    for x, y, radius in places:
        block.stamp(blossom, (x, y), turn=x % 72, scale=radius / 30)


def _peach(block: Woodcut) -> None:
    limbs = (
        ((200, 276), (236, 196), (176, 140), 24),
        ((212, 200), (290, 180), (330, 92), 15),
        ((186, 160), (100, 150), (70, 84), 14),
        ((188, 156), (196, 90), (240, 36), 12),
        ((206, 236), (110, 240), (76, 178), 11),
    )
    block.mark(KEY, *(bend(*limb) for limb in limbs))
    _blossoms(block, FIRST, SECOND)
    buds = ((60, 78), (338, 84), (246, 30), (66, 172), (356, 150), (120, 110))
    block.carve(SECOND, *(drop(bud, 8, 20, -90 + (bud[0] - 200) / 4) for bud in buds))
    _pot(block, 270, 62, 70, SECOND)


def _orchid(block: Woodcut) -> None:
    for angle, length, width in ((-172, 120, 34), (-8, 120, 34), (-152, 150, 38), (-28, 150, 38)):
        block.leaf(FIRST, (200, 270), length, angle, width)
    block.carve(KEY, bend((196, 268), (120, 70), (304, 74), 10))
    with block.symbol() as flower:
        block.carve(FIRST, *(ray((0, 0), 46, angle, 34, 0.58) for angle in (-90, 40, 140)))
        block.each(
            SECOND,
            "M2 0C10-34 56-34 52-4C48 22 14 18 2 0Z",
            "M-2 0C-10-34-56-34-52-4C-48 22-14 18-2 0Z",
        )
        block.mark(PAPER, *(ray((12 * side, -4), 28, -90 + side * 74, 4) for side in (-1, 1)))
        block.carve(KEY, drop((0, 14), 10, 20))
        block.mark(PAPER, disc((0, 0), 4.5))
    for x, y, turn, scale in (
        (96, 170, -24, 0.74),
        (130, 106, -18, 0.9),
        (196, 68, -6, 1.0),
        (268, 80, 8, 1.06),
    ):
        block.stamp(flower, (x, y), turn, scale)
    block.carve(SECOND, drop((330, 96), 9, 22, -40), drop((346, 124), 9, 22, -30))
    _pot(block, 268, 62, 70, SECOND)


def _kumquat(block: Woodcut) -> None:
    block.carve(KEY, rectangle(190, 220, 20, 60))
    block.carve(
        FIRST,
        "M200 20C300 20 346 94 338 156C330 228 270 258 200 258C130 258 70 228 62 156"
        "C54 94 100 20 200 20Z",
    )
    with block.symbol() as pair:
        block.carve(FIRST, ray((0, 0), 36, -25, 17), ray((0, 0), 36, 155, 17))
        block.mark(PAPER, cut((6, -2), (26, -11), 3), cut((-6, 2), (-26, 11), 3))
    with block.symbol() as fruit:
        block.carve(SECOND, disc((0, 0), 15))
        block.mark(PAPER, cut((-8, -1), (-2, -9), 4))
    fruits: list[Point] = [(200, 140), (66, 196), (334, 196)]
    for shell, count, wide, tall in ((3, 15, 116, 102), (2, 10, 78, 68), (1, 5, 38, 32)):
        for i in range(count):
            angle = 360 / count * i + shell * 13
            unit = polar((0, 0), 1, angle)
            spot = (200 + wide * unit[0], 140 + tall * unit[1])
            block.stamp(pair, spot, angle)
            if (i + shell) % 2 == 0:
                fruits.append(spot)
    for spot in fruits:
        block.stamp(fruit, spot)
    _pot(block, 274, 64, 64, SECOND)


def _mums(block: Woodcut) -> None:
    block.carve(KEY, "M46 240A154 158 0 0 1 354 240Q200 276 46 240Z")
    with block.symbol() as flower:
        block.carve(SECOND, disc((0, 0), 25))
        block.mark(PAPER, *(ray(polar((0, 0), 10, 30 * i), 14, 30 * i, 3.5) for i in range(12)))
        block.mark(KEY, disc((0, 0), 6.5))
    for y, count in ((108, 2), (146, 4), (184, 5), (222, 6)):
        for i in range(count):
            offset = i - (count - 1) / 2
            block.stamp(flower, (200 + offset * 50, y + offset * offset * 2.2))
    block.carve(FIRST, "M88 256H312L286 340H114Z")
    for row in range(3):
        y, half, odd = 282 + row * 20, 104 - row * 7, row % 2
        pitch = 2 * half / 10
        starts = (200 - half + (i + odd / 2) * pitch for i in range(10 - odd))
        block.mark(PAPER, *(cut((x + 3, y), (x + pitch - 3, y), 9) for x in starts))
    block.carve(FIRST, rectangle(78, 248, 244, 18))
    block.mark(PAPER, *(cut((x, 257), (x + 20, 257), 6) for x in range(88, 312, 28)))


def _bonsai(block: Woodcut) -> None:
    trunk = bend((206, 284), (110, 220), (222, 104), 52)
    block.mark(KEY, trunk, bend((168, 226), (130, 220), (92, 166), 24))
    block.mark(KEY, bend((186, 178), (250, 196), (306, 140), 24))
    for x, y, half in ((96, 160, 72), (300, 132, 76), (214, 88, 90)):
        block.carve(
            FIRST,
            f"M{x - half} {y + 14}"
            f"C{x - half - 8} {y - 18} {x - half * 0.5:.0f} {y - 44} {x - 8} {y - 40}"
            f"C{x + half * 0.5:.0f} {y - 56} {x + half + 10} {y - 20} {x + half} {y + 14}"
            f"Q{x} {y + 36} {x - half} {y + 14}Z",
        )
        tufts = (
            ray((x + dx, y + 12), 28, -90 + dx * 0.6, 9)
            for dx in range(-int(half) + 18, int(half), 20)
        )
        block.mark(PAPER, *tufts)
    block.carve(SECOND, "M94 286H306L288 338H112Z")
    block.carve(SECOND, rectangle(82, 274, 236, 17))
    block.mark(PAPER, *(cut((124 + i * 30, 300), (124 + i * 30, 328), 7) for i in range(6)))


def _lucky_plant(block: Woodcut) -> None:
    """Carve tiers of green canes with their leaves in a pot."""
    for x, top in ((142, 130), (171, 100), (200, 76), (229, 100), (258, 130)):
        block.carve(FIRST, rectangle(x - 12, top, 24, 280 - top))
        block.mark(PAPER, *(cut((x - 9, y), (x + 9, y), 5) for y in range(top + 30, 270, 34)))
    for x, top in ((142, 130), (258, 130), (171, 100), (229, 100), (200, 76)):
        side = -1 if x < 200 else 1
        angles = (-90 + side * 62, -90 + side * 26) if x != 200 else (-128, -90, -52)
        for angle in angles:
            block.leaf(FIRST, (x, top + 6), 72, angle, 26, 0)
    block.each(SECOND, rectangle(124, 206, 152, 16))
    _pot(block, 274, 76, 64, SECOND)


MOTIFS = (
    Motif("apricot", "cây mai vàng", "a flowering apricot tree", Box(40, 14, 364, 340), _apricot),
    Motif("peach", "cây đào", "a flowering peach tree", Box(40, 14, 368, 342), _peach),
    Motif("orchid", "chậu lan hồ điệp", "a moth orchid in a pot", Box(50, 18, 360, 340), _orchid),
    Motif("kumquat", "cây quất", "a kumquat tree", Box(50, 16, 350, 340), _kumquat),
    Motif("mums", "giỏ cúc mâm xôi", "a basket of chrysanthemums", Box(44, 80, 356, 342), _mums),
    Motif("bonsai", "cây thế", "a bonsai tree", Box(22, 34, 378, 340), _bonsai),
    Motif(
        "lucky-plant", "cây phát lộc", "tiers of lucky bamboo", Box(76, 2, 324, 340), _lucky_plant
    ),
)
