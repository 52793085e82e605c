"""Motifs of handicrafts."""

from catalogue.label.compositions import Box
from catalogue.label.geometry import (
    bend,
    capsule,
    cut,
    diamond,
    disc,
    drop,
    ellipse,
    number,
    polar,
    polygon,
    ray,
    rectangle,
    ring,
    turned,
    wheel,
)
from catalogue.label.inks import DARK, FIRST, KEY, LIGHT, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut

_VASE = (
    (46, 40),
    (34, 58),
    (29, 92),
    (34, 114),
    (80, 152),
    (106, 206),
    (99, 262),
    (66, 310),
    (58, 334),
)


def _vase(block: Woodcut) -> None:
    shape = turned(200, _VASE)
    block.outline(PAPER, 20, shape)
    block.outline(FIRST, 5, shape)
    block.mark(
        FIRST, "M157 46h86l-6 12h-74Z", rectangle(169, 70, 62, 7), rectangle(168, 104, 64, 6)
    )
    block.mark(FIRST, *(cut((176 + i * 12, 102), (176 + i * 12, 80), 9) for i in range(5)))
    for i in range(9):
        part = (i - 4) / 4
        block.carve(FIRST, cut((200 + part * 30, 116), (200 + part * 92, 166 + abs(part) * 14), 24))
    for i in range(12):
        block.carve(FIRST, ray(polar((200, 226), 6, 30 * i), 43, 30 * i, 16, 0.62))
    block.carve(SECOND, disc((200, 226), 14))
    for side in (-1, 1):
        block.mark(
            FIRST, bend((200 + side * 40, 246), (200 + side * 80, 262), (200 + side * 88, 226), 5)
        )
        for x, y, lean in ((62, 252, 6), (84, 246, 50), (60, 226, 20)):
            block.carve(FIRST, ray((200 + side * x, y), 30, -90 + side * lean, 15))
    for i in range(9):
        part = (i - 4) / 4
        block.carve(FIRST, cut((200 + part * 58, 334), (200 + part * 84, 284 - abs(part) * 6), 20))
    block.carve(DARK, rectangle(142, 326, 116, 12))


def _mat(block: Woodcut) -> None:
    block.carve(SECOND, rectangle(66, 120, 268, 214))
    for i in range(9):
        block.mark(FIRST if i % 2 else PAPER, rectangle(80 + i * 30, 124, 9, 206))
    for y in (160, 214, 268):
        for i in range(4):
            block.carve(FIRST, diamond((110 + i * 60, y), 18))
            block.mark(PAPER, diamond((110 + i * 60, y), 8))
    fringe = (cut((72 + i * 10.3, 330), (72 + i * 10.3, 346), 5) for i in range(26))
    block.carve(KEY, *fringe)
    block.carve(FIRST, capsule((66, 102), (320, 102), 30))
    block.mark(PAPER, *(cut((x, 76), (x, 128), 6) for x in range(84, 300, 30)))
    block.mark(SECOND, *(cut((x, 76), (x, 128), 8) for x in range(99, 300, 30)))
    block.carve(PAPER, disc((328, 102), 32))
    block.mark(FIRST, ring((328, 102), 27, 22), ring((328, 102), 17, 12), disc((328, 102), 7))
    block.carve(SECOND, rectangle(150, 68, 12, 68), rectangle(234, 68, 12, 68))


def _hat(block: Woodcut) -> None:
    block.carve(FIRST, disc((282, 122), 100))
    block.mark(PAPER, *(ring((282, 122), radius, radius - 3.2) for radius in (84, 67, 50, 33)))
    block.mark(PAPER, wheel((282, 122), 20, 73, 12, 3.6))
    block.carve(SECOND, disc((282, 122), 13))
    block.carve(KEY, bend((104, 262), (150, 350), (214, 318), 9))
    block.carve(KEY, bend((262, 262), (226, 350), (162, 318), 9))
    block.carve(SECOND, "M176 62Q200 90 338 262Q180 310 22 262Q152 90 176 62Z")
    for i in range(1, 10):
        part = i / 10
        y, half, sag = 74 + 192 * part, 150 * part**1.06, 44 * part
        left, right = number(178 - half), number(180 + half)
        top, low = number(y + sag), number(y + sag - 5)
        block.mark(
            KEY, f"M{left} {number(y)}Q180 {top} {right} {number(y)}Q180 {low} {left} {number(y)}Z"
        )
    block.mark(PAPER, *(cut((177, 82), (180 + i * 37, 274 - i * i * 0.9), 4) for i in range(-4, 5)))
    block.carve(KEY, drop((176, 70), 9, 24))


