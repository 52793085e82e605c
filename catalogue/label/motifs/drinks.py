"""Motifs of tea, coffee, cocoa and drinks."""

import math

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    Point,
    bend,
    cut,
    disc,
    drop,
    join,
    polar,
    polygon,
    ray,
    rectangle,
    ring,
    turned,
)
from catalogue.label.inks import DARK, FIRST, GROUND, KEY, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut


def _tea_hills(block: Woodcut) -> None:
    block.carve(GROUND, "M-40 330L60 262L104 300L168 238L232 292L300 226L352 282L440 244V420H-40Z")
    for x, y in ((60, 262), (168, 238), (300, 226)):
        block.mark(
            PAPER, cut((x, y + 14), (x - 14, y + 58), 7), cut((x + 3, y + 16), (x + 16, y + 50), 6)
        )
    block.carve(DARK, "M-40 352Q90 322 200 350T440 340V420H-40Z")


def _tea(block: Woodcut) -> None:
    block.carve(KEY, bend((200, 410), (196, 330), (200, 240), 20))
    for side in (-1, 1):
        block.leaf(FIRST, (200, 330), 150, -90 + side * 72, 60, 4)
        block.leaf(FIRST, (200, 272), 168, -90 + side * 44, 66, 5)
    block.carve(KEY, cut((200, 286), (200, 74), 46, 0.42))
    block.carve(SECOND, cut((200, 276), (200, 96), 22, 0.4))
    for i in range(6):
        y = 244 - i * 24
        for side in (-1, 1):
            foot, tip = 200 + side * (15 - i * 1.1), 200 + side * (19 - i * 1.6)
            block.mark(PAPER, cut((foot, y), (tip, y - 15), 4))


def _coffee(block: Woodcut) -> None:
    with block.symbol() as cherry:
        block.carve(SECOND, disc((0, 0), 18))
        block.mark(PAPER, cut((-9, -2), (-1, -10), 4.5))
        block.mark(KEY, disc((6, 6), 2.5))
    block.carve(KEY, bend((206, 410), (186, 220), (204, 44), 16))
    for y, scale in ((330, 1.0), (232, 0.92), (140, 0.72)):
        for side in (-1, 1):
            block.leaf(FIRST, (200, y), 168 * scale, -90 + side * 62, 62 * scale, 5)
    block.leaf(FIRST, (203, 80), 66, -124, 24, 2)
    block.leaf(FIRST, (203, 80), 66, -56, 24, 2)
    places = ((-1.9, 0.2), (1.9, 0.3), (-1, -0.85), (1, -0.9), (-0.95, 1.35), (1, 1.4), (0, 0.35))
    for y, unit in ((322, 22), (226, 20), (136, 16)):
        for right, down in places:
            block.stamp(cherry, (200 + right * unit, y + down * unit), scale=unit / 22)


def _gourd(block: Woodcut) -> None:
    profile = ((10, 66), (15, 90), (13, 118), (40, 150), (50, 182), (30, 214), (62, 240), (88, 288))
    block.carve(FIRST, turned(200, (*profile, (74, 334), (60, 342))))
    block.carve(SECOND, rectangle(186, 50, 28, 22))
    block.carve(KEY, rectangle(182, 68, 36, 8))
    block.carve(KEY, "M112 272Q200 300 288 272V300Q200 328 112 300Z")
    for i in range(9):
        x, sag = 124 + i * 19, 10 * math.sin(math.pi * i / 8)
        block.mark(PAPER, cut((x, 284 + sag), (x, 304 + sag), 7))
    block.mark(PAPER, cut((166, 160), (170, 204), 9), cut((134, 246), (126, 270), 8))
    block.mark(PAPER, bend((150, 320), (140, 326), (160, 336), 6))
    for x in (78, 322):
        block.carve(
            SECOND,
            f"M{x - 34} 296H{x + 34}Q{x + 30} 334 {x + 12} 340H{x - 12}Q{x - 30} 334 {x - 34} 296Z",
        )
        block.carve(KEY, cut((x - 34, 297), (x + 34, 297), 9))
        block.mark(PAPER, cut((x - 20, 312), (x - 8, 332), 5))


def _rib(start: Point, end: Point, offset: float) -> str:
    """Draw a thin rib that bows out by ``offset`` where the pod is widest."""
    length = math.dist(start, end)
    across = (-(end[1] - start[1]) / length, (end[0] - start[0]) / length)
    belly = (start[0] + (end[0] - start[0]) * 0.42, start[1] + (end[1] - start[1]) * 0.42)
    sides = [
        (belly[0] + across[0] * (offset + thick), belly[1] + across[1] * (offset + thick))
        for thick in (3.4, -3.4)
    ]
    return f"M{join(start)}Q{join((*sides[0], *end))}Q{join((*sides[1], *start))}Z"


