"""Motifs of fruit."""

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    bend,
    capsule,
    cut,
    disc,
    drop,
    ellipse,
    join,
    polar,
    polygon,
    ray,
    shape,
    turned,
)
from catalogue.label.inks import FIRST, KEY, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut


def _pomelo(block: Woodcut) -> None:
    for center, radius in (((118, 220), 88), ((282, 220), 88)):
        x, y = center
        block.carve(
            FIRST,
            f"M{x} {y - radius - 14}"
            f"C{x + 50} {y - radius} {x + radius} {y - 50} {x + radius} {y + 10}"
            f"A{radius} {radius - 6} 0 0 1 {x - radius} {y + 10}"
            f"C{x - radius} {y - 50} {x - 50} {y - radius} {x} {y - radius - 14}Z",
        )
        dots = (
            (-50, 10),
            (-34, -28),
            (-20, 30),
            (0, -50),
            (24, -20),
            (40, 24),
            (4, 8),
            (-4, 60),
            (52, -8),
        )
        block.mark(PAPER, *(disc((x + dx, y + dy), 3.5) for dx, dy in dots))
        block.leaf(KEY, (x, y - radius - 10), 84, -90 + (26 if x < 200 else -26), 36, 3)
    block.each(KEY, disc((200, 258), 92))
    block.each(SECOND, disc((200, 258), 84))
    block.mark(PAPER, disc((200, 258), 72))
    block.mark(
        SECOND, *(drop(polar((200, 258), 58, 36 * i), 12, 52, 36 * i + 180) for i in range(10))
    )


def _orange(block: Woodcut) -> None:
    places = ((124, 250), (276, 250), (200, 262), (162, 168), (240, 168))
    for x, y in places:
        block.carve(SECOND, disc((x, y), 62))
        dots = ((-26, -12), (-10, 22), (14, -26), (30, 10), (8, 4), (-34, 18), (22, 36))
        block.mark(KEY, *(disc((x + dx, y + dy), 2.5) for dx, dy in dots))
        block.mark(PAPER, bend((x - 40, y - 4), (x - 38, y - 32), (x - 10, y - 44), 8))
    for x, y, angle in ((162, 112, -150), (240, 112, -30), (200, 100, -100), (162, 112, -60)):
        block.leaf(FIRST, (x, y), 86, angle, 38, 3)
    block.carve(KEY, disc((162, 112), 8), disc((240, 112), 8))


def _lychee(block: Woodcut) -> None:
    block.carve(KEY, bend((200, 44), (206, 110), (190, 190), 12))
    for angle, length in ((-158, 128), (-22, 128), (150, 120), (30, 120)):
        block.leaf(FIRST, (202, 96), length, angle, 42, 4)
    places = (
        (140, 170),
        (262, 170),
        (200, 178),
        (104, 236),
        (298, 236),
        (168, 244),
        (236, 244),
        (136, 300),
        (268, 300),
        (202, 312),
    )
    for x, y in places:
        block.carve(SECOND, disc((x, y), 38))
        scales = ((0, -20), (-18, -8), (18, -8), (0, 0), (-18, 14), (18, 14), (0, 22))
        block.mark(
            PAPER, *(cut((x + dx - 5, y + dy), (x + dx + 5, y + dy), 6) for dx, dy in scales)
        )


def _dragon_fruit(block: Woodcut) -> None:
    for angle, length in ((-90, 118), (-116, 112), (-64, 112), (-140, 92), (-40, 92)):
        block.carve(
            FIRST,
            bend(
                polar((200, 190), 40, angle),
                polar((200, 190), 80, angle),
                polar((200, 176), length + 26, angle),
                40,
            ),
        )
    block.carve(
        SECOND, turned(200, ((40, 122), (96, 170), (114, 230), (98, 290), (48, 338), (14, 346)))
    )
    rows = ((170, 2), (216, 3), (264, 2), (304, 1))
    for y, count in rows:
        for i in range(count):
            x = 200 + (i - (count - 1) / 2) * 68
            lean = (i - (count - 1) / 2) * 22
            block.carve(FIRST, ray((x, y + 20), 62, -90 + lean, 30, 0.3))
    block.mark(PAPER, cut((104, 232), (116, 284), 8))