def _lacquer(block: Woodcut) -> None:
    block.carve(PAPER, disc((200, 182), 156))
    block.carve(DARK, disc((200, 182), 152))
    block.mark(SECOND, ring((200, 182), 141, 135))
    block.mark(
        FIRST,
        bend((158, 318), (166, 250), (164, 200), 9),
        bend((258, 306), (250, 250), (262, 214), 8),
    )
    block.mark(LIGHT, cut((70, 236), (196, 250), 60), cut((208, 272), (318, 258), 50))
    block.mark(FIRST, cut((74, 237), (192, 249), 50), cut((213, 271), (312, 259), 40))
    veins = [cut((133, 243), (84 + i * 26, 228 + (i * 7) % 20), 4) for i in range(5)]
    veins += [cut((262, 266), (228 + i * 22, 258 + (i * 5) % 14), 3.6) for i in range(4)]
    block.mark(LIGHT, *veins)
    petals = (
        (-160, 74, 36),
        (-20, 74, 36),
        (-140, 90, 42),
        (-40, 90, 42),
        (-116, 98, 44),
        (-64, 98, 44),
        (-90, 104, 46),
    )
    for angle, length, width in petals:
        block.mark(DARK, ray((166, 212), length + 9, angle, width + 9, 0.55))
        block.mark(LIGHT, ray((166, 208), length, angle, width, 0.55))
        block.mark(SECOND, ray(polar((166, 208), length * 0.6, angle), length * 0.34, angle, 8))
    block.mark(LIGHT, ray((262, 222), 70, -96, 38))
    block.mark(SECOND, ray(polar((262, 222), 36, -96), 30, -96, 8), disc((268, 100), 21))
    block.mark(LIGHT, wheel((200, 182), 144, 7, 30, 3))
    for x in (92, 308):
        block.carve(DARK, polygon((x - 16, 334), (x + 16, 334), (x + 9, 296), (x - 9, 296)))


def _basket(block: Woodcut) -> None:
    block.carve(FIRST, ring((200, 168), 118, 100))
    block.carve(SECOND, "M72 186H328L300 342H100Z")
    for row in range(6):
        y, half = 204 + row * 23, 122 - row * 4.4
        for i in range(8):
            x = 200 - half + (i + 0.5) * half / 4
            if (i + row) % 2:
                block.mark(FIRST, cut((x - 14, y + 8), (x + 14, y + 8), 15))
            else:
                block.mark(KEY, cut((x, y - 3), (x, y + 19), 9))
    block.carve(FIRST, capsule((74, 184), (326, 184), 14))
    block.mark(PAPER, *(cut((x, 190), (x + 14, 178), 6) for x in range(74, 320, 22)))
    block.carve(KEY, capsule((108, 336), (292, 336), 8))


def _bag(block: Woodcut) -> None:
    block.carve(KEY, "M128 150C128 50 272 50 272 150H256C256 74 144 74 144 150Z")
    block.carve(FIRST, "M84 140H316L336 342H64Z")
    block.carve(SECOND, polygon((78, 196), (322, 196), (328, 270), (72, 270)))
    block.mark(KEY, *(diamond((104 + i * 48, 233), 24) for i in range(5)))
    block.mark(PAPER, *(diamond((104 + i * 48, 233), 13) for i in range(5)))
    block.mark(FIRST, *(diamond((104 + i * 48, 233), 6) for i in range(5)))
    for y in (160, 178, 290, 310, 328):
        block.mark(PAPER, *(cut((92 + i * 28, y), (110 + i * 28, y), 6) for i in range(8)))


