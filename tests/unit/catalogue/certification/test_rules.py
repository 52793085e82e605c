from datetime import date, timedelta

import pytest

from catalogue.certification.rules import (
    ExtensionTooLong,
    WrongIssuer,
    check_extension,
    check_issuer,
)
from catalogue.certification.validity import end_of_validity, issuer_level_for


@pytest.mark.parametrize(
    ("issued_on", "end"),
    [
        (date(2025, 3, 1), date(2028, 3, 1)),
        (date(2024, 2, 29), date(2027, 2, 28)),
        (date(2023, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_certificate_lives_36_months(issued_on, end):
    assert end_of_validity(issued_on) == end


@pytest.mark.parametrize(
    ("stars", "issued_on", "level"),
    [
        (3, date(2020, 1, 1), "province"),
        (3, date(2023, 2, 23), "province"),
        (3, date(2023, 2, 24), "district"),
        (3, date(2025, 7, 5), "district"),
        (3, date(2025, 7, 6), "province"),
        (4, date(2024, 6, 1), "province"),
        (5, date(2024, 6, 1), "ministry"),
        (5, date(2026, 6, 1), "ministry"),
    ],
)
def test_who_signs_depends_on_stars_and_day(stars, issued_on, level):
    assert issuer_level_for(stars, issued_on) == level


def test_a_level_that_could_not_sign_is_refused():
    with pytest.raises(WrongIssuer):
        check_issuer(level="province", stars=5, issued_on=date(2025, 1, 1))


def test_an_extension_reaches_at_most_180_days_beyond_the_end():
    end = date(2026, 6, 30)

    check_extension(ends_on=end, extended_until=end + timedelta(days=180))
    with pytest.raises(ExtensionTooLong):
        check_extension(ends_on=end, extended_until=end + timedelta(days=181))
    with pytest.raises(ExtensionTooLong):
        check_extension(ends_on=end, extended_until=end)
