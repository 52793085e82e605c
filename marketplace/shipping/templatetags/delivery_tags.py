"""Where a page of the catalogue shows what delivery costs."""

from typing import Any

from django import template

from marketplace.shipping import queries
from marketplace.shipping.destination import destination_of

register = template.Library()


@register.simple_tag
def delivery_notes() -> list[tuple[str, str]]:
    """Return where a parcel goes, how fast, and from how much."""
    return queries.delivery_notes()


@register.simple_tag
def destinations() -> tuple[tuple[str, tuple[queries.Destination, ...]], ...]:
    """Return the provinces that a buyer may choose, by region."""
    return queries.destinations()


@register.simple_tag(takes_context=True)
def quote_to_my_province(context: template.Context, product: Any) -> queries.Quote | None:
    """Return what sending one of ``product`` to the province on this device costs."""
    destination = destination_of(context["request"])
    if destination is None:
        return None
    return queries.quote_product(product=product, quantity=1, destination=destination)