def _fan(block: Woodcut) -> None:
    for i in range(11):
        angle = -170 + i * 16
        block.carve(
            SECOND if i % 2 else FIRST,
            polygon(
                (200, 304), polar((200, 304), 214, angle - 8), polar((200, 304), 214, angle + 8)
            ),
        )
        block.mark(PAPER, ray(polar((200, 304), 120, angle), 78, angle, 12, 0.6))
        block.mark(KEY if i % 2 else SECOND, disc(polar((200, 304), 158, angle), 7))
    block.carve(KEY, *(ray((200, 304), 110, -170 + i * 16, 12, 0.8) for i in range(11)))
    block.carve(SECOND, disc((200, 304), 17))
    block.mark(KEY, disc((200, 304), 6))
    block.carve(FIRST, bend((200, 318), (206, 336), (192, 372), 14))


def _lantern(block: Woodcut) -> None:
    block.carve(KEY, rectangle(197, 20, 6, 44))
    block.carve(KEY, capsule((170, 66), (230, 66), 9))
    block.carve(FIRST, turned(200, ((40, 76), (104, 120), (126, 176), (104, 234), (40, 276))))
    for bulge in (-78, -28, 28, 78):
        top, low = 84, 268
        block.mark(
            PAPER,
            f"M200 {top}Q{200 + bulge * 2:.0f} 176 200 {low}Q{206 + bulge * 2:.0f} 176 200 {top}Z",
        )
    for x, y in ((200, 176), (138, 176), (262, 176)):
        block.carve(SECOND, *(disc(polar((x, y), 13, 72 * i - 90), 10) for i in range(5)))
        block.mark(KEY, disc((x, y), 6))
    block.carve(KEY, capsule((170, 284), (230, 284), 9))
    block.carve(SECOND, *(ray((200, 296), 66, angle, 12, 0.7) for angle in (74, 90, 106)))


def _bowls(block: Woodcut) -> None:
    block.carve(FIRST, "M62 196H338Q332 296 250 330H150Q68 296 62 196Z")
    block.carve(KEY, rectangle(150, 326, 100, 16))
    block.carve(PAPER, ellipse((200, 196), 138, 34))
    block.carve(SECOND, ellipse((200, 198), 122, 25))
    for i in range(7):
        x = 98 + i * 34
        block.mark(PAPER, ray((x, 302 - abs(i - 3) * 9), 56, -90 + (i - 3) * 5, 24, 0.5))
        block.mark(SECOND, ray((x, 294 - abs(i - 3) * 9), 34, -90 + (i - 3) * 5, 11, 0.5))
    block.carve(FIRST, "M118 110H282Q278 168 232 186H168Q122 168 118 110Z")
    block.carve(PAPER, ellipse((200, 110), 82, 21))
    block.carve(SECOND, ellipse((200, 111), 70, 14))
    block.mark(PAPER, *(disc((146 + i * 27, 146 + (2 - abs(i - 2)) * 4), 7) for i in range(5)))


def _teapot(block: Woodcut) -> None:
    block.carve(FIRST, bend((262, 250), (344, 246), (366, 150), 40))
    block.carve(FIRST, ring((92, 228), 54, 38))
    block.carve(FIRST, turned(184, ((52, 156), (94, 186), (108, 236), (92, 292), (58, 318))))
    block.carve(SECOND, "M124 158Q184 118 244 158Q184 172 124 158Z")
    block.carve(KEY, disc((184, 130), 14))
    block.carve(KEY, rectangle(128, 314, 112, 14))
    for i in range(8):
        block.carve(PAPER, ray(polar((184, 238), 8, 45 * i), 40, 45 * i, 19, 0.6))
    block.carve(SECOND, disc((184, 238), 13))
    block.mark(
        PAPER,
        *(
            cut((98 + i * 24, 192 - 6 * (i % 2)), (112 + i * 24, 192 - 6 * (i % 2)), 6)
            for i in range(8)
        ),
    )
    for x in (286, 352):
        block.carve(
            SECOND,
            f"M{x - 30} 286H{x + 30}Q{x + 26} 324 {x + 12} 330H{x - 12}Q{x - 26} 324 {x - 30} 286Z",
        )
        block.carve(KEY, cut((x - 30, 287), (x + 30, 287), 11))


