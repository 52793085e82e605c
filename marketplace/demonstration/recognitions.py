"""Certificates of the demonstration: what the source states, and a made-up one relative to today.

Days are counted back from the day of loading, so that the demonstration never grows old: most
certificates run, some near their end, a few have ended, are being renewed or were revoked.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from catalogue.certification.validity import end_of_validity
from marketplace.demonstration.draws import draw, draw_between

#: State, its share of all products in thousandths, and how long ago such a one was issued.
#: 36 months are 1,095 or 1,096 days; the spans keep clear of both ends.
SPANS: dict[str, tuple[int, int, int]] = {
    "due_for_renewal": (60, 921, 971),
    "ends_soon": (8, 985, 1085),
    "extended": (20, 1105, 1200),
    "ended": (40, 1110, 1500),
    "revoked": (20, 250, 800),
}
_RUNNING_SPAN = (10, 900)
_GROUNDS = (
    "false_file",
    "criteria_lost",
    "law_breached",
    "mark_misused",
    "production_stopped",
    "other_finding",
)
_SPARSE_PROVINCE = 6
_ORNAMENTAL_SETS = {23, 24, 25}


def assign_states(entries: Sequence[dict], on: date) -> dict[str, str]:
    """A state per entry id, in exact shares; "in_force" for all that are not named.

    Ornamentals, provinces with few products and certificates the source shows to run on `on`
    stay in force, so that every group and province has something for sale.
    """
    per_province = Counter(entry["province"] for entry in entries)
    open_ids = [
        entry["id"]
        for entry in entries
        if per_province[entry["province"]] >= _SPARSE_PROVINCE
        and entry["qd26_set"] not in _ORNAMENTAL_SETS
        and not runs_as_stated(entry, on)
    ]
    open_ids.sort(key=lambda reference: draw(f"state:{reference}", 2**60))
    states: dict[str, str] = {}
    for state, (share, _first, _last) in SPANS.items():
        count = round(len(entries) * share / 1000)
        states |= dict.fromkeys(open_ids[:count], state)
        del open_ids[:count]
    return states


def runs_as_stated(entry: dict, on: date) -> bool:
    """Whether the source states the day and the certificate runs on `on`."""
    if not entry["recognised_on"]:
        return False
    return end_of_validity(date.fromisoformat(entry["recognised_on"])) >= on


def stated_of(entry: dict) -> dict | None:
    """What the source says about the recognition, or None when it says nothing."""
    stated = {
        "decision_number": entry["decision"],
        "issued_on": entry["recognised_on"],
        "year": entry["year"],
        "score": entry["score"],
    }
    return stated if any(stated.values()) else None


def make_certificate(entry: dict, state: str, stem: str, on: date) -> dict:
    """A made-up certificate: number without its year, serials of decisions, days back from today.

    A running one falls into the year the source names, when that year leaves it running on `on`.
    """
    reference = entry["id"]
    first, last = SPANS[state][1:] if state in SPANS else _running_span(entry["year"], on)
    issued = draw_between(f"issued:{reference}", first, last)
    certificate = {
        "state": state,
        "number_stem": stem,
        "decision_serial": draw_between(f"decision:{reference}", 100, 4900),
        "issued_days_ago": issued,
    }
    if state == "extended":
        certificate["extended_days"] = draw_between(f"extended:{reference}", 150, 180)
    if state == "revoked":
        certificate["revoked_days_ago"] = draw_between(f"revoked:{reference}", 15, 200)
        certificate["revocation_ground"] = _GROUNDS[draw(f"ground:{reference}", len(_GROUNDS))]
        certificate["revocation_serial"] = draw_between(f"revocation:{reference}", 100, 4900)
    return certificate


def _running_span(year: int | None, on: date) -> tuple[int, int]:
    first, last = _RUNNING_SPAN
    if year is not None:
        first_in_year = max(first, (on - date(year, 12, 31)).days)
        last_in_year = min(last, (on - date(year, 1, 1)).days)
        if first_in_year < last_in_year:
            return first_in_year, last_in_year
    return first, last
