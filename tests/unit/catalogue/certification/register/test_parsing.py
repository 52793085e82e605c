"""The rules of one line, with the exact reasons."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal

import pytest

from catalogue.certification.register.parsing import parse_row
from catalogue.certification.register.rows import (
    IssuerLevel,
    ProducerKind,
    RegisterRow,
    RevocationGround,
)


def row_of(line: dict[str, object], **changes: object) -> RegisterRow:
    outcome = parse_row(7, line | changes)
    assert isinstance(outcome, RegisterRow), outcome
    return outcome


def reasons_of(line: dict[str, object], **changes: object) -> list[tuple[str, str]]:
    outcome = parse_row(7, line | changes)
    assert isinstance(outcome, list), outcome
    assert all(refusal.line == 7 for refusal in outcome)
    return [(refusal.column, refusal.reason_en) for refusal in outcome]


def test_a_good_line_becomes_a_row_with_what_follows_from_it(good_line):
    row = row_of(good_line)
    assert row.line == 7
    assert row.producer_kind is ProducerKind.COOPERATIVE
    assert row.issuer_level is IssuerLevel.PROVINCE
    assert (row.issued_on, row.ends_on) == (date(2025, 10, 15), date(2028, 10, 15))
    assert (row.price, row.stock, row.weight_grams) == (None, None, 0)
    assert (row.province, row.province_old, row.season_months) == ("Thái Nguyên", None, ())


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("reference", "reference is missing"),
        ("name_vi", "name_vi is missing"),
        ("producer_name", "producer_name is missing"),
        ("province", "province is missing"),
        ("certificate_number", "certificate_number is missing"),
        ("stars", "stars is missing"),
    ],
)
@pytest.mark.parametrize("empty", [None, "", "   "])
def test_a_missing_cell_is_named(good_line, name, reason, empty):
    assert reasons_of(good_line, **{name: empty}) == [(name, reason)]


def test_an_unknown_province_is_refused(good_line):
    assert reasons_of(good_line, province="Hà Đông") == [
        ("province", "there is no province “Hà Đông”")
    ]


@pytest.mark.parametrize(
    ("given", "today", "old"),
    [
        ("Tỉnh Lào Cai", "Lào Cai", None),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh", None),
        ("thanh pho ha noi", "Hà Nội", None),
        ("Hải Dương", "Hải Phòng", "Hải Dương"),
        ("Hoà Bình", "Phú Thọ", "Hòa Bình"),
        ("Bà Rịa–Vũng Tàu", "Hồ Chí Minh", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_a_province_is_found_by_todays_and_by_its_old_name(good_line, given, today, old):
    row = row_of(good_line, province=given)
    assert (row.province, row.province_old) == (today, old)


def test_an_old_province_of_another_province_is_refused(good_line):
    assert reasons_of(good_line, province_old="Hải Dương") == [
        ("province_old", "Hải Dương is now part of Hải Phòng, not of Thái Nguyên")
    ]


def test_an_old_province_that_never_was_is_refused(good_line):
    assert reasons_of(good_line, province_old="Hà Tây") == [
        ("province_old", "there was no province “Hà Tây” before July 2025")
    ]


def test_a_commune_needs_to_say_which_list_it_is_from(good_line):
    assert [column for column, _ in reasons_of(good_line, commune="Tân Cương")] == ["commune_as_of"]
    row = row_of(good_line, commune="Tân Cương", commune_as_of="cũ")
    assert (row.commune, row.commune_as_of) == ("Tân Cương", "old")


def test_a_star_without_a_decision_is_refused(good_line):
    assert reasons_of(good_line, decision_number="") == [
        ("decision_number", "4 stars without a decision number")
    ]


@pytest.mark.parametrize("stars", ["2", "6", "0", "4,5", "bốn", -3, True])
def test_stars_outside_three_to_five_are_refused(good_line, stars):
    assert reasons_of(good_line, stars=stars) == [
        ("stars", f"stars are “{stars}”; only 3, 4 and 5 stars have a certificate")
    ]


@pytest.mark.parametrize("stars", [4, 4.0, "4 sao", "4 SAO"])
def test_stars_are_read_as_number_or_words(good_line, stars):
    assert row_of(good_line, stars=stars).stars == 4


@pytest.mark.parametrize(
    "written",
    ["15/10/2025", "15-10-2025", "2025-10-15", date(2025, 10, 15), datetime(2025, 10, 15)],
)
def test_a_day_is_read_in_vietnamese_iso_and_spreadsheet_form(good_line, written):
    assert row_of(good_line, issued_on=written).issued_on == date(2025, 10, 15)


@pytest.mark.parametrize(
    "written", ["31/02/2025", "10/2025", "hôm qua", "2025", 45945, "13/13/2025"]
)
def test_a_bad_day_is_refused(good_line, written):
    assert reasons_of(good_line, issued_on=written) == [
        ("issued_on", f"“{written}” is not a date; write 15/10/2025 or 2025-10-15")
    ]


@pytest.mark.parametrize("end", ["15/10/2025", "14/10/2025"])
def test_an_end_that_is_not_after_the_beginning_is_refused(good_line, end):
    assert reasons_of(good_line, ends_on=end) == [
        ("ends_on", f"the end {end} is not after the issue 15/10/2025")
    ]


def test_thirty_six_months_are_the_longest(good_line):
    assert row_of(good_line, ends_on="15/10/2028").ends_on == date(2028, 10, 15)
    assert reasons_of(good_line, ends_on="16/10/2028") == [
        ("ends_on", "the end 16/10/2028 is over 36 months after the issue (15/10/2028)")
    ]


def test_a_certificate_of_29_february_ends_on_the_last_of_february(good_line):
    line = good_line | {"issued_on": "29/02/2024"}
    assert row_of(line).ends_on == date(2027, 2, 28)


def test_an_extension_runs_at_most_180_days(good_line):
    assert row_of(good_line, extended_until="13/04/2029").extended_until == date(2029, 4, 13)
    assert reasons_of(good_line, extended_until="14/04/2029") == [
        ("extended_until", "extended 181 days past the end, at most 180")
    ]


def test_an_extension_before_the_end_is_refused(good_line):
    assert reasons_of(good_line, extended_until="15/10/2028") == [
        ("extended_until", "the extension to 15/10/2028 is not after the end 15/10/2028")
    ]


def test_a_revocation_with_day_ground_and_decision_is_taken(good_line):
    row = row_of(
        good_line,
        revoked_on="01/06/2026",
        revocation_ground="Chủ thể ngừng sản xuất",
        revocation_decision="88/QĐ-UBND",
    )
    assert row.revocation_ground is RevocationGround.PRODUCTION_STOPPED


def test_revoked_without_a_ground_or_a_decision_is_refused(good_line):
    assert reasons_of(good_line, revoked_on="01/06/2026") == [
        ("revocation_ground", "revoked without a ground"),
        ("revocation_decision", "revoked without a decision number"),
    ]


def test_a_ground_without_a_day_is_refused(good_line):
    assert reasons_of(good_line, revocation_ground="false_file") == [
        ("revoked_on", "a ground or decision of revocation without its day")
    ]


def test_revoked_before_it_was_issued_is_refused(good_line):
    changes = {"revocation_ground": "mark_misused", "revocation_decision": "88/QĐ-UBND"}
    assert reasons_of(good_line, revoked_on="14/10/2025", **changes) == [
        ("revoked_on", "revoked on 14/10/2025, before the issue 15/10/2025")
    ]


@pytest.mark.parametrize(
    ("stars", "issued_on", "level"),
    [
        (3, "20/08/2022", "province"),
        (3, "23/02/2023", "province"),
        (3, "24/02/2023", "district"),
        (3, "05/07/2025", "district"),
        (3, "06/07/2025", "province"),
        (3, "22/05/2026", "province"),
        (4, "24/02/2023", "province"),
        (5, "24/02/2023", "ministry"),
        (5, "01/09/2026", "ministry"),
    ],
)
def test_the_issuer_follows_from_stars_and_day(good_line, stars, issued_on, level):
    assert row_of(good_line, stars=stars, issued_on=issued_on).issuer_level == level


def test_an_issuer_that_had_no_right_to_give_the_stars_is_refused(good_line):
    assert reasons_of(good_line, stars="3", issuer_level="district") == [
        (
            "issuer_level",
            "3 stars issued on 15/10/2025 come from the province, not from the district",
        )
    ]
    assert reasons_of(good_line, stars="5", issuer_level="Cấp tỉnh") == [
        (
            "issuer_level",
            "5 stars issued on 15/10/2025 come from the ministry, not from the province",
        )
    ]


def test_a_day_before_the_first_national_criteria_is_refused(good_line):
    assert reasons_of(good_line, issued_on="20/08/2019") == [
        ("issued_on", "20/08/2019 is before the first national criteria (1048/QĐ-TTg, 21/8/2019)")
    ]


@pytest.mark.parametrize(
    "written", [125000, 125000.0, "125000", "125.000", "125.000 ₫", "125.000đ"]
)
def test_a_price_is_whole_dong(good_line, written):
    assert row_of(good_line, price=written).price == 125_000


@pytest.mark.parametrize(
    "written",
    ["-125000", -5, "12,5k", "125,000", 125000.5, "12.50", "một trăm", "=1+1", "١٢٥", True],
)
def test_a_price_that_is_not_whole_dong_is_refused(good_line, written):
    assert reasons_of(good_line, price=written) == [
        ("price", f"“{written}” is not a price; write whole dong, for example 125000 or 125.000")
    ]


@pytest.mark.parametrize("written", [0, "1000000001", "9" * 40])
def test_a_price_of_nothing_or_of_too_much_is_refused(good_line, written):
    assert reasons_of(good_line, price=written) == [
        ("price", "a price is more than 0 and at most 1,000,000,000 dong")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mật ong \ufffd",
        "Bắc b\u00e1\u00bb\u2018",
        "ChÃ¨ shan",
        "Cà phê".encode().decode("cp1252"),
        "Đường phèn".encode().decode("latin-1"),
        "Mật\x00ong",
    ],
)
def test_broken_encoding_is_refused(good_line, text):
    assert reasons_of(good_line, name_vi=text) == [("name_vi", "broken text encoding")]


@pytest.mark.parametrize(
    "text", ["CÀ PHÊ ROBUSTA", "Bánh “ĐÁ”", "Trà Ô long – số 1", "RƯỢU ÂU CƠ", "Sữa chua 5°, ½ lít"]
)
def test_good_vietnamese_is_not_taken_for_broken(good_line, text):
    assert row_of(good_line, name_vi=text).name_vi == text


def test_text_over_the_limit_is_refused_with_its_length(good_line):
    assert reasons_of(good_line, name_vi="a" * 201) == [
        ("name_vi", "201 characters long, at most 200")
    ]


def test_a_cell_that_looks_like_a_formula_is_plain_text(good_line):
    line = good_line | {"name_vi": '=HYPERLINK("http://a.example","Trà")'}
    assert row_of(line).name_vi == '=HYPERLINK("http://a.example","Trà")'


def test_text_is_composed_and_its_spaces_are_single(good_line):
    decomposed = unicodedata.normalize("NFD", " Mật  ong\u200b\n")
    assert row_of(good_line, name_vi=decomposed).name_vi == "Mật ong"


@pytest.mark.parametrize(
    ("written", "months"),
    [("5, 6,7", (5, 6, 7)), ("11-1", (1, 11, 12)), ([12, 1], (1, 12)), (6, (6,)), ("", ())],
)
def test_season_months_are_a_list_or_a_span(good_line, written, months):
    assert row_of(good_line, season_months=written).season_months == months


@pytest.mark.parametrize("written", ["13", "0", "hè", [0]])
def test_a_month_that_is_none_is_refused(good_line, written):
    [(column, _reason)] = reasons_of(good_line, season_months=written)
    assert column == "season_months"


def test_scores_take_a_comma_and_two_decimals(good_line):
    assert row_of(good_line, score="91,14").score == Decimal("91.14")
    assert reasons_of(good_line, score="91.145") == [
        ("score", "score “91.145” has over two decimals")
    ]
    assert reasons_of(good_line, score="101") == [("score", "“101” is not a score from 0 to 100")]
    assert reasons_of(good_line, score="nan") == [("score", "“nan” is not a score from 0 to 100")]


def test_a_tax_code_that_lost_its_zero_is_refused(good_line):
    assert row_of(good_line, tax_code="0012345678").tax_code == "0012345678"
    assert reasons_of(good_line, tax_code=12345678) == [
        (
            "tax_code",
            "tax code “12345678” does not have 10, 12 or 13 digits; "
            "a number cell drops leading zeros",
        )
    ]


def test_a_certificate_number_fits_into_an_address(good_line):
    assert reasons_of(good_line, certificate_number="19/05476") == [
        (
            "certificate_number",
            "“19/05476”: a number holds plain letters, digits, dots and hyphens only",
        )
    ]


def test_made_up_fields_are_named_after_columns(good_line):
    row = row_of(good_line, demonstration="price, stock")
    assert row.demonstration == frozenset({"price", "stock"})
    assert reasons_of(good_line, demonstration=["price", "colour"]) == [
        ("demonstration", "there is no column colour")
    ]


def test_a_line_tells_all_its_faults_in_the_order_of_the_columns(good_line):
    found = reasons_of(good_line, price="12,5k", stars="2", province="Xứ Đoài", name_vi="")
    assert [column for column, _ in found] == ["name_vi", "province", "stars", "price"]


def test_reasons_are_told_in_vietnamese_too(good_line):
    outcome = parse_row(3, good_line | {"decision_number": "", "price": "12,5k"})
    assert [refusal.reason_vi for refusal in outcome] == [
        "4 sao mà không có số quyết định",
        "“12,5k” không phải là giá; viết số đồng nguyên, ví dụ 125000 hoặc 125.000",
    ]