def _durian(block: Woodcut) -> None:
    block.carve(KEY, capsule((176, 40), (176, 90), 13))
    block.leaf(FIRST, (176, 70), 96, -158, 36, 3)
    block.leaf(FIRST, (176, 70), 96, -22, 36, 3)
    middle = (176, 206)
    tips = (polar(middle, 140 if i % 2 else 118, 10 * i - 90) for i in range(36))
    block.carve(FIRST, polygon(*((176 + (x - 176) * 0.92, y) for x, y in tips)))
    for y, count in ((116, 2), (148, 4), (180, 5), (212, 6), (244, 5), (276, 4), (304, 2)):
        spikes = []
        for i in range(count):
            x = 176 + (i - (count - 1) / 2) * 36
            spikes.append(polygon((x - 13, y + 11), (x, y - 15), (x + 13, y + 11), (x, y + 4)))
        block.mark(PAPER if count % 2 else SECOND, *spikes)
    block.carve(KEY, ray((348, 176), 190, 118, 124))
    block.carve(PAPER, ray((342, 190), 164, 118, 96))
    for part in (0.3, 0.52, 0.74):
        seed = polar((342, 190), 164 * part, 118)
        block.carve(SECOND, disc(seed, 25 - abs(part - 0.52) * 24))
        block.mark(PAPER, cut((seed[0] - 9, seed[1] + 2), (seed[0] - 2, seed[1] - 11), 5))


def _banana(block: Woodcut) -> None:
    block.carve(KEY, bend((250, 44), (236, 70), (236, 132), 40))
    for i, angle in enumerate((62, 84, 106, 128, 150)):
        tip = polar((236, 110), 226 - abs(i - 2) * 6, angle)
        middle = ((236 + tip[0]) / 2, (110 + tip[1]) / 2)
        inner, outer = polar(middle, 16, angle - 90), polar(middle, 104, angle - 90)
        block.carve(
            SECOND,
            f"M{join((224, 106))}Q{join(inner)} {join(tip)}Q{join(outer)} {join((250, 112))}Z",
        )
        ridge = polar(middle, 58, angle - 90)
        block.mark(
            PAPER, bend(polar((236, 110), 34, angle - 40), ridge, polar(tip, -22, angle + 8), 5)
        )
        block.mark(KEY, disc(polar(tip, -3, angle), 7))
    block.carve(KEY, ellipse((238, 114), 32, 17))
    block.leaf(FIRST, (250, 84), 112, 14, 48, 5)


_MANGO = (
    ((28, -106),),
    ((-50, -112), (-92, -10), (-62, 66)),
    ((-36, 118), (56, 96), (70, 14)),
    ((76, -40), (66, -96), (28, -106)),
)


def _mango(block: Woodcut) -> None:
    block.carve(
        KEY, bend((214, 40), (206, 80), (170, 132), 10), bend((214, 40), (240, 80), (262, 128), 10)
    )
    block.leaf(FIRST, (212, 66), 136, -172, 40, 4)
    block.leaf(FIRST, (216, 66), 132, 4, 40, 4)
    for x, y, flip, ink in ((140, 232, 1, SECOND), (262, 232, -1, FIRST)):
        block.carve(ink, shape(*_MANGO, origin=(x, y), across=flip))
        block.mark(
            PAPER, bend((x - 46 * flip, y + 36), (x - 60 * flip, y - 30), (x - 8 * flip, y - 76), 9)
        )
        dots = ((10, 20), (34, -10), (20, 54), (40, 30), (0, 64))
        block.mark(PAPER, *(disc((x + dx * flip, y + dy), 3) for dx, dy in dots))


