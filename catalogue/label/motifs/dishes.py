"""Motifs of cooked and prepared food."""

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    bend,
    capsule,
    cut,
    diamond,
    disc,
    drop,
    ellipse,
    polar,
    polygon,
    ray,
    rectangle,
    ring,
    turned,
    wheel,
)
from catalogue.label.inks import FIRST, KEY, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut


def _mung_cakes(block: Woodcut) -> None:
    half = 37
    for row in (-1, 0, 1):
        for column in (-1, 0, 1):
            x, y = 200 + row * 79, 200 + column * 79
            block.carve(
                SECOND,
                f"M{x - half + 8} {y - half}h58l8 8v58l-8 8h-58l-8-8v-58Z",
            )
            if row == column == 0:
                petals = (
                    ray(polar((x, y), 7, 45 * i + 22.5), 27, 45 * i + 22.5, 10, 0.6)
                    for i in range(8)
                )
                block.mark(FIRST, *petals)
                block.mark(KEY, disc((x, y), 5.5))
            elif row and column:
                block.mark(
                    FIRST, *(ray(polar((x, y), 3, 90 * i), 27, 90 * i, 13, 0.6) for i in range(4))
                )
            else:
                block.mark(PAPER, diamond((x, y), 23))
                block.mark(FIRST, diamond((x, y), 13))


def _noodles(block: Woodcut) -> None:
    for x, y, ink in ((132, 160, SECOND), (268, 160, FIRST), (200, 250, SECOND)):
        block.carve(ink, disc((x, y), 86))
        for k, radius in enumerate((74, 61, 48, 35, 22)):
            shift = 4 if k % 2 else -4
            block.mark(PAPER, ring((x + shift, y + shift / 2), radius, radius - 5))
        block.mark(PAPER, disc((x, y), 6))
        for turn in (20, 140, 260):
            start = polar((x, y), 80, turn)
            block.mark(
                KEY, bend(start, polar((x, y), 60, turn + 50), polar((x, y), 18, turn + 70), 6)
            )
    for x in (0, 22):
        block.carve(KEY, capsule((64 + x, 330 + x / 3), (300 + x, 58 + x / 3), 6))


def _rice_cracker(block: Woodcut) -> None:
    for center, ink in (((146, 166), SECOND), ((262, 180), FIRST), ((196, 250), SECOND)):
        other = FIRST if ink is SECOND else PAPER
        block.carve(ink, disc(center, 92))
        block.mark(PAPER, ring(center, 80, 76))
        for radius, count in ((18, 3), (42, 7), (63, 11)):
            seeds = (
                ray(
                    polar(center, radius, 360 / count * i + radius),
                    11,
                    360 / count * i + radius * 3,
                    6,
                )
                for i in range(count)
            )
            block.mark(other, *seeds)


def _leaf_cake(block: Woodcut) -> None:
    """Carve a square cake in leaves, tied with strings, and a long one before it."""
    block.carve(FIRST, "M112 92L288 92L306 108V266L288 284H112L94 266V108Z")
    block.mark(
        PAPER,
        cut((108, 104), (292, 272), 6),
        cut((112, 176), (200, 270), 5),
        cut((200, 102), (292, 190), 5),
    )
    block.each(SECOND, rectangle(148, 86, 14, 204), rectangle(238, 86, 14, 204))
    block.each(SECOND, rectangle(88, 138, 224, 14), rectangle(88, 224, 224, 14))
    block.carve(KEY, capsule((96, 308), (304, 308), 34))
    for x in (110, 162, 214, 266):
        block.carve(SECOND, rectangle(x, 270, 12, 76))
    block.mark(PAPER, *(cut((x, 300), (x + 26, 292), 5) for x in (128, 180, 232)))
    block.mark(PAPER, *(cut((x, 322), (x + 26, 314), 5) for x in (128, 180, 232)))
    block.leaf(FIRST, (150, 120), 76, -118, 34, 2)
    block.leaf(FIRST, (250, 120), 76, -62, 34, 2)


def _sausages(block: Woodcut) -> None:
    block.carve(KEY, capsule((52, 82), (348, 82), 10))
    for i, (x, drop_by) in enumerate(((92, 0), (164, 22), (236, 6), (308, 26))):
        block.carve(KEY, rectangle(x - 4, 82, 8, 36 + drop_by))
        for part in range(2):
            top = 132 + drop_by + part * 104
            ink = FIRST if (i + part) % 2 == 0 else SECOND
            block.carve(ink, capsule((x - 4 + part * 8, top), (x + 6 - part * 8, top + 64), 25))
            flecks = ((-8, 8), (6, 22), (-6, 40), (8, 56), (-2, 70))
            other = PAPER
            block.mark(
                other,
                *(
                    cut((x + dx - 5, top + dy - 6), (x + dx + 5, top + dy - 9), 6)
                    for dx, dy in flecks
                ),
            )
        block.carve(KEY, rectangle(x - 9, 210 + drop_by, 18, 12))


