"""Motifs of medicinal plants and what is made from them."""

import math

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    bend,
    capsule,
    cut,
    disc,
    drop,
    ellipse,
    number,
    polar,
    ray,
    rectangle,
    ring,
    turned,
)
from catalogue.label.inks import FIRST, KEY, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut


def _ginseng(block: Woodcut) -> None:
    block.carve(KEY, cut((200, 190), (200, 104), 11))
    for i in range(5):
        block.leaf(FIRST, (200, 150), 92 if i == 2 else 106, -176 + 43 * i, 44, 4)
    block.carve(SECOND, *(disc(polar((200, 92), 17, 60 * i), 9) for i in range(6)))
    block.carve(SECOND, disc((200, 92), 9))
    limbs = (
        ((182, 232), (120, 236), (96, 300), 26),
        ((218, 228), (288, 232), (300, 306), 26),
        ((190, 250), (130, 296), (150, 336), 24),
        ((210, 250), (262, 300), (246, 334), 24),
        ((200, 256), (196, 300), (204, 340), 20),
    )
    block.each(SECOND, *(bend(*limb) for limb in limbs))
    profile = (
        (12, 164),
        (26, 176),
        (30, 190),
        (24, 204),
        (33, 220),
        (34, 240),
        (26, 262),
        (10, 284),
    )
    block.carve(SECOND, turned(200, profile))
    rings = ((178, 20), (192, 26), (206, 22), (222, 28), (238, 28), (254, 20))
    block.mark(KEY, *(cut((200 - half, y), (200 + half * 0.7, y + 3), 5) for y, half in rings))
    nicks = ((118, 262, 128, 274), (106, 280, 116, 288), (278, 258, 268, 272), (292, 282, 284, 290))
    block.mark(KEY, *(cut((x, y), (x2, y2), 4) for x, y, x2, y2 in nicks))
    rootlets = (
        (98, 296, 80, 322),
        (102, 288, 112, 328),
        (298, 300, 322, 322),
        (296, 292, 284, 330),
    )
    for x, y, x2, y2 in (*rootlets, (150, 332, 132, 344), (246, 330, 268, 342)):
        block.mark(SECOND, bend((x, y), ((x + x2) / 2 + 6, (y + y2) / 2), (x2, y2), 5))


def _artichoke(block: Woodcut) -> None:
    block.carve(KEY, rectangle(190, 270, 20, 76))
    block.leaf(FIRST, (198, 342), 130, -156, 44, 5)
    block.leaf(FIRST, (202, 342), 130, -24, 44, 5)
    rows = (
        (124, 1, 0),
        (140, 2, 40),
        (162, 3, 44),
        (190, 4, 45),
        (220, 3, 50),
        (240, 4, 46),
        (262, 3, 46),
    )
    for y, count, step in rows:
        middle = (count - 1) / 2
        for i in sorted(range(count), key=lambda at: -abs(at - middle)):
            offset = i - middle
            center, angle = (200 + offset * step, y + offset * offset * 2), -90 + offset * 15
            block.carve(SECOND if count == 3 else FIRST, drop(center, 29, 76, angle))
            block.mark(PAPER, cut(polar(center, -4, angle), polar(center, 50, angle), 6.5))


def _turmeric(block: Woodcut) -> None:
    for angle, length in ((-128, 150), (-52, 150), (-108, 190), (-72, 190), (-90, 206)):
        block.leaf(FIRST, (200, 262), length, angle, 46, 5)
    fingers = (
        ((150, 270), (104, 226), 20),
        ((250, 268), (300, 224), 20),
        ((150, 296), (112, 322), 18),
        ((248, 298), (290, 324), 18),
        ((200, 300), (206, 332), 17),
    )
    for start, end, radius in fingers:
        block.carve(SECOND, capsule(start, end, radius))
        slope = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
        for part in (0.55, 0.85):
            spot = polar(start, math.dist(start, end) * part, slope)
            ends = (polar(spot, radius * 0.8, slope - 90), polar(spot, radius * 0.8, slope + 90))
            block.mark(KEY, cut(*ends, 5))
    block.carve(SECOND, capsule((142, 282), (258, 282), 30))
    block.mark(KEY, *(cut((x, 258), (x + 4, 306), 5.5) for x in (142, 162, 244, 262)))
    block.carve(KEY, disc((204, 282), 27))
    block.carve(SECOND, disc((204, 282), 21))
    block.mark(PAPER, ring((204, 282), 13, 8.5))


