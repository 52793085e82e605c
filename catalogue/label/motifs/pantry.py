"""Motifs of honey, spices, nuts, salt and oil."""

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    bend,
    cut,
    disc,
    drop,
    ellipse,
    polygon,
    ray,
    rectangle,
    regular,
    shape,
    turned,
)
from catalogue.label.inks import FIRST, KEY, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut


def _honey(block: Woodcut) -> None:
    for q, r in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1)):
        center = (200 + 55 * (q + r / 2), 232 + 48 * r)
        block.carve(SECOND, regular(center, 29, 6))
        if (q, r) == (0, 0):
            block.mark(FIRST, regular(center, 15, 6))
        else:
            block.mark(PAPER, regular(center, 12, 6))
    block.each(FIRST, ray((238, 192), 46, -78, 24), ray((246, 198), 44, -22, 24))
    block.carve(KEY, cut((206, 224), (262, 180), 26, 0.4))
    block.mark(PAPER, cut((224, 196), (236, 216), 5), cut((236, 188), (247, 206), 5))
    block.carve(KEY, disc((262, 180), 9))


_GARLIC = (
    ((-8, -150),),
    ((14, -156), (12, -140)),
    ((14, -90), (78, -70), (78, 10)),
    ((78, 70), (-78, 70), (-78, 10)),
    ((-78, -70), (-12, -90), (-8, -150)),
)


def _garlic(block: Woodcut) -> None:
    for x, y, size in ((128, 232, 0.9), (280, 240, 0.84), (204, 214, 1.16)):
        w = 78 * size
        bulb = shape(*_GARLIC, origin=(x, y), across=size, down=size)
        block.carve(SECOND if size < 1 else FIRST, bulb)
        for bulge in (-1.15, -0.5, 0.5, 1.15):
            top, low = y - 86 * size, y + 50 * size
            block.mark(
                PAPER, bend((x + bulge * 5, low), (x + bulge * w * 0.82, y + 4), (x, top), 7)
            )
        roots = (ray((x, y + 52 * size), 20, angle, 5) for angle in (50, 75, 105, 130))
        block.mark(KEY, *roots)
    for x in (90, 166, 242, 316):
        block.carve(PAPER, drop((x, 326), 17, 36, -70))
        block.mark(FIRST, cut((x - 6, 332), (x + 8, 304), 6))


def _chilli(block: Woodcut) -> None:
    block.carve(KEY, bend((200, 36), (190, 90), (204, 140), 12))
    block.leaf(FIRST, (198, 84), 116, -170, 42, 4)
    block.leaf(FIRST, (200, 84), 116, -10, 42, 4)
    for x, over, tip in (
        (126, 92, (72, 330)),
        (276, 310, (330, 326)),
        (164, 150, (146, 356)),
        (238, 252, (256, 354)),
        (200, 204, (200, 366)),
    ):
        block.carve(KEY, bend((x, 160), ((x + 200) / 2, 120), (200, 116), 9))
        block.carve(SECOND, bend((x, 154), (over, 250), tip, 46))
        block.carve(
            FIRST,
            f"M{x - 27} 164Q{x - 22} 140 {x} 138Q{x + 22} 140 {x + 27} 164Q{x} 176 {x - 27} 164Z",
        )
        block.mark(
            PAPER,
            bend(
                (x - 8, 188), (over * 0.6 + x * 0.4 - 6, 240), (tip[0] * 0.6 + over * 0.4, 290), 6
            ),
        )


def _pepper(block: Woodcut) -> None:
    block.carve(KEY, bend((200, 36), (216, 110), (196, 190), 12))
    for angle, length, y in ((-160, 130, 84), (-20, 130, 84), (164, 130, 150), (16, 130, 150)):
        block.leaf(FIRST, (204, y), length, angle, 72, 4)
    with block.symbol() as corn:
        block.carve(SECOND, disc((0, 0), 13))
        block.mark(PAPER, cut((-7, -2), (-1, -8), 4))
    for x, top, count in ((132, 178, 7), (268, 178, 7), (200, 190, 8)):
        block.carve(KEY, bend((x, top - 30), (x + 4, top + 60), (x, top + count * 20), 8))
        for i in range(count):
            for side in (-1, 1):
                block.stamp(corn, (x + side * (13 - i * 0.8), top + i * 20 + (side > 0) * 9))
    for i in range(5):
        block.carve(KEY, disc((84 + i * 58, 352), 12))


def _peanut(block: Woodcut) -> None:
    for angle, length in ((-150, 110), (-30, 110), (-112, 122), (-68, 122)):
        block.leaf(FIRST, (200, 162), length, angle, 54, 3)
    block.carve(KEY, bend((200, 250), (196, 200), (200, 150), 12))
    for x, y, tilt, ink in ((118, 240, 16, SECOND), (282, 240, -16, SECOND), (200, 276, 0, SECOND)):
        with block.group(f'transform="rotate({tilt} {x} {y})"'):
            block.carve(
                ink,
                turned(x, ((10, y - 74), (36, y - 46), (26, y - 4), (42, y + 36), (14, y + 74))),
            )
            dots = (
                (-16, -42),
                (4, -50),
                (18, -30),
                (-4, -26),
                (-20, 26),
                (2, 20),
                (22, 36),
                (0, 46),
                (-10, 60),
            )
            block.mark(
                KEY, *(cut((x + dx, y + dy - 5), (x + dx, y + dy + 5), 5) for dx, dy in dots)
            )
    for x in (92, 310):
        block.carve(FIRST, ellipse((x, 336), 26, 17))
        block.mark(PAPER, cut((x - 14, 334), (x + 10, 330), 5))


