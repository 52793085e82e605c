"""Documents of the index, made without a database."""

from datetime import date

from search.engine import Document

TODAY = date(2026, 11, 22)


def make_document(number: int, name: str = "Chè Shan tuyết", **changes: object) -> Document:
    values: dict[str, object] = {
        "id": number,
        "name": name,
        "name_en": "",
        "origin": "Tân Lập, Sơn La",
        "place": "Tân Lập, Sơn La",
        "kind": "",
        "maker": "Hợp tác xã Tân Lập",
        "body": "",
        "region": "tay-bac",
        "province": "son-la",
        "old_province": "",
        "commune": "",
        "categories": ("che",),
        "group": "food",
        "partner": "htx-tan-lap",
        "stars": 4,
        "season": (),
        "price": 120_000,
        "in_stock": True,
        "sold": 0,
        "listed_from": date(2025, 1, 1),
        "listed_until": date(2027, 12, 31),
        "rank": 1.0,
    }
    return Document(**(values | changes))  # type: ignore[arg-type]
