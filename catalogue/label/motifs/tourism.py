"""Scenes of village tourism. Bands run from x -100 to 500, so a wider crop exists."""

import math
from collections.abc import Callable

from catalogue.label.compositions import Box, hills
from catalogue.label.geometry import (
    along,
    bend,
    cut,
    disc,
    number,
    polygon,
    ray,
    rectangle,
)
from catalogue.label.inks import DARK, FIRST, GROUND, KEY, PAPER, SECOND
from catalogue.label.motifs.motif import Motif
from catalogue.label.woodcut import Woodcut

_PANEL = Box(0, 0, 400, 400)


def _peaks(block: Woodcut, *tops: tuple[float, float]) -> None:
    block.carve(
        GROUND,
        "M-106 190L-60 130L-6 210L70 110L120 160L190 84L260 168L310 128L406 214L460 150"
        "L506 200V406H-106Z",
    )
    for x, y in tops:
        block.mark(
            PAPER, cut((x, y + 12), (x - 22, y + 70), 9), cut((x + 4, y + 14), (x + 20, y + 60), 7)
        )


def _water(block: Woodcut, top: float, rows: int = 6) -> None:
    block.carve(GROUND, rectangle(-106, top, 612, 420 - top))
    waves = []
    for row in range(rows):
        for i in range(9):
            x = (i * 66 + row * 31) % 590 - 92
            waves.append(cut((x, top + 24 + row * 26), (x + 40, top + 24 + row * 26), 6))
    block.mark(PAPER, *waves)


def _palm(block: Woodcut, x: float, foot: float, height: float, reach: float = 54) -> None:
    block.carve(KEY, bend((x, foot), (x - 2, foot - height * 0.4), (x + 4, foot - height), 9))
    for i in range(7):
        block.carve(FIRST, ray((x + 4, foot - height), reach, -205 + 38 * i, reach / 4))


def _terraces(block: Woodcut, top: float, step: float, count: int) -> None:
    for i in range(count):
        y = top + i * step
        ink = DARK if i == count - 1 else (GROUND, SECOND)[i % 2]
        block.carve(
            ink,
            f"M-106 {number(y + 2)}Q-50 {number(y + 14)} -6 {number(y + 8)}"
            f"Q60 {number(y - 22)} 130 {number(y)}"
            f"T270 {number(y + 2)}T406 {number(y - 12)}T506 {number(y)}V406H-106Z",
        )
        cuts = []
        for k in range(-2, 10):
            x, low = 14 + k * 52 + (i % 2) * 22, y + 18 - (k * 5 + i * 3) % 7
            cuts.append(cut((x, low), (x + 16, low - 2), 4))
        block.mark(PAPER, *cuts)


def _fruit_tree(block: Woodcut, x: float, foot: float, size: float) -> None:
    block.carve(KEY, rectangle(x - 4 * size, foot - 40 * size, 8 * size, 40 * size))
    block.carve(FIRST, disc((x, foot - 62 * size), 38 * size))
    spots = ((-16, -70), (12, -78), (0, -52), (20, -54), (-20, -46))
    block.carve(SECOND, *(disc((x + dx * size, foot + dy * size), 7 * size) for dx, dy in spots))


def _earth_house(block: Woodcut) -> None:
    _peaks(block, (70, 110), (190, 84), (310, 128))
    _terraces(block, 232, 28, 6)
    block.carve(SECOND, rectangle(128, 232, 144, 62))
    block.carve(KEY, polygon((96, 236), (142, 166), (258, 166), (304, 236)))
    block.mark(PAPER, *(cut((150 + i * 12.5, 174), (118 + i * 20.5, 230), 4) for i in range(9)))
    block.mark(
        KEY, rectangle(186, 250, 28, 44), rectangle(144, 254, 22, 20), rectangle(234, 254, 22, 20)
    )
    for x in (52, 344):
        block.carve(KEY, rectangle(x - 3, 210, 6, 70))
        for i in range(4):
            for side in (-1, 1):
                block.carve(FIRST, ray((x, 216 + i * 12), 34 - i * 3, -90 + side * 62, 11))


