"""Motifs of grain, vegetables, roots and mushrooms, and the plain sprig of leaves."""

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    Point,
    along,
    bend,
    cut,
    disc,
    drop,
    ellipse,
    polar,
    ray,
    rectangle,
    shape,
    turned,
    wheel,
)
from catalogue.label.inks import FIRST, KEY, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut


def _ear(block: Woodcut, start: Point, control: Point, end: Point, size: float = 1) -> None:
    block.carve(KEY, bend(start, control, end, 9))
    for i in range(9):
        point, angle = along(start, control, end, 0.34 + 0.66 * i / 8)
        for side in (-1, 1):
            block.carve(SECOND, ray(point, 34 * size, angle + side * 34, 13 * size))
    block.carve(SECOND, ray(end, 32 * size, along(start, control, end, 1)[1], 13 * size))


def _rice(block: Woodcut) -> None:
    for shift, length, lean, width in ((70, 190, 44, 34), (30, 210, 22, 32)):
        for side in (-1, 1):
            block.leaf(FIRST, (200 + side * shift, 320), length, -90 + side * lean, width)
    _ear(block, (150, 320), (60, 190), (44, 246))
    _ear(block, (250, 320), (340, 190), (356, 246))
    _ear(block, (180, 320), (120, 70), (92, 176))
    _ear(block, (220, 320), (280, 70), (308, 176))
    _ear(block, (200, 322), (198, 180), (200, 74), 1.08)


def _leafy_greens(block: Woodcut) -> None:
    for angle, length in (
        (-168, 150),
        (-12, 150),
        (-146, 196),
        (-34, 196),
        (-122, 226),
        (-58, 226),
    ):
        block.leaf(FIRST, (200, 316), length, angle, 84, 5)
    block.leaf(FIRST, (200, 316), 246, -90, 96, 5)
    for angle, length in ((-132, 150), (-48, 150), (-106, 168), (-74, 168)):
        block.leaf(KEY, (200, 320), length, angle, 62, 4)
    block.carve(SECOND, *(ray((200, 350), 104, angle, 20, 0.4) for angle in (-112, -100, -80, -68)))
    block.carve(SECOND, ray((200, 352), 110, -90, 22, 0.4))
    block.each(KEY, rectangle(168, 300, 64, 16))


def _carrot(block: Woodcut) -> None:
    for x, y, angle in ((130, 136, 74), (270, 136, 106), (200, 124, 90)):
        for turn in (-40, -20, 0, 20, 40):
            stem = angle + 180 + turn
            block.carve(FIRST, ray((x, y), 92 - abs(turn), stem, 15, 0.6))
        block.carve(
            SECOND,
            f"M{x - 40} {y + 16}C{x - 36} {y - 22} {x + 36} {y - 22} {x + 40} {y + 16}"
            f"C{x + 34} {y + 90} {x + 14} {y + 170} {x + (200 - x) * -0.16:.0f} {y + 214}"
            f"C{x - 14} {y + 170} {x - 34} {y + 90} {x - 40} {y + 16}Z",
        )
        marks = ((-34, 20, 22), (10, 46, 22), (-30, 74, 20), (4, 104, 18), (-18, 134, 14))
        block.mark(
            KEY, *(cut((x + dx, y + dy), (x + dx + long, y + dy + 4), 5) for dx, dy, long in marks)
        )