def _round_fruit(block: Woodcut) -> None:
    """Carve three smooth fruit with leaves: guava, apple, pear, plum, persimmon."""
    for x, y, radius, ink in ((132, 226, 78, FIRST), (268, 226, 78, FIRST), (200, 250, 84, SECOND)):
        block.carve(
            KEY, bend((x, y - radius + 16), (x + 2, y - radius - 18), (x + 14, y - radius - 34), 9)
        )
        block.leaf(
            KEY if ink is FIRST else FIRST,
            (x + 2, y - radius + 6),
            74,
            -150 if x < 200 else -30,
            34,
            3,
        )
        block.carve(
            ink,
            turned(
                x,
                (
                    (14, y - radius + 10),
                    (46, y - radius + 2),
                    (radius, y - 20),
                    (radius - 6, y + 30),
                    (40, y + radius - 4),
                    (12, y + radius - 8),
                ),
            ),
        )
        block.mark(
            PAPER,
            bend(
                (x - radius + 18, y + 18), (x - radius + 8, y - 40), (x - 22, y - radius + 22), 10
            ),
        )
        block.mark(
            PAPER,
            *(disc((x + dx, y + dy), 3) for dx, dy in ((24, 10), (40, -20), (8, 40), (36, 40))),
        )


def _melon(block: Woodcut) -> None:
    block.carve(KEY, bend((206, 92), (206, 52), (252, 46), 16))
    block.carve(KEY, capsule((176, 64), (244, 60), 7))
    block.leaf(FIRST, (206, 74), 116, -166, 56, 4)
    block.carve(FIRST, disc((200, 214), 128))
    for bulge in (-104, -66, -24, 24, 66, 104):
        block.mark(
            PAPER,
            f"M200 88Q{200 + bulge * 1.6:.0f} 214 200 340Q{207 + bulge * 1.6:.0f} 214 200 88Z",
        )
    for row in range(5):
        y = 140 + row * 37
        block.mark(
            PAPER,
            f"M{84 + abs(row - 2) * 16} {y}Q200 {y + 44} {316 - abs(row - 2) * 16} {y}"
            f"Q200 {y + 50} {84 + abs(row - 2) * 16} {y}Z",
        )
    block.carve(KEY, "M224 344A92 92 0 0 0 366 236Z")
    block.carve(SECOND, "M232 334A80 80 0 0 0 354 242Z")
    block.mark(PAPER, *(drop((256 + i * 20, 316 - i * 15), 4, 12, 50) for i in range(5)))


def _grapes(block: Woodcut) -> None:
    block.carve(KEY, bend((196, 32), (204, 70), (200, 120), 12))
    for angle, length in ((-168, 122), (-12, 122), (168, 104), (12, 104)):
        block.leaf(FIRST, (200, 90), length, angle, 66, 4)
    for y, count in ((138, 5), (178, 6), (218, 5), (258, 4), (298, 3), (336, 2)):
        for i in range(count):
            x = 200 + (i - (count - 1) / 2) * 44
            block.carve(SECOND, disc((x, y), 24))
            block.mark(PAPER, cut((x - 12, y - 2), (x - 2, y - 13), 5))


MOTIFS = (
    Motif("pomelo", "trái bưởi bổ đôi", "pomelos, one cut", Box(28, 50, 372, 352), _pomelo),
    Motif("orange", "trái cam", "oranges", Box(60, 26, 340, 326), _orange),
    Motif("lychee", "chùm vải", "a bunch of lychees", Box(62, 40, 340, 352), _lychee),
    Motif(
        "dragon-fruit", "trái thanh long", "a dragon fruit", Box(84, 30, 316, 348), _dragon_fruit
    ),
    Motif("durian", "trái sầu riêng", "a durian", Box(40, 28, 370, 352), _durian),
    Motif("banana", "nải chuối", "a hand of bananas", Box(20, 40, 366, 352), _banana),
    Motif("mango", "trái xoài", "mangoes", Box(62, 36, 350, 340), _mango),
    Motif(
        "round-fruit",
        "trái chín có lá",
        "ripe fruit with leaves",
        Box(50, 84, 350, 334),
        _round_fruit,
    ),
    Motif("melon", "trái dưa lưới", "a netted melon", Box(70, 38, 370, 374), _melon),
    Motif("grapes", "chùm nho", "a bunch of grapes", Box(66, 30, 334, 362), _grapes),
)
