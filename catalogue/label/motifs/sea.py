"""Motifs from the sea, the rivers and the ponds."""

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    Point,
    along,
    bend,
    capsule,
    cut,
    disc,
    polar,
    polygon,
    ray,
    ring,
    turned,
)
from catalogue.label.inks import FIRST, KEY, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut


def _squid(block: Woodcut) -> None:
    for shift, tip in (
        (-30, (96, 268)),
        (30, (304, 268)),
        (-22, (112, 318)),
        (22, (288, 318)),
        (-9, (158, 340)),
        (9, (242, 340)),
    ):
        block.carve(FIRST, bend((200 + shift, 240), (200 + shift * 2.4, 300), tip, 24))
    block.carve(SECOND, cut((200, 58), (106, 172), 54, 0.62), cut((200, 58), (294, 172), 54, 0.38))
    block.carve(FIRST, "M200 44C236 88 254 150 248 206Q200 236 152 206C146 150 164 88 200 44Z")
    block.carve(FIRST, disc((200, 236), 35))
    block.mark(PAPER, ring((184, 238), 9, 4.5), ring((216, 238), 9, 4.5))
    for y, count in ((92, 1), (112, 2), (134, 1), (154, 2), (176, 3)):
        for i in range(count):
            x = 200 + (i - (count - 1) / 2) * 25
            block.mark(PAPER, cut((x - 8, y), (x + 8, y), 7))
    block.mark(PAPER, cut((166, 202), (234, 202), 8))


def _small_fish(block: Woodcut, center: Point, turn: float) -> None:
    """Carve one fish 200 units long, swimming along ``turn``."""

    def at(x: float, y: float) -> Point:
        return polar(polar(center, x, turn), y, turn + 90)

    tail = (at(-62, 6), at(-104, -16), at(-94, 10), at(-100, 40))
    block.carve(SECOND, polygon(*tail))
    block.carve(SECOND, cut(at(-30, -20), at(10, -40), 14), cut(at(-20, 24), at(14, 44), 12))
    block.carve(FIRST, cut(at(-78, 8), at(96, 4), 66, 0.62))
    scales = [cut(at(-60, 8), at(44, -2), 7)]
    for x, y in ((-34, -7), (-14, -11), (6, -13), (26, -14)):
        scales.append(cut(at(x, y), at(x + 13, y - 5), 6))
    for x, y in ((-34, 19), (-14, 21), (6, 22), (26, 20)):
        scales.append(cut(at(x, y), at(x + 13, y - 1), 6))
    block.mark(PAPER, *scales, bend(at(50, -24), at(38, 2), at(50, 26), 4), disc(at(68, -4), 8))
    block.mark(KEY, disc(at(69, -4), 4))


def _fish_ring(block: Woodcut) -> None:
    for turn in (0, 120, 240):
        _small_fish(block, polar((200, 200), 82, turn - 90), turn)
    block.carve(FIRST, disc((200, 200), 13))
    block.mark(PAPER, disc((200, 200), 5))


def _fish_pair(block: Woodcut) -> None:
    for center, mirror in (((200, 152), 1), ((200, 248), -1)):
        turn = 0 if mirror > 0 else 180
        _small_fish(block, center, turn - 6)
    for x, y in ((92, 204), (200, 200), (308, 196)):
        block.mark(SECOND, disc((x, y), 6))


def _shrimp(block: Woodcut) -> None:
    middle = (190, 216)
    for angle in range(176, 290, 22):
        foot, tip = polar(middle, 70, angle), polar(middle, 14, angle + 30)
        block.carve(KEY, bend(foot, polar(middle, 40, angle - 14), tip, 13))
    tail = polar(middle, 90, 112)
    block.each(SECOND, *(ray(tail, 86, angle, 40, 0.62) for angle in (40, -8, 16)))
    for i in range(9):
        angle = 112 + i * 21
        block.carve(FIRST, disc(polar(middle, 92 - i, angle), 24 + i * 2.6))
        nick = polar(middle, 96 + i * 1.4, angle + 3)
        block.mark(PAPER, ray(polar(nick, -9, angle), 18, angle, 6))
    block.carve(KEY, bend((318, 150), (366, 176), (344, 300), 9))
    block.carve(KEY, bend((304, 160), (330, 210), (286, 318), 9))
    block.carve(
        FIRST, "M196 82C262 66 328 104 352 160C300 166 262 182 226 206C196 182 182 120 196 82Z"
    )
    block.carve(SECOND, cut((288, 112), (384, 116), 16, 0.3))
    block.mark(PAPER, bend((236, 92), (218, 138), (240, 188), 7), disc((298, 138), 10))
    block.mark(KEY, disc((300, 138), 5))