def _cajeput(block: Woodcut) -> None:
    block.carve(KEY, bend((200, 352), (208, 200), (196, 56), 13))
    for i in range(6):
        y, scale = 312 - i * 38, 1 - 0.06 * i
        block.carve(FIRST, ray((201, y), 122 * scale, -150, 30 * scale))
        block.carve(FIRST, ray((202, y - 18), 122 * scale, -30, 30 * scale))
        ribs = (((201, y), -150), ((202, y - 18), -30))
        block.mark(PAPER, *(ray(polar(foot, 14, a), 84 * scale, a, 3.4) for foot, a in ribs))
    for i in range(11):
        lean = 72 if i > 2 else 30 + 18 * i
        for side in (-1, 1):
            block.carve(SECOND, ray((199, 84 + i * 10), 44 - abs(i - 5) * 3, -90 + side * lean, 10))
    block.carve(KEY, cut((199, 210), (197, 70), 8))
    for x in (104, 298):
        block.carve(SECOND, drop((x, 298), 23, 58))
        block.mark(PAPER, cut((x - 10, 298), (x - 4, 276), 6))


def _cordyceps(block: Woodcut) -> None:
    for x, control, top, height in (
        (112, 84, 96, 118),
        (156, 146, 150, 84),
        (200, 206, 200, 62),
        (244, 256, 252, 88),
        (288, 316, 304, 122),
    ):
        block.carve(SECOND, bend((x, 318), (control, 220), (top, height + 40), 26))
        block.carve(SECOND, capsule((top, height), (top + (x - top) * 0.3, height + 54), 14))
        dots = ((-5, 2), (5, 14), (-4, 28), (6, 42))
        block.mark(KEY, *(disc((top + dx, height + dy), 3) for dx, dy in dots))
    block.carve(
        KEY, "M70 326Q80 288 140 292Q200 280 262 292Q320 288 330 326Q310 344 200 344Q90 344 70 326Z"
    )
    block.carve(FIRST, *(capsule((x, 316), (x + 34, 322), 13) for x in (94, 166, 238)))
    for x in (94, 166, 238):
        block.mark(
            PAPER, *(cut((x + i * 11, 306 + i), (x + i * 11, 328 + i), 4) for i in (0, 1, 2, 3))
        )


def _lingzhi(block: Woodcut) -> None:
    block.carve(KEY, capsule((84, 344), (300, 344), 18))
    block.mark(PAPER, *(cut((90 + i * 50, 344), (116 + i * 50, 342), 5) for i in range(5)))
    block.carve(FIRST, bend((234, 190), (196, 260), (190, 348), 44))
    block.carve(FIRST, bend((122, 262), (140, 310), (172, 348), 34))
    for x, y, half in ((232, 176, 112.0), (122, 256, 72.0)):
        rise = half * 0.62
        for share, ink in ((1, FIRST), (0.8, SECOND), (0.6, FIRST), (0.38, SECOND)):
            arch, top = half * share, number(y + 8 - rise * 2 * share)
            left, right = number(x - arch), number(x + arch)
            low = number(y + 8 + rise * 0.5 * share)
            block.carve(
                ink,
                f"M{left} {y + 8}C{left} {top} {right} {top} {right} {y + 8}"
                f"Q{x} {low} {left} {y + 8}Z",
            )


def _ginger(block: Woodcut) -> None:
    block.carve(KEY, bend((230, 260), (240, 160), (250, 70), 14))
    for i, (y, side) in enumerate(((214, -1), (186, 1), (154, -1), (124, 1), (96, -1), (80, 1))):
        block.leaf(FIRST, (238 + i * 2, y), 132 - i * 8, -90 + side * (66 - i * 5), 30, 0)
    knobs = (
        ((120, 290), (280, 282), 36),
        ((130, 268), (104, 226), 25),
        ((186, 268), (180, 224), 24),
        ((120, 306), (84, 320), 22),
        ((206, 306), (220, 334), 22),
        ((280, 270), (318, 244), 24),
        ((282, 292), (322, 314), 20),
    )
    for start, end, radius in knobs:
        block.carve(SECOND, capsule(start, end, radius))
    block.carve(SECOND, capsule((128, 290), (276, 282), 32))
    for x, y in ((104, 230), (180, 228), (316, 246), (90, 316), (318, 310)):
        block.mark(KEY, cut((x - 13, y + 4), (x + 13, y), 5))
    block.mark(KEY, *(cut((x, 264), (x + 5, 308), 6) for x in (138, 164, 232, 258)))
    block.carve(PAPER, disc((202, 288), 24))
    block.mark(SECOND, disc((202, 288), 17))
    block.mark(PAPER, ring((202, 288), 10, 6))