def _silk(block: Woodcut) -> None:
    """Carve two bolts of cloth and a length of it falling free."""
    block.carve(SECOND, "M70 216C120 244 150 230 176 260C206 292 250 276 330 300V342H70Z")
    for i in range(5):
        y = 244 + i * 22
        block.mark(FIRST if i % 2 else PAPER, bend((78, y), (170, y + 4), (322, y + 40 - i * 5), 7))
    for y, ink, other in ((106, FIRST, SECOND), (184, KEY, SECOND)):
        block.carve(ink, capsule((92, y), (312, y), 38))
        block.mark(
            PAPER, *(cut((112 + i * 30, y - 30), (112 + i * 30, y + 30), 5) for i in range(7))
        )
        block.mark(other, *(diamond((127 + i * 30, y), 11) for i in range(6)))
        block.carve(PAPER, disc((318, y), 38))
        block.mark(ink, ring((318, y), 31, 25), ring((318, y), 19, 13), disc((318, y), 7))


def _brocade(block: Woodcut) -> None:
    """Carve a woven cloth over a rod: plain stripes and lozenges, a technique and no sign."""
    block.carve(KEY, capsule((50, 74), (350, 74), 11))
    block.carve(FIRST, rectangle(82, 66, 236, 262))
    for y, ink in ((92, SECOND), (128, KEY), (220, KEY), (256, SECOND), (288, KEY)):
        block.mark(ink, rectangle(82, y, 236, 14))
        block.mark(PAPER, *(rectangle(88 + i * 20, y + 5, 10, 4) for i in range(12)))
    block.mark(PAPER, rectangle(82, 150, 236, 62))
    block.mark(FIRST, *(diamond((112 + i * 44, 181), 29) for i in range(5)))
    block.mark(SECOND, *(diamond((112 + i * 44, 181), 17) for i in range(5)))
    block.mark(KEY, *(diamond((112 + i * 44, 181), 7) for i in range(5)))
    block.carve(KEY, *(cut((90 + i * 20, 326), (90 + i * 20, 352), 8) for i in range(12)))


def _bamboo_ware(block: Woodcut) -> None:
    """Carve a round flat tray of plaited bamboo behind three tubes."""
    block.carve(KEY, disc((200, 178), 140))
    block.carve(SECOND, disc((200, 178), 126))
    for row in range(-4, 5):
        for column in range(-4, 5):
            x, y = 200 + column * 26, 178 + row * 26
            if (x - 200) ** 2 + (y - 178) ** 2 > 112**2:
                continue
            if (row + column) % 2:
                block.mark(FIRST, cut((x - 12, y), (x + 12, y), 13))
            else:
                block.mark(PAPER, cut((x, y - 12), (x, y + 12), 9))
    for x, top in ((112, 232), (156, 206), (288, 222)):
        block.carve(FIRST, rectangle(x - 20, top, 40, 342 - top))
        block.carve(PAPER, ellipse((x, top), 20, 9))
        block.mark(KEY, ellipse((x, top), 12, 5))
        block.mark(
            PAPER, cut((x - 18, 290), (x + 18, 290), 6), cut((x - 9, top + 20), (x - 9, 276), 5)
        )


def _broom(block: Woodcut) -> None:
    block.carve(KEY, capsule((200, 44), (200, 190), 9))
    block.carve(SECOND, "M172 184H228C244 240 316 290 330 342H70C84 290 156 240 172 184Z")
    for i in range(-6, 7):
        block.mark(
            FIRST if i % 2 else PAPER,
            bend((200 + i * 3, 210), (200 + i * 9, 270), (200 + i * 19, 340), 8),
        )
    block.each(FIRST, rectangle(164, 176, 72, 13), rectangle(158, 196, 84, 13))
    block.mark(PAPER, *(cut((170 + i * 16, 182.5), (180 + i * 16, 182.5), 5) for i in range(4)))
    block.carve(FIRST, ring((200, 42), 13, 7))


def _pearls(block: Woodcut) -> None:
    for side in (-1, 1):
        for i in range(6):
            angle = 90 + side * (14 + i * 24)
            block.carve(
                SECOND if i % 2 else LIGHT, disc(polar((200, 176), 120, angle), 23 - i * 1.5)
            )
            center = polar((200, 176), 120, angle)
            block.mark(FIRST, cut((center[0] - 9, center[1]), (center[0] - 1, center[1] - 10), 5))
    block.carve(FIRST, "M116 300C112 240 158 214 200 214C242 214 288 240 284 300Q200 360 116 300Z")
    block.mark(PAPER, *(ray((200, 322), 92, angle, 11) for angle in range(-150, -29, 20)))
    block.carve(PAPER, disc((200, 284), 34))
    block.mark(SECOND, disc((200, 284), 28))
    block.mark(PAPER, cut((184, 284), (196, 266), 7))


