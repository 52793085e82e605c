"""Oscar's line discounts in whole đồng.

Oscar rounds the sum that an offer gives, but not the share of each line, so a percentage leaves
hundredths of a đồng on the lines. Here the shares are made whole by largest remainder: they
add up to the offer's own rounded sum, and no line differs from its exact share by a whole đồng.
"""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from catalogue.kernel.money import split_by_largest_remainder

#: Offers compute with at most four decimals of a percentage of whole đồng.
_SCALE = 10**6


def make_discounts_whole(basket: Any) -> None:
    """Replace the discounts on the lines of ``basket`` by whole ones, offer by offer."""
    by_offer: defaultdict[Any, list[tuple[Any, int]]] = defaultdict(list)
    for line in basket.all_lines():
        for index, discount in enumerate(line.discounts.all()):
            by_offer[discount.offer.pk if discount.offer else None].append((line, index))
    for offer_id, places in by_offer.items():
        exact = [line.discounts.all()[index].amount for line, index in places]
        total = int(sum(exact))
        weights = [int(Decimal(amount) * _SCALE) for amount in exact]
        for (line, index), share in zip(
            places, split_by_largest_remainder(total, weights), strict=True
        ):
            _replace(line.discounts, index, Decimal(share))
        application = basket.offer_applications.applications.get(offer_id)
        if application is not None:
            application["discount"] = Decimal(total)


def _replace(registry: Any, index: int, amount: Decimal) -> None:
    discounts = registry.all()
    discounts[index] = discounts[index]._replace(amount=amount)
    # The registry caches its sums.
    registry._discount_incl_tax = registry._discount_excl_tax = None
