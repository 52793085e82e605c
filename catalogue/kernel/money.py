"""Whole-đồng arithmetic.

The đồng has no subunit in use (ISO 4217 lists VND with exponent 0), so every amount in this
project is an ``int`` of đồng. Oscar's columns are ``Decimal``; `to_dong` is the only way from
one to the other, and it refuses what it would have to round.
"""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal


class NotWholeDong(ValueError):
    """An amount has a fraction of a đồng."""


def to_dong(amount: Decimal | int) -> int:
    """Return ``amount`` as whole đồng.

    Raises `NotWholeDong` when there is a fraction: an amount is never rounded in silence.
    """
    whole = int(amount)
    if whole != amount:
        raise NotWholeDong(str(amount))
    return whole


def split_by_largest_remainder(total: int, weights: Sequence[int]) -> list[int]:
    """Return shares of ``total`` đồng in proportion to ``weights``; they add up to ``total``.

    The method of largest remainders: each share is floored, and the đồng that are left go one
    each to the largest fractions, the earlier weight first where two are equal. All weights
    zero shares equally. Raises `ValueError` for no weights or a negative one.
    """
    if not weights or min(weights) < 0:
        raise ValueError("weights must be non-negative and at least one")
    if sum(weights) == 0:
        weights = [1] * len(weights)
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda index: (-remainders[index], index))
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares


def round_for_offer(amount: Decimal, currency: str | None = None) -> Decimal:
    """Return ``amount`` rounded down to whole đồng; Oscar's offers ask for this."""
    del currency
    return amount.quantize(Decimal(1), rounding=ROUND_DOWN)
