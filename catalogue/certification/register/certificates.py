"""The certificate of a line: stars, decision, issuer and days, and how they must fit together."""

import re
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypedDict

from catalogue.certification.register.cells import to_day, to_score, to_stars, to_whole
from catalogue.certification.register.line_reader import LineReader
from catalogue.certification.register.rows import IssuerLevel, RevocationGround
from catalogue.certification.register.words import (
    ISSUER_LEVELS,
    REVOCATION_GROUNDS,
    find_word,
)
from catalogue.certification.validity import (
    EXTENSION_DAYS,
    LEAST_SCORES,
    end_of_validity,
    issuer_level_for,
)

_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z.\-]*")
_LEVEL_NAMES_VI = {
    IssuerLevel.DISTRICT: "cấp huyện",
    IssuerLevel.PROVINCE: "cấp tỉnh",
    IssuerLevel.MINISTRY: "cấp bộ",
}


class CertificateCells(TypedDict):
    """The certificate part of a row."""

    ocop_set: int
    stars: int
    score: Decimal | None
    certificate_number: str
    decision_number: str
    issuer_level: IssuerLevel
    issuer_name: str
    issued_on: date
    ends_on: date
    extended_until: date | None
    revoked_on: date | None
    revocation_ground: RevocationGround | None
    revocation_decision: str


def read_certificate(reader: LineReader) -> CertificateCells | None:
    """Read and check the certificate of a line; None when what it stands on is missing or bad.

    An empty end is 36 months after the issue; an empty issuer level is the one the date gives.
    """
    ocop_set = reader.convert("ocop_set", lambda v, t: to_whole(v, t, 1, 26), required=True)
    stars = reader.convert("stars", to_stars, required=True)
    score = _read_score(reader, stars)
    issued_on = reader.convert("issued_on", to_day, required=True)
    number = _read_number(reader)
    decision = _read_decision(reader, stars)
    level = _read_issuer_level(reader, stars, issued_on)
    issuer_name = reader.text("issuer_name")
    ends_on = _read_end(reader, issued_on)
    extended_until = _read_extension(reader, ends_on)
    revoked_on = reader.convert("revoked_on", to_day)
    ground = reader.convert_text("revocation_ground", partial(find_word, REVOCATION_GROUNDS))
    _check_revocation(reader, issued_on, revoked_on)
    revocation_decision = reader.text("revocation_decision")
    if ocop_set is None or stars is None or issued_on is None or ends_on is None or level is None:
        return None
    return CertificateCells(
        ocop_set=ocop_set,
        stars=stars,
        score=score,
        certificate_number=number,
        decision_number=decision,
        issuer_level=level,
        issuer_name=issuer_name,
        issued_on=issued_on,
        ends_on=ends_on,
        extended_until=extended_until,
        revoked_on=revoked_on,
        revocation_ground=ground,
        revocation_decision=revocation_decision,
    )


def _read_score(reader: LineReader, stars: int | None) -> Decimal | None:
    """The average score, not below the band of the stars (26/2026/QĐ-TTg Art. 3.3, 4.1)."""
    score = reader.convert_text("score", to_score)
    if score is not None and stars is not None and score < LEAST_SCORES[stars]:
        reader.refuse(
            "score",
            f"{score} điểm chưa đủ {stars} sao, ít nhất {LEAST_SCORES[stars]}",
            f"a score of {score} is too low for {stars} stars, at least {LEAST_SCORES[stars]}",
        )
    return score


def _read_number(reader: LineReader) -> str:
    number = reader.text("certificate_number", required=True)
    if number and not _NUMBER.fullmatch(number):
        reader.refuse(
            "certificate_number",
            f"“{number}”: số giấy chỉ gồm chữ cái không dấu, chữ số, dấu chấm và gạch nối",
            f"“{number}”: a number holds plain letters, digits, dots and hyphens only",
        )
    return number


def _read_decision(reader: LineReader, stars: int | None) -> str:
    """A star stands on a decision of the competent body (26/2026/QĐ-TTg Art. 4.1, 7)."""
    decision = reader.text("decision_number")
    if stars is not None and not decision and not reader.is_refused("decision_number"):
        reader.refuse(
            "decision_number",
            f"{stars} sao mà không có số quyết định",
            f"{stars} stars without a decision number",
        )
    return decision


