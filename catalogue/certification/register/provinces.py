"""The 34 provinces and cities of today and the 63 before 1 July 2025, by name.

Source: Nghị quyết 202/2025/QH15. Only the names a register may carry; codes, regions and communes
live in `catalogue.places`.
"""

from dataclasses import dataclass

from catalogue.certification.register.columns import fold_header

#: Today's name -> the old provinces it was made of.
MERGED_FROM: dict[str, tuple[str, ...]] = {
    "Hà Nội": ("Hà Nội",),
    "Cao Bằng": ("Cao Bằng",),
    "Tuyên Quang": ("Tuyên Quang", "Hà Giang"),
    "Điện Biên": ("Điện Biên",),
    "Lai Châu": ("Lai Châu",),
    "Sơn La": ("Sơn La",),
    "Lào Cai": ("Lào Cai", "Yên Bái"),
    "Thái Nguyên": ("Thái Nguyên", "Bắc Kạn"),
    "Lạng Sơn": ("Lạng Sơn",),
    "Quảng Ninh": ("Quảng Ninh",),
    "Bắc Ninh": ("Bắc Ninh", "Bắc Giang"),
    "Phú Thọ": ("Phú Thọ", "Vĩnh Phúc", "Hòa Bình"),
    "Hải Phòng": ("Hải Phòng", "Hải Dương"),
    "Hưng Yên": ("Hưng Yên", "Thái Bình"),
    "Ninh Bình": ("Ninh Bình", "Hà Nam", "Nam Định"),
    "Thanh Hóa": ("Thanh Hóa",),
    "Nghệ An": ("Nghệ An",),
    "Hà Tĩnh": ("Hà Tĩnh",),
    "Quảng Trị": ("Quảng Trị", "Quảng Bình"),
    "Huế": ("Thừa Thiên Huế",),
    "Đà Nẵng": ("Đà Nẵng", "Quảng Nam"),
    "Quảng Ngãi": ("Quảng Ngãi", "Kon Tum"),
    "Gia Lai": ("Gia Lai", "Bình Định"),
    "Khánh Hòa": ("Khánh Hòa", "Ninh Thuận"),
    "Đắk Lắk": ("Đắk Lắk", "Phú Yên"),
    "Lâm Đồng": ("Lâm Đồng", "Đắk Nông", "Bình Thuận"),
    "Đồng Nai": ("Đồng Nai", "Bình Phước"),
    "Hồ Chí Minh": ("Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"),
    "Tây Ninh": ("Tây Ninh", "Long An"),
    "Đồng Tháp": ("Đồng Tháp", "Tiền Giang"),
    "Vĩnh Long": ("Vĩnh Long", "Bến Tre", "Trà Vinh"),
    "An Giang": ("An Giang", "Kiên Giang"),
    "Cần Thơ": ("Cần Thơ", "Sóc Trăng", "Hậu Giang"),
    "Cà Mau": ("Cà Mau", "Bạc Liêu"),
}

_KINDS = ("thanh pho ", "tinh ", "tp ")


@dataclass(frozen=True, slots=True)
class FoundProvince:
    """Today's province, and the old one when the name given was only an old one's."""

    today: str
    old: str | None


def _fold_name(name: str) -> str:
    folded = fold_header(name)
    for kind in _KINDS:
        folded = folded.removeprefix(kind)
    return folded


_TODAY = {_fold_name(name): name for name in MERGED_FROM}
_OLD = {_fold_name(old): (old, today) for today, olds in MERGED_FROM.items() for old in olds}


def find_province(name: str) -> FoundProvince | None:
    """Find a province by today's or by its old name, with or without "Tỉnh", "Thành phố", "TP."."""
    folded = _fold_name(name)
    if folded in _TODAY:
        return FoundProvince(_TODAY[folded], None)
    if folded in _OLD:
        old, today = _OLD[folded]
        return FoundProvince(today, old)
    return None


def find_old_province(name: str) -> FoundProvince | None:
    """Find a province of before July 2025 by its name, with the province it belongs to today."""
    match = _OLD.get(_fold_name(name))
    return FoundProvince(match[1], match[0]) if match else None