def _smoked_meat(block: Woodcut) -> None:
    for x, sway in ((120, -16), (200, 14), (280, -10)):
        block.carve(SECOND, bend((x, 356), (x + sway * 2, 330), (x + sway, 290), 26))
    block.carve(KEY, capsule((50, 78), (350, 78), 11))
    for i, (x, low) in enumerate(((84, 262), (142, 300), (200, 274), (258, 306), (316, 266))):
        ink = FIRST if i % 2 == 0 else KEY
        block.carve(KEY, ring((x, 98), 13, 7))
        block.carve(
            ink,
            f"M{x - 18} 112Q{x} 100 {x + 18} 112Q{x + 30} 190 {x + 17} {low - 14}"
            f"Q{x} {low + 6} {x - 19} {low - 10}Q{x - 28} 190 {x - 18} 112Z",
        )
        block.mark(
            PAPER,
            bend((x - 6, 124), (x - 16, 180), (x - 7, low - 20), 6),
            cut((x + 9, 132), (x + 11, low - 40), 6),
        )
    block.mark(PAPER, *(cut((x, 78), (x + 30, 78), 5) for x in (60, 112, 164, 216, 268, 318)))


def _pork_roll(block: Woodcut) -> None:
    """Carve a roll of lean pork in banana leaf, cut, with slices before it."""
    block.carve(FIRST, capsule((112, 148), (300, 112), 62))
    for part in (0.14, 0.42, 0.7):
        x, y = 112 + 188 * part, 148 - 36 * part
        block.carve(SECOND, cut((x - 14, y - 68), (x + 12, y + 66), 12))
    block.mark(PAPER, cut((80, 176), (300, 132), 5), cut((86, 116), (296, 76), 5))
    block.carve(KEY, ellipse((300, 112), 40, 62))
    block.carve(SECOND, ellipse((300, 112), 31, 52))
    block.mark(
        PAPER,
        *(
            cut((x, y), (x + 10, y - 4), 6)
            for x, y in ((284, 92), (302, 82), (306, 112), (288, 124), (304, 142))
        ),
    )
    for x in (124, 204, 284):
        block.carve(KEY, disc((x, 276), 62))
        block.carve(SECOND, disc((x, 276), 52))
        spots = ((-22, -12), (4, -28), (24, -6), (-6, 6), (14, 24), (-24, 20))
        block.mark(
            PAPER, *(cut((x + dx - 6, 276 + dy), (x + dx + 6, 274 + dy), 6) for dx, dy in spots)
        )


def _eggs(block: Woodcut) -> None:
    straw = (
        (64, 300, 196),
        (336, 300, -16),
        (90, 336, 172),
        (310, 336, 8),
        (70, 320, 186),
        (330, 318, -6),
    )
    block.carve(KEY, *(ray((x, y), 60, angle, 12) for x, y, angle in straw))
    for x, y, ink, tilt in ((136, 214, FIRST, -14), (264, 214, FIRST, 14), (200, 152, SECOND, 0)):
        with block.group(f'transform="rotate({tilt} {x} {y})"'):
            block.carve(
                ink, turned(x, ((18, y - 84), (44, y - 56), (58, y), (46, y + 44), (14, y + 62)))
            )
            block.mark(PAPER, cut((x - 30, y - 16), (x - 14, y - 56), 9))
    for x, ink in ((158, SECOND), (242, SECOND)):
        block.carve(ink, turned(x, ((16, 198), (40, 222), (52, 268), (40, 306), (12, 322))))
        block.mark(PAPER, cut((x - 28, 254), (x - 14, 222), 8))
    block.carve(FIRST, "M52 290Q200 336 348 290Q336 360 290 364H110Q64 360 52 290Z")
    block.mark(
        PAPER,
        *(
            cut((84 + i * 34, 330 + 12 * (i % 2)), (108 + i * 34, 324 + 12 * (i % 2)), 6)
            for i in range(7)
        ),
    )