def _floating_market(block: Woodcut) -> None:
    hills(block, 214)
    for x in (30, 62, 330, 362, 386):
        block.carve(KEY, bend((x, 222), (x + 4, 180), (x + 8, 150), 7))
        block.each(FIRST, *(ray((x + 8, 150), 40, -200 + 44 * i, 11) for i in range(6)))
    _water(block, 226)
    block.carve(KEY, rectangle(150, 44, 8, 250))
    block.carve(KEY, cut((110, 70), (250, 70), 7))
    for x in (118, 176, 236):
        block.carve(KEY, rectangle(x - 1.5, 70, 3, 22))
        block.carve(SECOND, disc((x, 106), 17))
        block.mark(PAPER, *(cut((x + dx, 95), (x + dx, 117), 4) for dx in (-9, 0, 9)))
    block.carve(KEY, rectangle(204.5, 70, 3, 22))
    block.carve(SECOND, cut((206, 90), (206, 140), 26))
    block.mark(KEY, cut((198, 106), (214, 112), 4), cut((197, 118), (215, 122), 4))
    block.carve(FIRST, *(ray((206, 94), 22, angle, 8) for angle in (-130, -90, -50)))
    block.carve(KEY, "M40 288Q200 330 372 272Q352 346 300 350H116Q66 346 40 288Z")
    block.carve(SECOND, "M70 306Q200 340 346 298Q340 316 334 324Q200 352 80 326Z")
    block.carve(FIRST, "M176 300V262Q236 214 304 256V290Q240 308 176 300Z")
    ribs = (
        cut((188 + i * 20, 254 - 8 * math.sin(i / 5 * math.pi)), (192 + i * 20, 296), 5)
        for i in range(6)
    )
    block.mark(PAPER, *ribs, disc((350, 296), 6))
    for x, y in ((84, 292), (104, 286), (124, 294), (100, 300)):
        block.carve(SECOND, disc((x, y), 14))
        block.mark(KEY, cut((x, y - 11), (x, y + 11), 3))


def _vegetable_beds(block: Woodcut) -> None:
    hills(block, 190, 20)
    block.carve(DARK, rectangle(-106, 196, 612, 210))
    with block.symbol() as sprout:
        block.mark(PAPER, *(ray((0, 9), 30, angle, 9) for angle in (-140, -90, -40)))
    sprouts = []
    for i in range(-6, 7):
        far, near = 200 + i * 22, 200 + i * 92
        bed = polygon((far - 9, 200), (far + 9, 200), (near + 38, 410), (near - 38, 410))
        block.carve(GROUND if i % 2 else SECOND, bed)
        for k in range(5):
            depth = ((k + 0.6) / 5) ** 2 * 0.9 + 0.05
            sprouts.append(((far + (near - far) * depth, 204 + depth * 200), (6 + depth * 30) / 30))
    for spot, scale in sprouts:
        if -100 < spot[0] < 500:
            block.stamp(sprout, spot, scale=scale)
    for x, height in ((64, 150), (108, 120), (350, 140)):
        _palm(block, x, 206, height)


def _lift_net(block: Woodcut) -> None:
    hills(block, 206)
    _water(block, 214)
    block.carve(PAPER, "M56 262Q180 352 300 258Q252 214 238 206Q180 216 116 210Q92 222 56 262Z")
    lines = []
    for i in range(1, 9):
        part = i / 9
        sag = 4 * part * (1 - part)
        start, end = (56 + 244 * part, 264 + 44 * sag - 4 * part), (116 + 122 * part, 210 + 3 * sag)
        lines.append(bend(start, (178 + 8 * part, 250), end, 3.5))
    for i in range(1, 5):
        part = i / 5
        left, right = (56 + 60 * part, 262 - 52 * part), (300 - 62 * part, 258 - 52 * part)
        low = 352 - 136 * part
        lines.append(bend(left, ((left[0] + right[0]) / 2, low), right, 3.5))
    block.mark(FIRST, *lines)
    for control, end in (
        ((66, 110), (52, 264)),
        ((292, 106), (304, 260)),
        ((112, 110), (114, 212)),
        ((236, 108), (240, 208)),
    ):
        block.carve(KEY, bend((178, 84), control, end, 11))
    block.carve(KEY, bend((178, 70), (250, 240), (352, 334), 12))
    block.carve(KEY, disc((178, 82), 9))
    block.carve(KEY, "M236 334Q320 360 398 322Q388 368 350 370H280Q248 366 236 334Z")
    block.carve(
        SECOND, cut((252, 345), (386, 338), 12), polygon((316, 292), (342, 266), (368, 292))
    )
    block.carve(KEY, rectangle(326, 292, 32, 44))


def _stilt_house(block: Woodcut) -> None:
    _peaks(block, (70, 110), (310, 128))
    block.carve(GROUND, "M-106 290Q60 262 200 280T506 276V410H-106Z")
    block.carve(DARK, "M-106 350Q80 332 200 346T506 340V410H-106Z")
    block.carve(KEY, *(rectangle(x, 246, 9, 104) for x in (116, 164, 228, 276)))
    block.carve(SECOND, rectangle(100, 206, 200, 50))
    block.mark(
        KEY, rectangle(186, 216, 28, 40), rectangle(122, 218, 30, 20), rectangle(248, 218, 30, 20)
    )
    block.carve(KEY, rectangle(88, 252, 224, 11))
    block.carve(FIRST, polygon((70, 214), (136, 128), (264, 128), (330, 214)))
    for row in range(4):
        y, half = 146 + row * 18, 74 + row * 13
        block.mark(
            PAPER,
            *(
                cut((200 - half + i * half / 4, y), (200 - half + i * half / 4 + 9, y + 13), 5)
                for i in range(9)
            ),
        )
    block.carve(KEY, polygon((124, 350), (136, 350), (182, 260), (172, 260)))
    block.mark(
        PAPER, *(cut((130 + i * 9, 340 - i * 17), (146 + i * 8, 340 - i * 17), 5) for i in range(5))
    )
    _palm(block, 354, 350, 170, 52)
    for x in (20, 52):
        _fruit_tree(block, x, 352 - x / 9, 0.9)


