"""One cell at a time: from what a file holds to a date, a price, a number, a list.

Every function takes the cleaned text or the raw value of a cell and raises `CellError` with the
reason in both languages.
"""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

#: Above this a price is a slip of the keyboard: one thousand million dong.
PRICE_LIMIT = 1_000_000_000
STOCK_LIMIT = 1_000_000
WEIGHT_LIMIT_GRAMS = 10_000_000

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_CURRENCY = re.compile(r"\s*(?:₫|đồng|đ|vnđ|vnd)$", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_TAX_CODE = re.compile(r"\d{10}|\d{10}-\d{3}|\d{12}|\d{13}")
_PHONE = re.compile(r"\+?\d{8,15}")


class CellError(Exception):
    """A cell that cannot be taken. Carries the reason in Vietnamese and in English."""

    def __init__(self, reason_vi: str, reason_en: str) -> None:
        super().__init__(reason_en)
        self.reason_vi = reason_vi
        self.reason_en = reason_en


def to_day(value: object, text: str) -> date:
    """A day from a spreadsheet's date, "2025-10-15" or "15/10/2025" (day first)."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    iso, vietnamese = _ISO_DAY.fullmatch(text), _VIETNAMESE_DAY.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if vietnamese:
            return date(int(vietnamese[3]), int(vietnamese[2]), int(vietnamese[1]))
    except ValueError:
        pass
    raise CellError(
        f"“{text}” không phải là ngày; viết 15/10/2025 hoặc 2025-10-15",
        f"“{text}” is not a date; write 15/10/2025 or 2025-10-15",
    )


def to_price(value: object, text: str) -> int:
    """Whole dong from 125000, "125.000" or "125.000 ₫"; more than 0."""
    bare = _CURRENCY.sub("", text)
    if _GROUPED.fullmatch(bare) and not isinstance(value, float):
        bare = bare.replace(".", "")
    if not (bare.isascii() and bare.isdigit()) or isinstance(value, bool):
        raise CellError(
            f"“{text}” không phải là giá; viết số đồng nguyên, ví dụ 125000 hoặc 125.000",
            f"“{text}” is not a price; write whole dong, for example 125000 or 125.000",
        )
    # Counted in digits first: a number of thousands of digits is slow to convert.
    if len(bare) > 12 or not 0 < int(bare) <= PRICE_LIMIT:
        raise CellError(
            "giá phải lớn hơn 0 và không quá 1.000.000.000 đồng",
            "a price is more than 0 and at most 1,000,000,000 dong",
        )
    return int(bare)


def to_whole(value: object, text: str, lowest: int, highest: int) -> int:
    """A whole number from `lowest` to `highest`, both included."""
    if text.isascii() and text.isdigit() and len(text) <= 12 and not isinstance(value, bool):
        number = int(text)
        if lowest <= number <= highest:
            return number
    raise CellError(
        f"“{text}” không phải là số nguyên từ {lowest} đến {highest}",
        f"“{text}” is not a whole number from {lowest} to {highest}",
    )


def to_stars(value: object, text: str) -> int:
    """3, 4 or 5, also written "4 sao". Only these get a certificate (26/2026/QĐ-TTg Art. 4.1)."""
    bare = text.casefold().removesuffix("sao").strip()
    if bare in {"3", "4", "5"} and not isinstance(value, bool):
        return int(bare)
    raise CellError(
        f"số sao là “{text}”; chỉ 3, 4 và 5 sao có giấy chứng nhận",
        f"stars are “{text}”; only 3, 4 and 5 stars have a certificate",
    )


def to_score(text: str) -> Decimal:
    """An average score of 0 to 100, with a point or a comma before at most two decimals."""
    try:
        score = Decimal(text.replace(",", "."))
    except InvalidOperation:
        score = Decimal(-1)
    exponent = score.as_tuple().exponent
    if not score.is_finite() or not 0 <= score <= 100:
        raise CellError(
            f"“{text}” không phải là điểm từ 0 đến 100",
            f"“{text}” is not a score from 0 to 100",
        )
    if isinstance(exponent, int) and exponent < -2:
        raise CellError(
            f"điểm “{text}” có quá hai chữ số thập phân",
            f"score “{text}” has over two decimals",
        )
    return score


def to_months(value: object, text: str) -> tuple[int, ...]:
    """Months of a season from a list, "5, 6, 7" or "11-1" (over the turn of the year)."""
    months: list[int] = []
    parts = [str(part) for part in value] if isinstance(value, list) else re.split("[,;]", text)
    for part in parts:
        ends = [end.strip() for end in re.split("[-–]", part)]
        if len(ends) > 2 or any(not re.fullmatch("0?[1-9]|1[0-2]", end) for end in ends):
            raise CellError(
                f"“{part.strip()}” không phải là tháng 1 đến 12",
                f"“{part.strip()}” is not a month from 1 to 12",
            )
        first, last = int(ends[0]), int(ends[-1])
        months += [(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)]
    return tuple(sorted(set(months)))


def to_tax_code(text: str) -> str:
    """A tax code of 10 digits, or 10-3 for a branch; "" for the 12 of a household.

    Since July 2025 a household's is its owner's identity number (12 digits), and those are not
    kept here (Law 91/2025/QH15).
    """
    if _TAX_CODE.fullmatch(text):
        if len(text) == 12:
            return ""
        return f"{text[:10]}-{text[10:]}" if len(text) == 13 else text
    raise CellError(
        f"mã số thuế “{text}” không có 10, 12 hoặc 13 chữ số; ô số làm mất chữ số 0 ở đầu",
        f"tax code “{text}” does not have 10, 12 or 13 digits; a number cell drops leading zeros",
    )


def to_phone(text: str) -> str:
    """A telephone number as written, when it holds 8 to 15 digits."""
    if _PHONE.fullmatch(re.sub(r"[ .()-]", "", text)):
        return text
    raise CellError(f"“{text}” không phải là số điện thoại", f"“{text}” is not a telephone number")