def _sweets(block: Woodcut) -> None:
    """Carve wrapped candies around a round of peanut brittle."""
    for i in range(6):
        angle = 60 * i + 30
        center = polar((200, 200), 112, angle)
        along = angle + 90
        for end in (0, 180):
            block.carve(
                FIRST,
                *(
                    ray(polar(center, 20, along + end), 34, along + end + s, 17, 0.7)
                    for s in (-24, 24)
                ),
            )
        block.carve(SECOND if i % 2 else FIRST, disc(center, 28))
        block.mark(
            PAPER,
            *(
                ray(polar(polar(center, -18, along), s, along + 90), 36, along, 6)
                for s in (-11, 0, 11)
            ),
        )
    block.carve(KEY, disc((200, 200), 70))
    block.carve(SECOND, disc((200, 200), 61))
    nuts = [(200.0, 200.0), *(polar((200, 200), 36, 60 * i) for i in range(6))]
    for i, nut in enumerate(nuts):
        block.carve(PAPER, ray(polar(nut, -15, 50 * i), 30, 50 * i, 18))
        block.mark(FIRST, ray(polar(nut, -9, 50 * i), 18, 50 * i, 4))


def _birds_nest(block: Woodcut) -> None:
    block.carve(KEY, "M74 210Q200 160 326 210Q340 318 200 330Q60 318 74 210Z")
    for row in range(6):
        y, half = 214 + row * 19, 116 - row * row * 2.6
        ink = SECOND if row % 2 else PAPER
        strokes = (
            bend(
                (200 + i * half / 4, y),
                (200 + i * half / 4 + 14, y + 14),
                (200 + (i + 1) * half / 4 + 4, y - 4),
                7,
            )
            for i in range(-4, 4)
        )
        block.mark(ink, *strokes)
    block.carve(FIRST, ellipse((200, 206), 126, 34))
    for x, tilt in ((158, -14), (242, 14), (200, 0)):
        with block.group(f'transform="rotate({tilt} {x} 186)"'):
            block.carve(SECOND, turned(x, ((12, 134), (30, 158), (35, 190), (20, 214))))
            block.mark(
                PAPER,
                cut((x - 14, 190), (x - 8, 164), 5),
                disc((x + 10, 178), 3),
                disc((x, 196), 3),
            )
    for tip, over in (((26, 104), (66, 44)), ((232, 60), (176, 40))):
        block.carve(FIRST, bend((132, 96), over, tip, 30))
    block.carve(FIRST, cut((150, 62), (104, 146), 34, 0.4))
    block.carve(FIRST, ray((112, 126), 48, 138, 14, 0.3), ray((112, 126), 48, 100, 14, 0.3))
    block.mark(PAPER, disc((146, 76), 4))


def _cereal_bowl(block: Woodcut) -> None:
    """Carve a heaped bowl of meal or powder with a spoon."""
    block.carve(SECOND, "M92 196C120 120 160 96 200 92C240 96 280 120 308 196Z")
    for row, count in ((114, 2), (138, 4), (160, 5), (180, 6)):
        grains = (
            ray((200 + (i - (count - 1) / 2) * 32, row + 6), 13, -90 + (i - count / 2) * 14, 7)
            for i in range(count)
        )
        block.mark(FIRST if row % 4 else PAPER, *grains)
    block.carve(KEY, capsule((268, 150), (344, 66), 7))
    block.carve(FIRST, "M68 190H332Q326 284 248 322H152Q74 284 68 190Z")
    block.carve(KEY, rectangle(144, 318, 112, 20))
    block.carve(SECOND, "M72 210H328L326 232H74Z")
    block.mark(KEY, *(diamond((94 + i * 30.3, 221), 7) for i in range(8)))
    block.mark(
        PAPER,
        *(
            cut((112 + i * 25, 250 + 3 * i * (7 - i) / 3), (118 + i * 24, 286 + i * (7 - i) / 2), 7)
            for i in range(8)
        ),
    )