def _rice_terraces(block: Woodcut) -> None:
    _peaks(block, (70, 110), (190, 84), (310, 128))
    _terraces(block, 190, 25, 8)
    block.carve(KEY, polygon((258, 218), (284, 188), (310, 218)))
    block.carve(SECOND, rectangle(266, 218, 36, 24))
    for x, y in ((60, 240), (92, 262), (340, 286), (128, 330), (240, 340)):
        for i in range(3):
            block.carve(FIRST, ray((x, y), 26, -120 + i * 30, 8))


def _karst_boat(block: Woodcut) -> None:
    for left, top, right in (
        (-110, 120, 10),
        (-16, 96, 96),
        (150, 128, 238),
        (322, 78, 430),
        (420, 130, 510),
    ):
        middle = (left + right) / 2
        block.carve(
            GROUND,
            f"M{left} 250C{left + 6} {top + 40} {middle - 26} {top} {middle} {top}"
            f"C{middle + 30} {top} {right - 4} {top + 50} {right} 250Z",
        )
        block.mark(
            PAPER,
            cut((middle - 10, top + 22), (middle - 22, top + 84), 8),
            cut((middle + 12, top + 34), (middle + 20, top + 94), 7),
        )
    _water(block, 236)
    block.carve(KEY, "M84 300Q200 338 330 294Q316 352 268 356H150Q100 352 84 300Z")
    block.carve(SECOND, cut((106, 318), (312, 312), 14))
    block.carve(FIRST, "M140 306V270Q196 226 250 270V304Q196 318 140 306Z")
    block.mark(
        PAPER,
        *(
            cut((152 + i * 17, 268 - 6 * math.sin(i / 5 * math.pi)), (154 + i * 17, 302), 5)
            for i in range(6)
        ),
    )
    block.carve(KEY, bend((286, 250), (300, 290), (340, 372), 9))


def _waterfall(block: Woodcut) -> None:
    block.carve(GROUND, "M-106 60L-20 40L80 96L140 84V340H-106Z")
    block.carve(GROUND, "M506 90L420 60L330 112L258 90V340H506Z")
    for x, y in ((20, 90), (80, 120), (300, 130), (370, 110), (-50, 100), (450, 120)):
        block.mark(
            PAPER, cut((x, y), (x - 12, y + 90), 8), cut((x + 18, y + 40), (x + 12, y + 130), 6)
        )
    block.carve(PAPER, rectangle(136, 84, 126, 240))
    for i in range(7):
        x = 146 + i * 18
        block.mark(
            FIRST if i % 2 else SECOND,
            cut((x, 90 + (i % 3) * 14), (x - 3 + i, 316 - (i % 2) * 30), 9),
        )
    _water(block, 310, 3)
    block.carve(PAPER, *(disc((140 + i * 24, 314), 18) for i in range(6)))
    for x in (44, 92, 312, 356):
        for i in range(5):
            block.carve(FIRST, ray((x, 330), 60, -150 + i * 30, 17))


def _orchard(block: Woodcut) -> None:
    hills(block, 196)
    block.carve(GROUND, "M-106 222Q100 200 200 216T506 210V410H-106Z")
    block.carve(DARK, "M-106 320Q100 300 200 316T506 310V410H-106Z")
    for x in (-60, 20, 96, 172, 248, 324, 400, 466):
        _fruit_tree(block, x, 262, 0.75)
    block.carve(SECOND, polygon((168, 410), (196, 300), (204, 300), (232, 410)))
    for x in (64, 336):
        _fruit_tree(block, x, 372, 1.6)
    block.mark(PAPER, *(cut((120 + i * 40, 392), (140 + i * 40, 390), 5) for i in range(5)))