def _cacao(block: Woodcut) -> None:
    for angle, length in ((-160, 150), (-20, 150), (-128, 128), (-52, 128)):
        block.leaf(FIRST, (200, 140), length, angle, 54, 4)
    block.carve(KEY, bend((200, 20), (206, 70), (200, 120), 12))
    for base, angle, ink in (((150, 124), 104, SECOND), ((250, 124), 76, KEY)):
        block.carve(ink, ray(base, 238, angle, 105, 0.42))
        start, end = polar(base, 14, angle), polar(base, 224, angle)
        block.mark(PAPER, *(_rib(start, end, 101 * k) for k in (-0.62, -0.32, 0, 0.32, 0.62)))
    beans = ((76, 352), (128, 378), (200, 372), (272, 378), (326, 350), (38, 386), (364, 386))
    for x, y in beans:
        block.carve(FIRST, cut((x - 24, y + 4), (x + 24, y - 4), 26))
        block.mark(PAPER, bend((x - 16, y + 2), (x, y - 8), (x + 16, y - 2), 5))


def _water(block: Woodcut) -> None:
    for y, half, ink in ((380, 210, DARK), (352, 168, GROUND), (326, 120, FIRST)):
        block.carve(ink, cut((200 - half, y), (200 + half, y), 30))
    block.carve(FIRST, drop((190, 232), 86, 196))
    block.mark(
        PAPER, cut((128, 246), (168, 306), 13), cut((150, 178), (176, 132), 9), disc((222, 196), 9)
    )
    block.carve(KEY, disc((284, 270), 62))
    block.carve(SECOND, disc((284, 270), 55))
    block.mark(PAPER, disc((284, 270), 46))
    segments = (drop(polar((284, 270), 36, 60 * i + 30), 9, 33, 60 * i + 210) for i in range(6))
    block.mark(SECOND, *segments)
    block.leaf(FIRST, (300, 214), 74, -36, 34, 2)


def _plum_wine(block: Woodcut) -> None:
    block.leaf(KEY, (200, 200), 170, -152, 50, 4)
    block.leaf(KEY, (200, 200), 170, -28, 50, 4)
    profile = ((30, 62), (24, 96), (30, 128), (88, 182), (116, 246), (100, 312), (78, 342))
    block.carve(FIRST, turned(200, profile))
    block.carve(KEY, rectangle(164, 40, 72, 26))
    block.mark(PAPER, *(cut((172 + i * 14, 46), (172 + i * 14, 60), 4) for i in range(5)))
    block.mark(PAPER, bend((100, 226), (200, 200), (300, 226), 9))
    for x, y, radius in (
        (156, 304, 29),
        (216, 308, 29),
        (258, 272, 25),
        (128, 262, 25),
        (190, 258, 29),
    ):
        block.carve(SECOND, disc((x, y), radius))
        glint = cut((x - radius * 0.5, y - radius * 0.1), (x - radius * 0.1, y - radius * 0.6), 6)
        block.mark(PAPER, glint)
        seam = (
            (x + radius * 0.3, y - radius * 0.7),
            (x + radius * 0.55, y),
            (x + radius * 0.25, y + radius * 0.7),
        )
        block.mark(KEY, bend(*seam, 4))
    block.mark(PAPER, cut((176, 92), (172, 136), 7))


def _coconut(block: Woodcut) -> None:
    fronds = ((-170, 196), (-10, 196), (-146, 206), (-34, 206), (-122, 196), (-58, 196))
    for angle, length in fronds:
        block.carve(KEY, ray((200, 190), length, angle, 50))
        for part in (0.3, 0.45, 0.6, 0.75):
            foot = polar((200, 190), length * part, angle)
            block.mark(PAPER, *(ray(foot, 26, angle + side * 38, 5) for side in (-1, 1)))
    block.carve(
        FIRST, turned(200, ((60, 150), (96, 180), (118, 238), (104, 304), (62, 352), (30, 364)))
    )
    block.carve(PAPER, cut((128, 158), (272, 158), 48))
    block.carve(SECOND, cut((144, 158), (256, 158), 28))
    block.carve(KEY, bend((214, 164), (236, 90), (296, 40), 9))
    block.mark(PAPER, cut((122, 230), (136, 310), 11), cut((156, 196), (160, 336), 6))
    block.mark(PAPER, cut((244, 196), (240, 336), 6), cut((278, 230), (264, 310), 8))