def _sweet_potato(block: Woodcut) -> None:
    block.leaf(FIRST, (206, 124), 96, -150, 60, 3)
    block.leaf(FIRST, (214, 124), 96, -34, 60, 3)
    block.leaf(FIRST, (210, 120), 92, -92, 60, 3)
    for start, end, ink in (((52, 176), (330, 226), KEY), ((346, 190), (84, 268), SECOND)):
        block.carve(ink, cut(start, end, 96, 0.52))
        for i in range(4):
            spot = (
                start[0] + (end[0] - start[0]) * (0.24 + i * 0.17),
                start[1] + (end[1] - start[1]) * (0.24 + i * 0.17),
            )
            block.mark(
                PAPER,
                cut(
                    (spot[0] - 14, spot[1] - 10 + 18 * (i % 2)),
                    (spot[0] + 12, spot[1] - 6 + 18 * (i % 2)),
                    5,
                ),
            )
    for x in (130, 210, 290):
        block.carve(KEY, ellipse((x, 300), 54, 40))
        block.carve(SECOND, ellipse((x, 300), 45, 32))
        block.mark(PAPER, wheel((x, 300), 5, 16, 8, 5))


_MUSHROOM_STEM = (((-30, 0),), ((-26, 70), (-40, 100)), ((40, 100),), ((26, 70), (30, 0)))
_MUSHROOM_CAP = (((-100, 8),), ((-100, -130), (100, -130), (100, 8)), ((0, 42), (-100, 8)))


def _mushroom(block: Woodcut) -> None:
    for x, base, y, half, ink in (
        (98, 326, 236, 66, FIRST),
        (302, 326, 230, 68, FIRST),
        (200, 336, 160, 104, SECOND),
    ):
        part, tall = half / 100, (base - y) / 100
        block.carve(KEY, shape(*_MUSHROOM_STEM, origin=(x, y), across=part, down=tall))
        block.mark(PAPER, cut((x - 10 * part, y + 30), (x - 14 * part, base - 8), 6))
        block.mark(PAPER, cut((x + 12 * part, y + 36), (x + 12 * part, base - 16), 4))
        block.carve(ink, shape(*_MUSHROOM_CAP, origin=(x, y), across=part, down=part))
        flecks = ((-50, -30), (0, -62), (46, -36), (-8, -20), (62, -2), (-70, 2))
        spots = ((x + right * part, y + down * part) for right, down in flecks)
        block.mark(PAPER, *(cut((at - 8, height), (at + 8, height), 7) for at, height in spots))
    for x, angle in ((148, -110), (156, -70), (252, -112), (262, -72)):
        block.carve(FIRST, ray((x, 350), 44, angle, 12))


_SHEATH = (
    ((-100, 0),),
    ((-100, -30), (-20, -40), (22, -50)),
    ((40, -34), (100, -30), (100, 0)),
    ((0, 5), (-100, 0)),
)


def _bamboo_shoot(block: Woodcut) -> None:
    for x, base, height, half in ((100, 336, 176, 44), (300, 336, 166, 44), (200, 344, 286, 74)):
        inks = (KEY, FIRST, SECOND) if half > 50 else (FIRST, SECOND, KEY)
        for i in range(5):
            level, width = base - i * height * 0.19, half * (1 - i * 0.16)
            side = 1 if i % 2 else -1
            sheath = shape(
                *_SHEATH, origin=(x, level), across=side * width / 100, down=height / 100
            )
            block.carve(inks[i % 3], sheath)
            for foot, top in ((-0.4, -0.1), (0.4, 0.18)):
                tip = (x + width * top, level - height * 0.28)
                block.mark(PAPER, cut((x + width * foot, level - 4), tip, 5))


def _corn(block: Woodcut) -> None:
    for side in (-1, 1):
        x = 200 + side * 62
        tilt = side * 16
        with block.group(f'transform="rotate({tilt} {x} 320)"'):
            block.carve(SECOND, turned(x, ((10, 74), (36, 112), (48, 190), (46, 260), (26, 320))))
            for row in range(9):
                y = 104 + row * 22
                block.mark(
                    PAPER,
                    *(
                        cut((x + i * 17 - 5, y), (x + i * 17 + 5, y), 7)
                        for i in (-2, -1, 0, 1, 2)
                        if abs(i) * 17 < 16 + row * 6
                    ),
                )
            block.carve(
                FIRST, ray((x - 14, 340), 200, -108, 62, 0.4), ray((x + 14, 340), 200, -72, 62, 0.4)
            )
            block.mark(PAPER, ray((x - 22, 320), 150, -110, 6), ray((x + 22, 320), 150, -70, 6))