def _cinnamon(block: Woodcut) -> None:
    block.leaf(FIRST, (196, 150), 136, -148, 52, 4)
    block.leaf(FIRST, (204, 150), 136, -32, 52, 4)
    block.leaf(FIRST, (200, 156), 124, -90, 50, 4)
    for x, lean in ((122, -10), (278, 10), (162, -5), (238, 5), (200, 0)):
        with block.group(f'transform="rotate({lean} {x} 340)"'):
            block.carve(SECOND, rectangle(x - 22, 128, 44, 214))
            block.mark(KEY, cut((x - 6, 146), (x - 4, 330), 7), cut((x + 11, 150), (x + 9, 300), 4))
            block.carve(KEY, disc((x - 10, 128), 13), disc((x + 11, 128), 12))
            block.mark(PAPER, disc((x - 10, 128), 6), disc((x + 11, 128), 5))
    block.each(KEY, rectangle(104, 224, 192, 17), rectangle(104, 250, 192, 17))
    block.mark(PAPER, *(cut((x, 232.5), (x + 20, 232.5), 5) for x in range(116, 290, 30)))


def _star_anise(block: Woodcut) -> None:
    for center, size, turn in (((200, 178), 1.0, 0), ((112, 292), 0.56, 20), ((292, 292), 0.56, 4)):
        for i in range(8):
            angle = 45 * i + turn + 22
            block.carve(
                FIRST, ray(polar(center, 10 * size, angle), 118 * size, angle, 50 * size, 0.52)
            )
            block.mark(
                PAPER, ray(polar(center, 34 * size, angle), 74 * size, angle, 19 * size, 0.45)
            )
            seed = polar(center, 66 * size, angle)
            block.mark(SECOND, ray(polar(seed, -16 * size, angle), 32 * size, angle, 16 * size))
        block.carve(KEY, disc(center, 15 * size))
    block.leaf(FIRST, (200, 340), 60, -90, 26, 2)


def _antler(block: Woodcut) -> None:
    for side in (-1, 1):

        def at(x: float, y: float, side: int = side) -> tuple[float, float]:
            return 200 + side * x, y

        block.mark(
            SECOND,
            capsule(at(26, 316), at(74, 236), 22),
            capsule(at(74, 236), at(92, 130), 20),
            capsule(at(92, 130), at(74, 78), 18),
            capsule(at(84, 226), at(132, 170), 17),
            capsule(at(82, 176), at(40, 132), 16),
        )
        nicks = (
            (44, 290),
            (62, 258),
            (80, 220),
            (88, 184),
            (92, 150),
            (86, 108),
            (112, 196),
            (58, 152),
        )
        block.mark(KEY, *(cut(at(x - 8, y - 4), at(x + 8, y + 4), 6) for x, y in nicks))
        block.carve(KEY, ellipse(at(26, 322), 30, 13))
    for x in (128, 176, 224, 272):
        block.carve(SECOND, disc((x, 354), 19))
        block.mark(KEY, ring((x, 354), 13, 9))


def _herb_sprig(block: Woodcut) -> None:
    """Carve a bunch of wild herbs in flower, tied with a string."""
    stems = ((-58, 118), (-28, 84), (0, 66), (28, 84), (58, 118))
    for shift, top in stems:
        block.carve(
            KEY,
            bend(
                (200 + shift * 0.12, 300), (200 + shift * 0.9, 240), (200 + shift * 2, top + 30), 10
            ),
        )
    for shift, top in stems:
        for i in range(4):
            part = 0.3 + 0.17 * i
            x = 200 + shift * (0.2 + 1.8 * part * part)
            y = 300 - (270 - top) * part
            for side in (-1, 1):
                block.carve(FIRST, ray((x, y), 40 - i * 3, -90 + shift * 0.4 + side * 52, 16))
    for shift, top in stems:
        center = (200 + shift * 2, top + 18)
        block.carve(SECOND, *(disc(polar(center, 15, 72 * i - 90), 10) for i in range(5)))
        block.carve(KEY, disc(center, 7))
    block.carve(KEY, *(ray((200, 286), 70, angle, 11, 0.3) for angle in (70, 90, 110)))
    block.carve(SECOND, rectangle(174, 276, 52, 20))
    block.mark(KEY, *(cut((182 + i * 12, 280), (182 + i * 12, 292), 4) for i in range(4)))