def _lotus_tea(block: Woodcut) -> None:
    block.carve(KEY, bend((200, 410), (186, 340), (200, 250), 18))
    block.leaf(FIRST, (196, 360), 150, -158, 70, 4)
    block.leaf(FIRST, (204, 372), 150, -22, 70, 4)
    for angle, length, width in ((-172, 140, 54), (-8, 140, 54), (-150, 166, 66), (-30, 166, 66)):
        block.carve(FIRST, ray((200, 280), length, angle, width, 0.6))
        block.mark(PAPER, ray(polar((200, 280), length * 0.5, angle), length * 0.36, angle, 8))
    for angle, length, width in (
        (-126, 190, 72),
        (-54, 190, 72),
        (-106, 206, 72),
        (-74, 206, 72),
        (-90, 214, 74),
    ):
        block.carve(SECOND, ray((200, 284), length, angle, width, 0.56))
        block.mark(PAPER, ray(polar((200, 284), length * 0.52, angle), length * 0.36, angle, 7))
    block.carve(SECOND, *(ray((200, 290), 108, angle, 52, 0.55) for angle in (-164, -16)))
    block.carve(SECOND, *(ray((200, 294), 112, angle, 56, 0.52) for angle in (-128, -52)))
    block.mark(
        KEY, *(ray(polar((200, 294), 40, angle), 52, angle, 6) for angle in (-128, -52, -164, -16))
    )


def _flower_tea(block: Woodcut) -> None:
    """Carve a camellia between its leaves, for teas of flowers."""
    block.carve(KEY, bend((206, 410), (196, 330), (200, 240), 18))
    for side in (-1, 1):
        block.leaf(FIRST, (200, 352), 156, -90 + side * 70, 62, 4)
        block.leaf(FIRST, (200, 190), 156, -90 + side * 74, 62, 4)
        block.leaf(FIRST, (200, 190), 160, -90 + side * 36, 54, 4)
    for i in range(7):
        center = polar((200, 204), 62, 360 / 7 * i - 90)
        block.carve(SECOND, disc(center, 46))
    for i in range(5):
        center = polar((200, 204), 30, 72 * i - 54)
        block.carve(SECOND, disc(center, 36))
        block.mark(PAPER, ray(polar((200, 204), 38, 72 * i - 54), 22, 72 * i - 54, 6))
    block.carve(FIRST, disc((200, 204), 24))
    block.mark(PAPER, *(disc(polar((200, 204), 14, 45 * i), 3) for i in range(8)))
    block.mark(PAPER, disc((200, 204), 4))


def _cloth_jar(block: Woodcut) -> None:
    """Carve a jar of spirit with a tied cloth lid and a cup."""
    profile = ((62, 120), (58, 142), (112, 186), (134, 246), (116, 310), (86, 342))
    block.carve(FIRST, turned(196, profile))
    block.carve(SECOND, "M110 128Q120 62 196 58Q272 62 282 128Q240 146 196 142Q152 146 110 128Z")
    block.mark(
        KEY, *(cut((196 + i * 24, 72 + abs(i) * 5), (196 + i * 31, 114), 6) for i in range(-2, 3))
    )
    block.carve(KEY, rectangle(130, 120, 132, 13))
    block.carve(
        KEY,
        bend((250, 128), (292, 132), (302, 186), 10),
        bend((250, 130), (276, 150), (268, 200), 9),
    )
    block.carve(PAPER, polygon((196, 190), (252, 248), (196, 306), (140, 248)))
    block.mark(FIRST, *(ray(polar((196, 248), 6, a), 30, a, 15, 0.6) for a in (-90, 0, 90, 180)))
    block.mark(SECOND, *(ray(polar((196, 248), 6, a), 22, a, 10, 0.6) for a in (-45, 45, 135, 225)))
    block.mark(PAPER, cut((84, 232), (96, 284), 9), cut((304, 214), (308, 262), 8))
    block.carve(SECOND, "M296 290H364Q360 334 342 340H318Q300 334 296 290Z")
    block.carve(KEY, cut((296, 291), (364, 291), 9))
    block.mark(PAPER, cut((312, 306), (322, 330), 5))


