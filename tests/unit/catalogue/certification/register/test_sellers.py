from dataclasses import replace

import pytest

from catalogue.certification.register.parsing import parse_row
from catalogue.certification.register.rows import ProducerKind
from catalogue.certification.register.sellers import agree_on_sellers


@pytest.fixture
def row(good_line):
    return parse_row(2, good_line)


def test_rows_of_one_seller_take_the_facts_that_were_given_first(row):
    blank = replace(row, tax_code=None, phone=None, demonstration=frozenset({"price"}))
    later = replace(
        row,
        line=3,
        producer_name=row.producer_name.upper(),
        tax_code="0012345678",
        phone="0900 000 001",
        demonstration=frozenset({"phone"}),
    )
    last = replace(later, line=4, phone="0900 000 002")

    agreed = agree_on_sellers([blank, later, last])

    assert agreed.refusals == ()
    facts = {(each.producer_name, each.tax_code, each.phone) for each in agreed.rows}
    assert facts == {(row.producer_name, "0012345678", "0900 000 001")}
    assert [each.demonstration for each in agreed.rows] == [
        frozenset({"price"}),
        frozenset(),
        frozenset(),
    ]


@pytest.mark.parametrize(
    ("column", "value"),
    [("tax_code", "0099999999"), ("producer_kind", ProducerKind.FARM)],
)
def test_a_row_that_contradicts_an_earlier_one_is_refused_with_both_lines(row, column, value):
    first = replace(row, tax_code="0012345678", producer_kind=ProducerKind.COOPERATIVE)
    other = replace(first, line=7, **{column: value})

    agreed = agree_on_sellers([first, other])

    assert agreed.rows == (first,)
    assert [(each.line, each.column) for each in agreed.refusals] == [(7, column)]
    assert "dòng 2" in agreed.refusals[0].reason_vi


def test_the_same_name_in_another_province_is_another_seller(row):
    other = replace(row, line=3, province="Cà Mau", producer_kind=ProducerKind.FARM)

    assert agree_on_sellers([row, other]).rows == (row, other)
