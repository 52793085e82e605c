"""Where a page of the catalogue shows what delivery costs."""

from django import template

from marketplace.shipping import queries

register = template.Library()


@register.simple_tag
def delivery_notes() -> list[tuple[str, str]]:
    """Return where a parcel goes, how fast, and from how much."""
    return queries.delivery_notes()
