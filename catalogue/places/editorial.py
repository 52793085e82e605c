"""What the sources of places do not hold, or hold wrongly: kept by hand, each with its reason.

Read only by prepare.py; the site reads the prepared files.
"""

from datetime import date
from typing import NamedTuple

TWO_LEVELS_FROM = date(2025, 7, 1)
"""First day of the 3,321 communes and the 34 provinces (Resolution 202/2025/QH15)."""

REGIONS = (
    ("TDMN", "Trung du và miền núi phía Bắc", "Northern Midlands and Mountains"),
    ("DBSH", "Đồng bằng sông Hồng", "Red River Delta"),
    ("BTB", "Bắc Trung Bộ", "North Central Coast"),
    ("NTTN", "Duyên hải Nam Trung Bộ và Tây Nguyên", "South Central Coast and Central Highlands"),
    ("DNB", "Đông Nam Bộ", "Southeast"),
    ("CL", "Đồng bằng sông Cửu Long", "Mekong Delta"),
)
"""Code, Vietnamese and English name, in the order of Resolution 306/NQ-CP (5 October 2025)."""

ENGLISH_NAMES = {1: "Hanoi", 79: "Ho Chi Minh City"}
"""By province code. All others keep their Vietnamese spelling in English, accents and all."""

AREA_ORDER = ("NB", "SH", "BT", "TN", "NT", "DN", "CL")
"""Label areas; where a province spans two, its map patch shows them in this order, inland first."""

AREAS = {
    "NB": "2 4 6 8 10 15 12 11 14 17 19 20 24 25",
    "SH": "1 26 27 22 30 31 33 34 35 36 37",
    "BT": "38 40 42 44 45 46",
    "NT": "48 49 51 52 54 56 58 60",
    "TN": "62 64 66 67 68",
    "DN": "70 72 74 75 77 79",
    "CL": "80 82 83 84 86 87 89 91 92 93 94 95 96",
}
"""Old province codes by label area: coast and highlands are not one cloth, so seven areas."""

MAP_CELLS = {
    12: (2, 1),
    15: (3, 1),
    8: (4, 1),
    4: (5, 1),
    11: (1, 2),
    14: (2, 2),
    25: (3, 2),
    19: (4, 2),
    20: (5, 2),
    1: (3, 3),
    24: (4, 3),
    22: (5, 3),
    37: (3, 4),
    33: (4, 4),
    31: (5, 4),
    38: (3, 5),
    40: (3, 6),
    42: (3, 7),
    44: (4, 8),
    46: (5, 9),
    48: (5, 10),
    51: (5, 11),
    52: (5, 12),
    66: (5, 13),
    56: (6, 14),
    68: (5, 14),
    75: (4, 14),
    80: (3, 15),
    79: (4, 15),
    82: (3, 16),
    91: (2, 16),
    86: (3, 17),
    92: (2, 17),
    96: (2, 18),
}
"""Today's province code to (column, row) of the cloth map."""

HUE_CITY_FROM = date(2025, 1, 1)
CITIES_OF_2026 = {75: date(2026, 4, 30), 22: date(2026, 9, 1), 24: date(2026, 9, 20)}
"""Provinces that became cities: Resolutions 30, 36 and 39/2026/QH16."""

WARDS_OF_2026 = {
    75: "25270 25357 25363 26116 26170 26248 26326 26368 26425 26485",
    24: "07294 07375 07399 07444 07840 09193 09292 09313 09319 09454 09475 09496",
}
"""Communes that are wards in the statistics office's list of 9 October 2026.

They are dated as the city they belong to. Quảng Ninh has the wards it had.
"""

CHANGED_CODES = {"23737": "23938"}
"""Package code to the statistics office's: Xã Ia Mơ, province 52."""


class MissingRule(NamedTuple):
    """An old commune the package has no usable rule for, and today's code."""

    old_province: int
    district: str
    commune: str
    code: str


MISSING_RULES = (MissingRule(64, "Huyện Chư Prông", "Xã Ia Mơ", "23938"),)
"""Ia Mơ was not rearranged: it bears its name as before."""

ISLAND_DISTRICTS = {
    (31, "Huyện Bạch Long Vĩ"): "11948",
    (77, "Huyện Côn Đảo"): "26732",
    (45, "Huyện Cồn Cỏ"): "19742",
    (48, "Huyện Hoàng Sa"): "20333",
    (51, "Huyện Lý Sơn"): "21548",
}
"""Districts without communes, each now one special zone; empty rules in the package."""

LATER_DISTRICTS = {
    (31, "Huyện An Dương"): "Quận An Dương",
    (22, "Thị xã Đông Triều"): "Thành phố Đông Triều",
    (64, "Huyện Kbang"): "Huyện KBang",
}
"""Rules give both the last district and the one it replaced in 2024 or 2025, or two spellings."""