def _tea_packet(block: Woodcut) -> None:
    """Carve a cup with steam beside a tied packet, for ground and bagged drinks."""
    block.carve(FIRST, polygon((56, 144), (72, 116), (200, 116), (216, 144), (206, 342), (66, 342)))
    block.carve(KEY, "M70 118L88 84H184L202 118Z")
    block.mark(PAPER, *(cut((96 + i * 20, 92), (92 + i * 22, 112), 5) for i in range(5)))
    block.carve(SECOND, rectangle(60, 196, 152, 92))
    block.leaf(KEY, (136, 282), 78, -90, 34, 3)
    for side in (-1, 1):
        block.leaf(KEY, (136, 276), 60, -90 + side * 52, 26, 2)
    block.mark(PAPER, cut((80, 312), (190, 312), 6), cut((80, 168), (190, 168), 6))
    block.carve(SECOND, bend((318, 276), (376, 268), (326, 318), 26))
    block.carve(SECOND, "M226 258H340Q338 330 306 342H260Q230 330 226 258Z")
    block.carve(KEY, cut((224, 260), (342, 260), 22))
    block.mark(PAPER, cut((244, 288), (258, 326), 7))
    for x in (258, 284, 310):
        block.carve(KEY, bend((x, 236), (x - 22, 204), (x + 4, 160), 9))


def _juice(block: Woodcut) -> None:
    """Carve a tall bottle and a glass with a slice of fruit."""
    profile = ((20, 58), (20, 110), (46, 150), (52, 190), (52, 322), (42, 342))
    block.carve(FIRST, turned(142, profile))
    block.carve(KEY, rectangle(116, 38, 52, 28))
    block.mark(PAPER, *(cut((124 + i * 12, 44), (124 + i * 12, 60), 4) for i in range(4)))
    block.carve(SECOND, rectangle(88, 198, 108, 92))
    block.carve(PAPER, disc((142, 244), 34))
    block.mark(FIRST, *(drop(polar((142, 244), 24, 60 * i), 6, 20, 60 * i + 180) for i in range(6)))
    block.mark(PAPER, cut((108, 166), (118, 142), 7))
    block.carve(KEY, bend((282, 250), (296, 150), (334, 92), 9))
    block.carve(PAPER, polygon((226, 182), (338, 182), (324, 342), (240, 342)))
    block.carve(SECOND, polygon((231, 222), (333, 222), (323, 338), (241, 338)))
    block.mark(
        PAPER,
        cut((250, 236), (256, 320), 8),
        disc((290, 260), 7),
        disc((304, 292), 5),
        disc((278, 306), 6),
    )
    block.carve(FIRST, disc((246, 178), 42))
    block.mark(
        PAPER,
        ring((246, 178), 33, 29),
        *(drop(polar((246, 178), 21, 60 * i), 5, 17, 60 * i + 180) for i in range(6)),
    )


MOTIFS = (
    Motif(
        "shan-tea",
        "búp chè một tôm hai lá",
        "a tea bud between leaves",
        Box(48, 66, 352, 404),
        _tea,
        backdrop=_tea_hills,
    ),
    Motif("coffee", "cành cà phê chín", "a branch of ripe coffee", Box(44, 30, 356, 404), _coffee),
    Motif(
        "gourd-bottle",
        "bầu rượu và đôi chén",
        "a gourd bottle and two cups",
        Box(44, 50, 356, 342),
        _gourd,
        standing=True,
    ),
    Motif("cacao", "trái ca cao", "cocoa pods", Box(20, 20, 380, 394), _cacao),
    Motif(
        "water",
        "giọt nước và lát chanh",
        "a drop of water and a slice of lime",
        Box(44, 36, 356, 394),
        _water,
    ),
    Motif(
        "fruit-wine",
        "bình rượu ngâm quả",
        "a carafe of fruit wine",
        Box(50, 40, 350, 342),
        _plum_wine,
        standing=True,
    ),
    Motif(
        "coconut",
        "trái dừa xiêm",
        "a young coconut",
        Box(20, 20, 380, 366),
        _coconut,
        standing=True,
    ),
    Motif("lotus-tea", "đóa sen", "a lotus in flower", Box(44, 68, 356, 404), _lotus_tea),
    Motif("flower-tea", "bông trà hoa", "a tea flower", Box(40, 44, 360, 404), _flower_tea),
    Motif(
        "cloth-jar",
        "hũ rượu bịt vải",
        "a jar of spirit under a cloth lid",
        Box(60, 56, 366, 342),
        _cloth_jar,
        standing=True,
    ),
    Motif(
        "packet",
        "gói trà và chén nóng",
        "a packet and a steaming cup",
        Box(54, 82, 358, 342),
        _tea_packet,
        standing=True,
    ),
    Motif(
        "juice",
        "chai nước quả",
        "a bottle of juice and a glass",
        Box(84, 36, 342, 342),
        _juice,
        standing=True,
    ),
)