def _cashew(block: Woodcut) -> None:
    block.leaf(FIRST, (200, 86), 128, -168, 52, 4)
    block.leaf(FIRST, (200, 86), 128, -12, 52, 4)
    block.leaf(FIRST, (200, 90), 60, -90, 34, 2)
    for x, tilt in ((126, 10), (274, -10)):
        with block.group(f'transform="rotate({tilt} {x} 180)"'):
            block.carve(SECOND, turned(x, ((20, 92), (48, 122), (70, 186), (62, 232), (22, 250))))
            block.mark(
                PAPER,
                cut((x - 42, 206), (x - 26, 134), 9),
                *(disc((x + dx, y), 3) for dx, y in ((12, 150), (28, 186), (8, 206))),
            )
            block.carve(
                KEY,
                f"M{x - 30} 250C{x - 44} 300 {x + 6} 342 {x + 40} 322"
                f"C{x + 54} 308 {x + 40} 292 {x + 24} 296C{x + 4} 300 {x - 2} 274 {x + 8} 256"
                f"C{x + 2} 236 {x - 24} 236 {x - 30} 250Z",
            )
            block.mark(PAPER, bend((x - 16, 262), (x - 18, 306), (x + 26, 312), 6))


def _macadamia(block: Woodcut) -> None:
    for angle in (-168, -132, -90, -48, -12):
        block.leaf(FIRST, (200, 150), 112, angle, 38, 4)
    for x, y in ((124, 206), (276, 206), (200, 190)):
        block.carve(SECOND, disc((x, y), 50))
        block.mark(PAPER, bend((x - 34, y + 4), (x - 32, y - 28), (x - 6, y - 36), 7))
        block.mark(KEY, cut((x - 4, y - 10), (x + 26, y + 28), 7))
    for x in (142, 258):
        block.carve(KEY, disc((x, 286), 58))
        block.carve(PAPER, disc((x, 286), 42))
        block.mark(SECOND, disc((x, 286), 35))
        block.mark(PAPER, cut((x - 20, 278), (x - 4, 262), 7))


def _salt(block: Woodcut) -> None:
    block.carve(PAPER, "M46 340L164 112Q200 60 236 112L354 340Z")
    block.carve(FIRST, "M58 336L170 116Q200 74 230 116L342 336Z")
    for row in range(6):
        y = 140 + row * 36
        count = row + 1
        for i in range(count):
            x = 200 + (i - (count - 1) / 2) * 42
            block.mark(
                PAPER if (i + row) % 3 else SECOND,
                polygon((x, y - 11), (x + 11, y), (x, y + 11), (x - 11, y)),
            )
    block.carve(KEY, bend((372, 120), (330, 190), (262, 240), 16))
    block.carve(SECOND, polygon((232, 226), (286, 206), (304, 262), (250, 282)))
    block.mark(PAPER, cut((248, 244), (290, 230), 6), cut((256, 262), (294, 248), 6))


def _oil_bottle(block: Woodcut) -> None:
    block.carve(
        FIRST, turned(200, ((24, 74), (24, 118), (66, 160), (76, 210), (76, 318), (62, 342)))
    )
    block.carve(KEY, rectangle(170, 44, 60, 32))
    block.mark(PAPER, *(cut((180 + i * 13, 50), (180 + i * 13, 70), 4) for i in range(4)))
    block.carve(PAPER, drop((200, 258), 50, 108))
    block.mark(SECOND, drop((200, 258), 42, 94))
    block.mark(PAPER, cut((174, 262), (188, 292), 8), cut((150, 176), (142, 206), 8))
    for side in (-1, 1):
        block.leaf(KEY, (200 + side * 96, 344), 128, -90 + side * 10, 44, 4)
        block.carve(SECOND, *(disc((200 + side * x, y), 14) for x, y in ((104, 328), (136, 330))))


MOTIFS = (
    Motif("honey", "tầng mật và con ong", "honeycomb and a bee", Box(112, 138, 296, 316), _honey),
    Motif("garlic", "củ tỏi", "garlic", Box(54, 36, 350, 348), _garlic),
    Motif("chilli", "chùm ớt", "chillies", Box(68, 34, 334, 368), _chilli),
    Motif("pepper", "chùm tiêu", "peppercorns on the vine", Box(70, 34, 336, 366), _pepper),
    Motif("peanut", "củ lạc", "peanuts", Box(64, 40, 338, 354), _peanut),
    Motif("cashew", "trái điều", "cashew fruit", Box(48, 30, 352, 332), _cashew),
    Motif("macadamia", "hạt mắc ca", "macadamia nuts", Box(70, 38, 330, 346), _macadamia),
    Motif("salt", "đống muối", "a heap of salt", Box(44, 84, 374, 342), _salt),
    Motif(
        "oil-bottle",
        "chai dầu ép",
        "a bottle of pressed oil",
        Box(48, 42, 352, 344),
        _oil_bottle,
        standing=True,
    ),
)