def _salt_field(block: Woodcut) -> None:
    hills(block, 196, 20)
    block.carve(GROUND, rectangle(-106, 200, 612, 210))
    for row in range(4):
        y, step = 216 + row * row * 9 + row * 22, 84 + row * 34
        for i in range(-4, 5):
            x = 200 + i * step
            block.mark(PAPER, cut((x - step * 0.42, y), (x + step * 0.42, y), 5))
    for x, y, size in (
        (70, 262, 0.7),
        (172, 254, 0.62),
        (286, 258, 0.68),
        (380, 262, 0.6),
        (120, 352, 1.3),
        (296, 358, 1.4),
        (-20, 300, 1),
        (440, 330, 1),
    ):
        block.carve(PAPER, polygon((x - 44 * size, y), (x, y - 52 * size), (x + 44 * size, y)))
        block.mark(
            FIRST,
            cut((x + 4, y - 44 * size), (x + 26 * size, y - 6), 8 * size),
            cut((x + 2, y - 28 * size), (x + 6 * size, y - 5), 6 * size),
        )
    block.carve(KEY, rectangle(208, 150, 7, 100))
    for i in range(4):
        block.carve(SECOND if i % 2 else FIRST, ray((211, 150), 58, -60 + 90 * i, 24, 0.7))
    block.carve(KEY, disc((211, 150), 8))


def _covered_bridge(block: Woodcut) -> None:
    hills(block, 200)
    _water(block, 266, 5)
    block.carve(DARK, "M-106 270Q-20 240 50 268L70 300H-106ZM506 262Q400 244 350 268L330 300H506Z")
    block.carve(KEY, "M36 290V254H364V290H326A44 44 0 0 0 244 290H156A44 44 0 0 0 74 290Z")
    block.carve(SECOND, rectangle(60, 196, 280, 56))
    block.mark(KEY, *(rectangle(74 + i * 37, 200, 22, 34) for i in range(7)))
    block.carve(FIRST, polygon((34, 204), (74, 146), (326, 146), (366, 204)))
    for row in range(3):
        y, half = 160 + row * 15, 118 + row * 12
        block.mark(
            PAPER,
            *(
                cut((200 - half + i * half / 6, y), (200 - half + i * half / 6 + 8, y + 11), 5)
                for i in range(13)
            ),
        )
    block.carve(KEY, polygon((64, 152), (78, 134), (322, 134), (336, 152)))
    _palm(block, 28, 262, 150, 46)


def _palm_channel(block: Woodcut) -> None:
    """Carve a channel between water palms, with a small boat."""
    hills(block, 190, 22)
    _water(block, 206)
    for x, foot, size in (
        (-40, 300, 1.3),
        (20, 270, 1),
        (70, 244, 0.7),
        (110, 228, 0.5),
        (440, 300, 1.3),
        (380, 270, 1),
        (330, 244, 0.7),
        (290, 228, 0.5),
    ):
        for i in range(6):
            angle = -160 + i * 28
            block.carve(FIRST if i % 2 else KEY, ray((x, foot), 128 * size, angle, 26 * size))
            start, control, end = (
                (x, foot),
                (x, foot),
                (
                    x + 128 * size * math.cos(math.radians(angle)),
                    foot + 128 * size * math.sin(math.radians(angle)),
                ),
            )
            spot, slope = along(start, control, end, 0.6)
            block.mark(PAPER, ray(spot, 30 * size, slope, 4))
    block.carve(KEY, "M122 318Q200 346 288 314Q276 364 246 366H168Q136 362 122 318Z")
    block.carve(SECOND, cut((140, 334), (272, 330), 13))
    block.carve(KEY, bend((228, 270), (240, 310), (276, 384), 8))
    block.carve(SECOND, disc((178, 316), 15), disc((206, 318), 15), disc((192, 298), 14))


def _scene(key: str, vietnamese: str, english: str, carve: Callable[[Woodcut], None]) -> Motif:
    return Motif(key, vietnamese, english, _PANEL, carve, scene=True)


MOTIFS = (
    _scene(
        "earth-house",
        "nhà trình tường bên ruộng bậc thang",
        "an earth house by rice terraces",
        _earth_house,
    ),
    _scene(
        "floating-market",
        "chợ nổi với cây bẹo",
        "a floating market boat with its pole of samples",
        _floating_market,
    ),
    _scene(
        "vegetable-beds",
        "làng rau với những luống thẳng",
        "a vegetable village with its beds",
        _vegetable_beds,
    ),
    _scene("lift-net", "vó cất trên đầm phá", "a lift net on the lagoon", _lift_net),
    _scene(
        "stilt-house", "nhà sàn dưới chân núi", "a stilt house below the mountains", _stilt_house
    ),
    _scene("rice-terraces", "ruộng bậc thang", "rice terraces", _rice_terraces),
    _scene("karst-boat", "thuyền giữa núi đá vôi", "a boat among limestone hills", _karst_boat),
    _scene("waterfall", "thác nước", "a waterfall", _waterfall),
    _scene("orchard", "vườn cây trái", "an orchard", _orchard),
    _scene("salt-field", "cánh đồng muối", "a salt field", _salt_field),
    _scene("covered-bridge", "cầu ngói", "a covered bridge", _covered_bridge),
    _scene("palm-channel", "rạch dừa nước", "a channel between water palms", _palm_channel),
)
