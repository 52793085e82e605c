from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.kernel.money import (
    NotWholeDong,
    round_for_offer,
    split_by_largest_remainder,
    to_dong,
)


def test_a_whole_amount_becomes_an_integer():
    assert to_dong(Decimal("125000.00")) == 125_000


def test_a_fraction_of_a_dong_is_refused_not_rounded():
    with pytest.raises(NotWholeDong):
        to_dong(Decimal("125000.50"))


def test_the_largest_fractions_get_what_is_left():
    assert split_by_largest_remainder(100, [1, 1, 1]) == [34, 33, 33]
    assert split_by_largest_remainder(10, [2, 3, 5]) == [2, 3, 5]
    assert split_by_largest_remainder(5, [0, 0]) == [3, 2]


@given(st.integers(0, 10**10), st.lists(st.integers(0, 10**7), min_size=1, max_size=12))
def test_shares_always_add_up_and_are_near_their_part(total, weights):
    shares = split_by_largest_remainder(total, weights)

    assert sum(shares) == total
    if sum(weights):
        exact = [total * weight / sum(weights) for weight in weights]
        assert all(abs(share - part) <= 1 for share, part in zip(shares, exact, strict=True))


@pytest.mark.parametrize("weights", [[], [-1, 2]])
def test_no_weights_or_a_negative_one_is_refused(weights):
    with pytest.raises(ValueError, match="weights"):
        split_by_largest_remainder(10, weights)


def test_offers_round_down_to_whole_dong():
    assert round_for_offer(Decimal("999.99"), "VND") == Decimal(999)
