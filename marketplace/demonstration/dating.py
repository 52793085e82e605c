"""A row of the demonstration's register on a given day: counted days become dates.

The result is a line as `catalogue.certification.register.parsing.parse_row` reads it.
"""

from datetime import date, timedelta

from catalogue.certification.register.provinces import MERGED_FROM
from catalogue.certification.register.rows import IssuerLevel
from catalogue.certification.validity import end_of_validity, issuer_level_for

#: Districts, communes' old names and provinces of before gave way on this day (NQ 202/2025/QH15).
MERGER_DAY = date(2025, 7, 1)
#: The agriculture ministry became the Ministry of Agriculture and Environment.
MINISTRY_DAY = date(2025, 3, 1)
_ALWAYS_CITIES = {"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
#: Provinces that became cities, with the day (NQ 175/2024/QH15; NQ 30, 36, 39/2026/QH16).
_CITY_SINCE = {
    "Huế": date(2025, 1, 1),
    "Đồng Nai": date(2026, 4, 30),
    "Quảng Ninh": date(2026, 9, 1),
    "Bắc Ninh": date(2026, 9, 20),
}
_STATED_KEYS = frozenset({"ends_on", "issued_on", "decision_number", "issuer_level", "issuer_name"})
_CARRIED_APART = frozenset(
    {
        "certificate",
        "stated",
        "partner_key",
        "kind_of_good",
        "source_url",
        "source_quality",
        "facts_source",
        "name_vi_back_translated",
    }
)


def line_on(row: dict, *, on: date) -> dict[str, object]:
    """The row as a line of a register on the day `on`.

    A certificate whose day the source states is used as long as it runs; after that,
    and where the source states none, it is the made-up one, and its fields are named so.
    """
    line = {name: value for name, value in row.items() if name not in _CARRIED_APART}
    stated_day = running_stated_day(row, on=on)
    if stated_day is not None:
        stated_decision = row["stated"]["decision_number"]
        decision = stated_decision or _decision(row, stated_day, "decision_serial")
        facts = _facts(row, stated_day, decision)
        made_up = set(row["demonstration"]) - _STATED_KEYS
        made_up |= set() if stated_decision else {"decision_number"}
        line["score"] = row["stated"]["score"]
    else:
        issued_on = on - timedelta(days=row["certificate"]["issued_days_ago"])
        facts = _facts(row, issued_on, _decision(row, issued_on, "decision_serial"))
        facts |= _turns(row, issued_on, on)
        made_up = set(row["demonstration"]) | _STATED_KEYS
    return line | facts | {"demonstration": sorted(made_up)}


def running_stated_day(row: dict, *, on: date) -> date | None:
    """The stated day of issue while that certificate runs on `on`; else None.

    Once it has ended it is the certificate before the present one.
    """
    stated = row["stated"]
    if not stated or not stated["issued_on"]:
        return None
    issued_on = date.fromisoformat(stated["issued_on"])
    return issued_on if issued_on <= on <= end_of_validity(issued_on) else None


def issuer_name(row: dict, level: IssuerLevel, issued_on: date) -> str:
    """The body that issued, by its name on that day."""
    if level is IssuerLevel.MINISTRY:
        if issued_on < MINISTRY_DAY:
            return "Bộ Nông nghiệp và Phát triển nông thôn"
        return "Bộ Nông nghiệp và Môi trường"
    if level is IssuerLevel.DISTRICT:
        where = " ".join(filter(None, ("cấp huyện", row["district_old"])))
        return f"Ủy ban nhân dân {where}, {_province_words(row, issued_on)}"
    return f"Ủy ban nhân dân {_province_words(row, issued_on)}"


def _province_words(row: dict, day: date) -> str:
    name = row["province"]
    if day < MERGER_DAY and row["province_old"] in MERGED_FROM[name]:
        name = row["province_old"]
        if name == "Thừa Thiên Huế" and day >= _CITY_SINCE["Huế"]:
            name = "Huế"
    is_city = name in _ALWAYS_CITIES or (name in _CITY_SINCE and day >= _CITY_SINCE[name])
    return f"{'thành phố' if is_city else 'tỉnh'} {name}"


def _facts(row: dict, issued_on: date, decision: str) -> dict[str, object]:
    level = _level(row, issued_on)
    return {
        "certificate_number": f"{row['certificate']['number_stem']}-{issued_on.year}",
        "decision_number": decision,
        "issuer_level": level.value,
        "issuer_name": issuer_name(row, level, issued_on),
        "issued_on": issued_on.isoformat(),
        "ends_on": end_of_validity(issued_on).isoformat(),
    }


def _turns(row: dict, issued_on: date, on: date) -> dict[str, object]:
    """Extension and revocation of a made-up certificate."""
    certificate = row["certificate"]
    turns: dict[str, object] = {}
    if "extended_days" in certificate:
        until = end_of_validity(issued_on) + timedelta(days=certificate["extended_days"])
        turns["extended_until"] = until.isoformat()
    if "revoked_days_ago" in certificate:
        revoked_on = on - timedelta(days=certificate["revoked_days_ago"])
        turns["revoked_on"] = revoked_on.isoformat()
        turns["revocation_ground"] = certificate["revocation_ground"]
        turns["revocation_decision"] = _decision(row, revoked_on, "revocation_serial")
    return turns


def _decision(row: dict, day: date, serial: str) -> str:
    body = "UBND"
    if _level(row, day) is IssuerLevel.MINISTRY:
        body = "BNN-VPĐP" if day < MINISTRY_DAY else "BNNMT"
    return f"{row['certificate'][serial]}/QĐ-{body}"


def _level(row: dict, day: date) -> IssuerLevel:
    level = issuer_level_for(row["stars"], day)
    if level is None:
        raise ValueError(f"{row['reference']}: no stars were given on {day}")
    return level
