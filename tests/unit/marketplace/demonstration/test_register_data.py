"""The register the project carries: complete, honest about what is made up, good on any day."""

import json
import re
from collections import Counter
from datetime import date

import pytest

from catalogue.certification.classification import path_of_set
from catalogue.certification.register.columns import BY_NAME
from catalogue.certification.register.duplicates import part_duplicates
from catalogue.certification.register.parsing import parse_row
from catalogue.certification.register.provinces import MERGED_FROM
from catalogue.certification.register.rows import RegisterRow
from marketplace.demonstration.dating import line_on
from marketplace.demonstration.prepare_register import TARGET

DAYS = [date(2026, 11, 23), date(2027, 2, 28), date(2028, 2, 29), date(2031, 7, 1)]


@pytest.fixture(scope="module")
def entries():
    return json.loads(TARGET.read_text(encoding="utf-8"))


def rows_on(entries, on):
    return [parse_row(line, line_on(entry, on=on)) for line, entry in enumerate(entries, 1)]


def listed_on(entries, on):
    return [
        row
        for row in rows_on(entries, on)
        if row.revoked_on is None and (row.extended_until or row.ends_on) >= on
    ]


@pytest.mark.parametrize("on", DAYS)
def test_every_row_is_a_good_line_of_a_register_on_any_day(entries, on):
    rows = rows_on(entries, on)
    assert [row for row in rows if not isinstance(row, RegisterRow)] == []
    assert part_duplicates(rows).refusals == ()
    assert len(rows) == 653


@pytest.mark.parametrize("on", DAYS)
def test_every_province_and_group_has_something_for_sale(entries, on):
    listed = listed_on(entries, on)
    groups = Counter(path_of_set(row.ocop_set).group.code for row in listed)
    assert {row.province for row in listed} == set(MERGED_FROM)
    assert len(groups) == 6
    assert groups["ornamental"] == 4
    assert {row.stars for row in listed} == {3, 4, 5}


def test_the_states_have_their_shares(entries):
    assert Counter(entry["certificate"]["state"] for entry in entries) == {
        "in_force": 557,
        "due_for_renewal": 39,
        "ends_soon": 5,
        "extended": 13,
        "ended": 26,
        "revoked": 13,
    }


@pytest.mark.parametrize("on", DAYS)
def test_the_states_are_what_the_days_say(entries, on):
    for entry, row in zip(entries, rows_on(entries, on), strict=True):
        left, state = (row.ends_on - on).days, entry["certificate"]["state"]
        if state == "due_for_renewal":
            assert 120 <= left <= 180
        if state == "ends_soon":
            assert 0 < left < 120
        if state == "extended":
            assert left < 0 and row.extended_until >= on
        if state == "ended":
            assert left < 0 and row.extended_until is None
        assert (row.revoked_on is not None) == (state == "revoked")


def test_four_in_a_hundred_are_sold_out(entries):
    assert sum(entry["stock"] == 0 for entry in entries) == 26
    assert max(entry["stock"] for entry in entries) <= 200


def test_prices_are_whole_thousands(entries):
    assert [
        entry["price"] for entry in entries if entry["price"] % 1000 or entry["price"] <= 0
    ] == []


def test_a_visit_weighs_nothing_and_goods_weigh_something(entries):
    for entry in entries:
        assert (entry["weight_grams"] == 0) == (entry["ocop_set"] == 26)


def test_phones_and_tax_codes_are_plainly_not_real_and_one_per_seller(entries):
    for field, form in (("phone", r"0900 000 \d{3}"), ("tax_code", r"00\d{8}")):
        by_seller = {(entry["partner_key"], entry[field]) for entry in entries}
        values = [value for _key, value in by_seller]
        assert len(by_seller) == len(set(values)) == len({e["partner_key"] for e in entries})
        assert all(re.fullmatch(form, value) for value in values)


def test_one_producer_of_a_province_has_one_spelling(entries):
    names = {(entry["partner_key"], entry["producer_name"]) for entry in entries}
    assert len(names) == len({key for key, _name in names}) == 453


def test_what_was_made_up_is_named_in_every_row(entries):
    for entry in entries:
        assert set(entry["demonstration"]) <= set(BY_NAME)
        assert {"price", "stock", "phone", "tax_code", "description_vi"} <= set(
            entry["demonstration"]
        )
        assert entry["source_url"] is None or entry["source_url"].startswith("http")
    assert [e["reference"] for e in entries if "stars" in e["demonstration"]] == ["ocop-0252"]


def test_a_stated_certificate_is_used_while_it_runs_and_a_made_up_one_after(entries):
    entry = next(
        e for e in entries if e["stated"] and e["stated"]["decision_number"] == "2361/QĐ-BNNMT"
    )
    day = entry["stated"]["issued_on"]
    running = line_on(entry, on=date(2026, 11, 23))
    later = line_on(entry, on=date(2028, 10, 16))
    assert running["issued_on"] == day == "2025-06-26"
    assert running["decision_number"] == entry["stated"]["decision_number"]
    assert "decision_number" not in running["demonstration"]
    assert later["issued_on"] > day
    assert "decision_number" in later["demonstration"]


def test_the_words_are_many_and_make_no_promise_of_health(entries):
    assert len({entry["description_vi"] for entry in entries}) > 600
    for entry in entries:
        text = f"{entry['description_vi']} {entry['description_en']}".casefold()
        assert "{" not in text
        assert not re.search(r"chữa|bổ dưỡng|tăng cường|đẹp da|cures?|heals?|boosts?|healthy", text)
        assert entry["description_en"] and entry["name_en"]