def _soybeans(block: Woodcut) -> None:
    """Carve bean pods over loose beans."""
    block.carve(KEY, bend((200, 44), (196, 100), (204, 160), 12))
    block.leaf(FIRST, (200, 96), 108, -164, 52, 3)
    block.leaf(FIRST, (200, 96), 108, -16, 52, 3)
    for x, angle in ((196, 128), (204, 52), (200, 90)):
        base = polar((x, 120), 20, angle)
        block.carve(FIRST, ray(base, 190, angle, 58))
        for part in (0.28, 0.5, 0.72):
            block.carve(SECOND, disc(polar(base, 190 * part, angle), 17))
    for x, y in ((70, 330), (128, 348), (168, 336), (232, 344), (276, 332), (330, 344)):
        block.carve(SECOND, ellipse((x, y), 21, 16))
        block.mark(KEY, cut((x - 8, y), (x + 8, y), 5))


def _lotus_seed(block: Woodcut) -> None:
    block.carve(KEY, bend((196, 350), (188, 300), (200, 240), 24))
    block.carve(FIRST, "M74 150C80 230 150 270 176 306H224C250 270 320 230 326 150Z")
    block.mark(PAPER, *(cut((200 + i * 36, 196), (200 + i * 9, 296), 7) for i in range(-3, 4)))
    block.carve(FIRST, ellipse((200, 148), 130, 62))
    block.mark(PAPER, cut((96, 176), (304, 176), 6, 0.5))
    for x, y in (
        (200, 112),
        (140, 126),
        (260, 126),
        (104, 152),
        (176, 150),
        (228, 150),
        (296, 152),
        (144, 178),
        (200, 186),
        (256, 178),
    ):
        block.carve(SECOND, disc((x, y), 17))
        block.mark(KEY, disc((x + 3, y - 4), 4))
    for x in (92, 308):
        block.carve(SECOND, drop((x, 322), 17, 32, -90))
        block.mark(PAPER, cut((x - 6, 326), (x - 2, 304), 5))


def _sprig(block: Woodcut) -> None:
    block.carve(KEY, bend((200, 410), (206, 240), (198, 90), 14))
    for y, length in ((352, 150), (290, 150), (228, 140), (168, 118)):
        for side in (-1, 1):
            block.leaf(FIRST, (201, y), length, -90 + side * 58, 50, 4)
    block.leaf(FIRST, (199, 128), 100, -90, 42, 3)
    block.carve(
        SECOND, *(disc((200 + side * 20, y), 11) for side in (-1, 1) for y in (322, 260, 200))
    )


MOTIFS = (
    Motif("sprig", "một nhành lá", "a sprig of leaves", Box(68, 26, 332, 404), _sprig),
    Motif("rice", "bông lúa", "ears of rice", Box(20, 40, 380, 322), _rice),
    Motif("greens", "bó rau xanh", "a bunch of greens", Box(48, 68, 352, 354), _leafy_greens),
    Motif("carrot", "củ cà rốt", "carrots", Box(84, 32, 316, 344), _carrot),
    Motif("sweet-potato", "củ khoai lang", "sweet potatoes", Box(50, 26, 350, 342), _sweet_potato),
    Motif("mushroom", "cây nấm", "mushrooms", Box(30, 84, 370, 352), _mushroom),
    Motif("bamboo-shoot", "búp măng", "bamboo shoots", Box(54, 46, 346, 350), _bamboo_shoot),
    Motif("lotus-seed", "gương sen", "a lotus seed pod", Box(68, 84, 332, 352), _lotus_seed),
    Motif("corn", "bắp ngô", "ears of maize", Box(48, 70, 352, 348), _corn),
    Motif("beans", "trái đậu", "bean pods", Box(48, 42, 352, 366), _soybeans),
)