def _crab(block: Woodcut) -> None:
    for side in (-1, 1):
        for i in range(3):
            knee, tip = (
                (200 + side * (176 - i * 12), 178 + i * 40),
                (200 + side * (158 - i * 26), 296 + i * 26),
            )
            block.carve(FIRST, bend((200 + side * 70, 214 + i * 26), knee, tip, 26))
        block.carve(FIRST, capsule((200 + side * 74, 196), (200 + side * 132, 146), 15))
        block.carve(SECOND, ray((200 + side * 126, 160), 116, -90 - side * 6, 74, 0.42))
        block.carve(SECOND, ray((200 + side * 136, 150), 92, -90 + side * 40, 36, 0.42))
        block.carve(KEY, capsule((200 + side * 26, 168), (200 + side * 30, 132), 7))
    block.carve(FIRST, "M88 218Q100 150 200 148Q300 150 312 218Q294 304 200 308Q106 304 88 218Z")
    flecks = ((150, 236), (192, 228), (234, 236), (172, 258), (212, 258))
    block.mark(PAPER, bend((124, 206), (200, 158), (276, 206), 7), cut((156, 286), (244, 286), 8))
    block.mark(PAPER, *(cut((x, y), (x + 16, y), 7) for x, y in flecks))


def _octopus(block: Woodcut) -> None:
    for side in (-1, 1):
        for start, over, tip in (
            (60, (170, 240), (140, 160)),
            (46, (170, 320), (160, 256)),
            (26, (90, 370), (124, 330)),
            (8, (20, 380), (56, 358)),
        ):
            block.carve(
                FIRST,
                bend(
                    (200 + side * start, 222),
                    (200 + side * over[0], over[1]),
                    (200 + side * tip[0], tip[1]),
                    32,
                ),
            )
    block.carve(
        FIRST, turned(200, ((30, 44), (82, 84), (92, 130), (72, 186), (76, 236), (40, 262)))
    )
    block.mark(PAPER, ring((176, 200), 12, 6), ring((224, 200), 12, 6))
    spots = ((170, 96), (206, 82), (236, 108), (190, 128), (224, 142), (160, 140))
    block.mark(SECOND, *(disc(spot, 8) for spot in spots))


def _oyster(block: Woodcut) -> None:
    block.carve(KEY, "M64 262C60 180 128 84 214 90C300 96 352 180 338 262C300 330 110 336 64 262Z")
    block.carve(
        FIRST, "M84 256C84 190 138 110 212 114C284 118 326 188 318 252C280 300 120 304 84 256Z"
    )
    for angle in range(-150, -29, 20):
        block.mark(PAPER, ray(polar((200, 268), 70, angle), 74, angle, 9))
    block.carve(PAPER, "M108 258Q150 190 206 188Q268 190 294 254Q204 300 108 258Z")
    block.mark(FIRST, bend((136, 254), (206, 216), (266, 250), 8))
    block.carve(SECOND, disc((204, 240), 27))
    block.mark(PAPER, cut((190, 236), (202, 224), 6))


def _seaweed(block: Woodcut) -> None:
    fronds = (
        ((56, 210), (92, 92), KEY),
        ((344, 210), (308, 92), KEY),
        ((110, 190), (150, 60), FIRST),
        ((290, 190), (250, 60), FIRST),
        ((72, 300), (44, 196), FIRST),
        ((328, 300), (356, 196), FIRST),
        ((216, 200), (200, 50), FIRST),
    )
    for control, tip, ink in fronds:
        start = (200 + (tip[0] - 200) * 0.36, 340)
        block.carve(ink, bend(start, control, tip, 48))
        for i in range(5):
            spot, slope = along(start, control, tip, 0.16 + i * 0.14)
            block.mark(PAPER, ray(spot, 15 - i, slope + (34 if i % 2 else -34), 5))
    for x, y in ((84, 322), (128, 338), (272, 338), (316, 322), (172, 318), (228, 318), (200, 340)):
        block.carve(SECOND, disc((x, y), 15))
        block.mark(PAPER, cut((x - 7, y - 1), (x - 1, y - 7), 4))


MOTIFS = (
    Motif("squid", "con mực", "a squid", Box(80, 40, 320, 344), _squid),
    Motif(
        "fish-ring",
        "ba con cá bơi vòng",
        "three fish swimming in a ring",
        Box(80, 80, 320, 300),
        _fish_ring,
    ),
    Motif("fish-pair", "hai con cá", "two fish", Box(88, 96, 312, 304), _fish_pair),
    Motif("shrimp", "con tôm", "a shrimp", Box(50, 66, 386, 344), _shrimp),
    Motif("crab", "con cua", "a crab", Box(34, 40, 366, 352), _crab),
    Motif("octopus", "con bạch tuộc", "an octopus", Box(50, 42, 350, 372), _octopus),
    Motif("oyster", "con hàu ngậm ngọc", "an oyster with a pearl", Box(62, 88, 340, 320), _oyster),
    Motif("seaweed", "rong biển", "seaweed", Box(44, 48, 356, 358), _seaweed),
)