def _hen(block: Woodcut) -> None:
    for i, angle in enumerate((-70, -92, -114)):
        block.carve(
            KEY,
            bend(
                (296, 196),
                polar((300, 180), 80, angle + 60),
                polar((304, 190), 128 - i * 6, angle + 34),
                36,
            ),
        )
    block.carve(SECOND, *(rectangle(x, 300, 8, 46) for x in (182, 224)))
    block.carve(
        SECOND, *(ray((x, 340), 30, angle, 9, 0.3) for x in (186, 228) for angle in (196, 150, -10))
    )
    block.carve(
        FIRST,
        "M110 92C146 60 178 92 172 132C200 172 252 176 310 156C336 236 284 312 200 312"
        "C124 310 96 246 118 176C108 148 100 118 110 92Z",
    )
    block.carve(SECOND, *(disc(spot, 14) for spot in ((118, 74), (138, 62), (160, 70))))
    block.carve(SECOND, polygon((106, 102), (74, 116), (110, 124)), drop((112, 146), 11, 24, -80))
    block.mark(PAPER, disc((134, 104), 9))
    block.mark(KEY, disc((134, 104), 4.5))
    block.carve(KEY, cut((168, 218), (300, 236), 76, 0.36))
    for i in range(3):
        block.mark(
            PAPER, bend((192 + i * 8, 204 + i * 16), (230, 200 + i * 20), (274, 226 + i * 6), 6)
        )
    rows = ((136, 176), (130, 202), (136, 230), (150, 256), (178, 276), (214, 286))
    block.mark(PAPER, *(cut((x, y), (x + 16, y + 8), 7) for x, y in rows))


def _sugar_cone(block: Woodcut) -> None:
    """Carve palm sugar: a heap of round cakes with a palm leaf."""
    for angle in (-160, -130, -100, -70, -40, -14):
        block.leaf(FIRST, (200, 178), 136, angle, 36, 0)
    block.carve(KEY, disc((200, 178), 12))
    for y, xs in (
        (192, (200,)),
        (240, (138, 262)),
        (240, (200,)),
        (292, (96, 304)),
        (292, (165, 235)),
    ):
        for x in xs:
            block.carve(
                SECOND,
                f"M{x - 48} {y}A48 18 0 0 1 {x + 48} {y}V{y + 26}A48 18 0 0 1 {x - 48} {y + 26}Z",
            )
            block.mark(FIRST, ellipse((x, y), 36, 10))
            block.mark(PAPER, cut((x - 36, y + 28), (x - 8, y + 36), 6))


def _steamed_tray(block: Woodcut) -> None:
    """Carve plain round cakes for anything fried, steamed or rolled."""
    for i in range(6):
        center = polar((200, 200), 88, 60 * i)
        block.carve(FIRST if i % 2 else SECOND, disc(center, 46))
        block.mark(PAPER, ring(center, 35, 31.5))
        block.mark(KEY if i % 2 == 0 else SECOND, wheel(center, 8, 18, 6, 6))
    block.carve(KEY, disc((200, 200), 44))
    block.carve(SECOND, disc((200, 200), 35))
    block.mark(FIRST, wheel((200, 200), 6, 24, 8, 9))
    block.mark(PAPER, disc((200, 200), 6))


MOTIFS = (
    Motif("mung-cakes", "bánh đậu xanh", "mung-bean cakes", Box(84, 84, 316, 316), _mung_cakes),
    Motif("noodles", "những lọn bún miến", "skeins of noodles", Box(44, 50, 356, 342), _noodles),
    Motif(
        "rice-cracker",
        "bánh tráng mè",
        "sesame rice crackers",
        Box(54, 74, 354, 342),
        _rice_cracker,
    ),
    Motif("leaf-cake", "bánh gói lá", "cakes wrapped in leaves", Box(60, 50, 340, 346), _leaf_cake),
    Motif("sausages", "dây lạp xưởng", "strings of sausages", Box(50, 70, 350, 354), _sausages),
    Motif(
        "smoked-meat",
        "thịt treo gác bếp",
        "meat smoked over the hearth",
        Box(50, 66, 350, 352),
        _smoked_meat,
    ),
    Motif("pork-roll", "giò chả", "pork rolls", Box(50, 48, 350, 340), _pork_roll),
    Motif("eggs", "trứng trong ổ", "eggs in a nest", Box(44, 66, 356, 366), _eggs),
    Motif("sweets", "kẹo lạc", "peanut sweets", Box(58, 58, 342, 342), _sweets),
    Motif("birds-nest", "tổ yến", "a swiftlet's nest", Box(26, 44, 338, 332), _birds_nest),
    Motif(
        "meal-bowl",
        "bát bột đầy",
        "a heaped bowl of meal",
        Box(66, 62, 346, 340),
        _cereal_bowl,
        standing=True,
    ),
    Motif("hen", "con gà", "a hen", Box(64, 48, 372, 348), _hen),
    Motif("palm-sugar", "đường thốt nốt", "palm sugar", Box(46, 46, 354, 340), _sugar_cone),
    Motif(
        "savoury-cakes",
        "đĩa chả chiên",
        "savoury fried cakes",
        Box(64, 64, 336, 336),
        _steamed_tray,
    ),
)
