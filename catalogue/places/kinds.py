"""The kinds of places, today's and those before July 2025, and how people write them."""

import re

from django.db.models import TextChoices

from catalogue.kernel.fold import fold


class ProvinceKind(TextChoices):
    """Kinds of the upper level."""

    CITY = "thanh_pho", "Thành phố"
    PROVINCE = "tinh", "Tỉnh"


class CommuneKind(TextChoices):
    """Kinds of the lower level since July 2025."""

    COMMUNE = "xa", "Xã"
    WARD = "phuong", "Phường"
    SPECIAL_ZONE = "dac_khu", "Đặc khu"


class OldCommuneKind(TextChoices):
    """Kinds of the lowest level before July 2025."""

    COMMUNE = "xa", "Xã"
    WARD = "phuong", "Phường"
    TOWNSHIP = "thi_tran", "Thị trấn"


class DistrictKind(TextChoices):
    """Kinds of the middle level, abolished on 1 July 2025 (Resolution 202/2025/QH15)."""

    RURAL = "huyen", "Huyện"
    URBAN = "quan", "Quận"
    TOWN = "thi_xa", "Thị xã"
    CITY = "thanh_pho", "Thành phố"


COMMUNE_PREFIXES = {
    "xa": "xa",
    "x": "xa",
    "phuong": "phuong",
    "p": "phuong",
    "thi tran": "thi_tran",
    "tt": "thi_tran",
    "dac khu": "dac_khu",
    "dk": "dac_khu",
}
DISTRICT_PREFIXES = {
    "huyen": "huyen",
    "h": "huyen",
    "quan": "quan",
    "q": "quan",
    "thi xa": "thi_xa",
    "tx": "thi_xa",
    "thanh pho": "thanh_pho",
    "tp": "thanh_pho",
}
PROVINCE_PREFIXES = {"tinh": "tinh", "t": "tinh", "thanh pho": "thanh_pho", "tp": "thanh_pho"}


def readings(text: str, prefixes: dict[str, str]) -> list[tuple[str | None, str]]:
    """Return the (kind, folded name) pairs a typed name may mean, the most literal last.

    "P. Bến Nghé" and "phường Bến Nghé" mean a ward; "P12" is ward 12; "Xa Dung" may be a commune
    called Dung or a place called Xa Dung, so the reading without a kind is always among them.
    """
    folded = fold(text).strip(" .,")
    found: list[tuple[str | None, str]] = []
    for prefix, kind in prefixes.items():
        rest = re.fullmatch(rf"{prefix}(?:\.\s*|\s+|(?=\d))(\S.*)", folded)
        if rest:
            found.append((kind, rest.group(1)))
    found.append((None, folded))
    return found