def _read_issuer_level(
    reader: LineReader, stars: int | None, issued_on: date | None
) -> IssuerLevel | None:
    given = reader.convert_text("issuer_level", partial(find_word, ISSUER_LEVELS))
    if stars is None or issued_on is None or reader.is_refused("issuer_level"):
        return given
    expected = issuer_level_for(stars, issued_on)
    day = f"{issued_on:%d/%m/%Y}"
    if expected is None:
        reader.refuse(
            "issued_on",
            f"ngày {day} có trước bộ tiêu chí quốc gia đầu tiên (1048/QĐ-TTg, 21/8/2019)",
            f"{day} is before the first national criteria (1048/QĐ-TTg, 21/8/2019)",
        )
    elif given is not None and given != expected:
        reader.refuse(
            "issuer_level",
            f"{stars} sao cấp ngày {day} do {_LEVEL_NAMES_VI[expected]} công nhận, "
            f"không phải {_LEVEL_NAMES_VI[given]}",
            f"{stars} stars issued on {day} come from the {expected}, not from the {given}",
        )
    return expected


def _read_end(reader: LineReader, issued_on: date | None) -> date | None:
    """36 months from the issue (26/2026/QĐ-TTg Art. 4.3)."""
    given = reader.convert("ends_on", to_day)
    if issued_on is None or reader.is_refused("ends_on"):
        return None
    latest = end_of_validity(issued_on)
    if given is None:
        return latest
    if given <= issued_on:
        reader.refuse(
            "ends_on",
            f"hết hạn {given:%d/%m/%Y} không sau ngày cấp {issued_on:%d/%m/%Y}",
            f"the end {given:%d/%m/%Y} is not after the issue {issued_on:%d/%m/%Y}",
        )
    elif given > latest:
        reader.refuse(
            "ends_on",
            f"hết hạn {given:%d/%m/%Y} quá 36 tháng kể từ ngày cấp ({latest:%d/%m/%Y})",
            f"the end {given:%d/%m/%Y} is over 36 months after the issue ({latest:%d/%m/%Y})",
        )
    return given


def _read_extension(reader: LineReader, ends_on: date | None) -> date | None:
    """At most 180 days past the end, while a renewal is decided (26/2026/QĐ-TTg Art. 12.3)."""
    extended_until = reader.convert("extended_until", to_day)
    if extended_until is None or ends_on is None:
        return extended_until
    days = (extended_until - ends_on).days
    if days <= 0:
        reader.refuse(
            "extended_until",
            f"kéo dài đến {extended_until:%d/%m/%Y} không sau ngày hết hạn {ends_on:%d/%m/%Y}",
            f"the extension to {extended_until:%d/%m/%Y} is not after the end {ends_on:%d/%m/%Y}",
        )
    elif days > EXTENSION_DAYS:
        reader.refuse(
            "extended_until",
            f"kéo dài {days} ngày sau ngày hết hạn, tối đa {EXTENSION_DAYS}",
            f"extended {days} days past the end, at most {EXTENSION_DAYS}",
        )
    return extended_until


def _check_revocation(reader: LineReader, issued_on: date | None, revoked_on: date | None) -> None:
    """A revocation has a day, a ground and a decision (26/2026/QĐ-TTg Art. 8)."""
    if reader.is_refused("revoked_on", "revocation_ground"):
        return
    has_ground = bool(reader.text("revocation_ground"))
    has_decision = bool(reader.text("revocation_decision"))
    if revoked_on is None and (has_ground or has_decision):
        reader.refuse(
            "revoked_on",
            "có căn cứ hoặc quyết định thu hồi mà không có ngày thu hồi",
            "a ground or decision of revocation without its day",
        )
    if revoked_on is None:
        return
    if not has_ground:
        reader.refuse("revocation_ground", "thu hồi mà không có lý do", "revoked without a ground")
    if not has_decision and not reader.is_refused("revocation_decision"):
        reader.refuse(
            "revocation_decision",
            "thu hồi mà không có số quyết định",
            "revoked without a decision number",
        )
    if issued_on is not None and revoked_on < issued_on:
        reader.refuse(
            "revoked_on",
            f"thu hồi ngày {revoked_on:%d/%m/%Y} trước ngày cấp {issued_on:%d/%m/%Y}",
            f"revoked on {revoked_on:%d/%m/%Y}, before the issue {issued_on:%d/%m/%Y}",
        )