def _carved_wood(block: Woodcut) -> None:
    """Carve a comb and a spoon of wood beside a lidded box."""
    block.carve(FIRST, rectangle(64, 210, 272, 130))
    block.carve(KEY, polygon((52, 178), (348, 178), (340, 216), (60, 216)))
    block.mark(PAPER, *(cut((84 + i * 34, 197), (104 + i * 34, 197), 7) for i in range(8)))
    for i in range(8):
        block.carve(SECOND, ray(polar((200, 278), 8, 45 * i), 44, 45 * i, 22, 0.6))
    block.carve(KEY, disc((200, 278), 11))
    for x in (104, 296):
        block.leaf(KEY, (x, 326), 86, -90, 38, 3)
    block.carve(SECOND, "M96 154A104 104 0 0 1 304 154Z")
    block.mark(
        FIRST,
        *(
            cut((120 + i * 20, 150), (126 + i * 18, 110 - (4 - abs(i - 4)) * 5), 6)
            for i in range(9)
        ),
    )
    block.mark(PAPER, ring((200, 88), 14, 9))


def _jewel(block: Woodcut) -> None:
    for side in (-1, 1):
        for i in range(9):
            block.carve(
                FIRST if i % 2 else SECOND,
                disc(polar((200, 168), 122, 90 + side * (12 + i * 19)), 17),
            )
            spot = polar((200, 168), 122, 90 + side * (12 + i * 19))
            block.mark(PAPER, disc((spot[0] - 5, spot[1] - 5), 4))
    block.carve(KEY, ring((200, 290), 50, 30))
    block.carve(SECOND, drop((200, 312), 30, 66, -90))
    block.mark(PAPER, cut((188, 316), (194, 286), 7))


MOTIFS = (
    Motif(
        "blue-vase",
        "bình gốm hoa lam",
        "a blue-painted pottery vase",
        Box(84, 30, 316, 340),
        _vase,
        standing=True,
    ),
    Motif("mat", "chiếu cói", "a sedge mat", Box(28, 66, 362, 348), _mat, standing=True),
    Motif("hat", "nón lá", "conical hats", Box(20, 20, 384, 340), _hat),
    Motif(
        "lacquer", "khay sơn mài", "a lacquer tray", Box(42, 24, 358, 338), _lacquer, standing=True
    ),
    Motif(
        "woven-basket", "giỏ đan", "a plaited basket", Box(58, 48, 342, 346), _basket, standing=True
    ),
    Motif("bag", "túi dệt", "a woven bag", Box(62, 72, 338, 344), _bag, standing=True),
    Motif("fan", "quạt nan", "a folding fan", Box(-6, 88, 406, 374), _fan),
    Motif("lantern", "đèn lồng", "a paper lantern", Box(72, 18, 328, 364), _lantern),
    Motif("bowls", "bát đĩa gốm", "pottery bowls", Box(60, 88, 340, 344), _bowls, standing=True),
    Motif("teapot", "ấm chén", "a teapot and cups", Box(36, 112, 384, 332), _teapot, standing=True),
    Motif("silk", "cuộn lụa", "bolts of silk", Box(52, 64, 358, 344), _silk, standing=True),
    Motif("cloth", "tấm vải dệt", "a woven cloth", Box(38, 60, 362, 354), _brocade),
    Motif(
        "bamboo-ware",
        "đồ tre đan",
        "plaited bamboo ware",
        Box(58, 36, 342, 344),
        _bamboo_ware,
        standing=True,
    ),
    Motif("broom", "chổi đót", "a reed broom", Box(68, 28, 332, 344), _broom, standing=True),
    Motif(
        "pearls",
        "chuỗi ngọc trai",
        "a string of pearls",
        Box(56, 36, 344, 336),
        _pearls,
        standing=True,
    ),
    Motif(
        "wood-box",
        "đồ gỗ chạm",
        "carved wooden ware",
        Box(50, 48, 350, 342),
        _carved_wood,
        standing=True,
    ),
    Motif("beads", "chuỗi hạt", "a string of beads", Box(58, 28, 342, 346), _jewel, standing=True),
)
