"""What delivery costs: whole đồng from grams and distance.

`RATES` is the shop's own table, made for the demonstration: no carrier's price list. Change it
here; the tests of this module name every figure they rely on. A charge is what the buyer pays
for one partner's parcel, tax included.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Zone(StrEnum):
    """How far a parcel goes; a region is one of the six of Resolution 306/NQ-CP (2025)."""

    SAME_PROVINCE = "same_province"
    SAME_REGION = "same_region"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Rate:
    """Đồng for the first kilogram and for each half kilogram begun after it; days on the way."""

    first: int
    each_further: int
    days_from: int
    days_to: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a parcel starts or ends, by the codes of its province and region."""

    province: int
    region: str


@dataclass(frozen=True, slots=True)
class Item:
    """So many pieces of so many grams; a booked tour is not sent."""

    grams: int
    quantity: int
    needs_delivery: bool = True


FIRST_GRAMS = 1000
STEP_GRAMS = 500
#: What a piece is taken to weigh when its seller did not say.
UNKNOWN_GRAMS = 500

RATES: Mapping[Zone, Rate] = {
    Zone.SAME_PROVINCE: Rate(first=25_000, each_further=3_000, days_from=1, days_to=2),
    Zone.SAME_REGION: Rate(first=32_000, each_further=5_000, days_from=2, days_to=4),
    Zone.ELSEWHERE: Rate(first=38_000, each_further=7_000, days_from=3, days_to=6),
}


def zone_between(origin: Place | None, destination: Place) -> Zone:
    """Return the zone from ``origin``, which may be unknown, to ``destination``."""
    if origin is None:
        return Zone.ELSEWHERE
    if origin.province == destination.province:
        return Zone.SAME_PROVINCE
    return Zone.SAME_REGION if origin.region == destination.region else Zone.ELSEWHERE


def parcel_grams(items: Iterable[Item]) -> int:
    """Return the grams to send, 0 when nothing has to be sent."""
    return sum(
        (item.grams or UNKNOWN_GRAMS) * item.quantity for item in items if item.needs_delivery
    )


def charge_for(*, grams: int, zone: Zone) -> int:
    """Return the đồng for one parcel of ``grams`` to ``zone``; nothing to send costs nothing.

    Raises `ValueError` for a negative weight.
    """
    if grams < 0:
        raise ValueError(grams)
    if grams == 0:
        return 0
    rate = RATES[zone]
    steps = -(-max(0, grams - FIRST_GRAMS) // STEP_GRAMS)
    return rate.first + steps * rate.each_further