def _balm_jar(block: Woodcut) -> None:
    """Carve a medicine pot with a spoon of thick extract and leaves."""
    block.leaf(FIRST, (128, 214), 150, -118, 48, 4)
    block.leaf(FIRST, (272, 214), 150, -62, 48, 4)
    block.leaf(FIRST, (200, 190), 130, -90, 50, 4)
    block.carve(
        SECOND, turned(200, ((70, 190), (78, 206), (112, 232), (118, 284), (96, 330), (74, 342)))
    )
    block.carve(KEY, "M118 172H282V206Q200 224 118 206Z")
    block.carve(FIRST, rectangle(176, 148, 48, 26))
    block.mark(PAPER, *(cut((132 + i * 24, 184), (132 + i * 24, 204), 6) for i in range(6)))
    block.carve(PAPER, disc((200, 276), 44))
    block.mark(FIRST, cut((200, 310), (200, 240), 6))
    block.mark(
        FIRST,
        *(ray((200, y), 28, -90 + side * 54, 12) for y in (304, 284, 264) for side in (-1, 1)),
    )
    block.mark(PAPER, cut((96, 262), (102, 300), 8))


def _kudzu(block: Woodcut) -> None:
    for angle in (-164, -128, -90, -52, -16):
        block.leaf(FIRST, (200, 140), 104, angle, 54, 3)
    roots = ((120, 94, 26), (280, 306, 26), (164, 150, 30), (236, 250, 30), (200, 204, 34))
    for x, tip, half in roots:
        block.carve(
            SECOND,
            f"M{x - 12} 140C{x - half - 12} 190 {x - half - 4} 270 {tip} 346"
            f"C{x + half + 4} 270 {x + half + 12} 190 {x + 12} 140Z",
        )
        block.mark(
            KEY, *(cut((x - half * 0.7, y), (x + half * 0.2, y + 5), 5) for y in (190, 224, 258))
        )
        block.mark(KEY, *(cut((x, y), (x + half * 0.6, y - 4), 5) for y in (208, 242, 284)))
    block.carve(KEY, disc((200, 140), 16))


MOTIFS = (
    Motif("ginseng", "củ sâm có lá", "a ginseng root with leaves", Box(78, 74, 324, 346), _ginseng),
    Motif("artichoke", "hoa atiso", "an artichoke", Box(80, 44, 320, 348), _artichoke),
    Motif("turmeric", "khóm nghệ", "turmeric with its leaves", Box(80, 54, 324, 350), _turmeric),
    Motif(
        "cajeput",
        "cành tràm và giọt dầu",
        "cajeput and drops of oil",
        Box(78, 50, 324, 354),
        _cajeput,
    ),
    Motif("cordyceps", "đông trùng hạ thảo", "cordyceps", Box(68, 46, 332, 346), _cordyceps),
    Motif("lingzhi", "nấm linh chi", "lingzhi mushrooms", Box(54, 86, 346, 348), _lingzhi),
    Motif("ginger", "củ gừng có lá", "ginger with its leaves", Box(60, 54, 352, 358), _ginger),
    Motif("cinnamon", "bó quế", "a bundle of cinnamon", Box(76, 30, 324, 344), _cinnamon),
    Motif("star-anise", "hoa hồi", "star anise", Box(48, 50, 356, 360), _star_anise),
    Motif("antler", "nhung hươu", "velvet antlers", Box(44, 54, 356, 376), _antler),
    Motif(
        "herb-bunch",
        "bó thảo mộc",
        "a bunch of herbs in flower",
        Box(62, 58, 338, 362),
        _herb_sprig,
    ),
    Motif(
        "balm-pot",
        "hũ cao thuốc",
        "a pot of herbal extract",
        Box(52, 58, 348, 342),
        _balm_jar,
        standing=True,
    ),
    Motif("kudzu", "củ sắn dây", "kudzu roots", Box(84, 36, 316, 348), _kudzu),
)
