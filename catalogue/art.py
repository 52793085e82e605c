"""The drawn label of a product, for pages that hold the product itself."""

from dataclasses import dataclass

from catalogue.cards import product_label
from catalogue.label.addresses import art_url
from catalogue.label.draw import describe_art
from catalogue.languages import active_language, reads_english
from catalogue.models import Product


@dataclass(frozen=True, slots=True)
class Art:
    """A label: the CSS class of its inks, its address, one sentence about it."""

    printing: str
    url: str
    alt: str


def art_of(product: Product) -> Art:
    """Return the label of ``product``; its province and old province should be loaded."""
    spec = product_label(
        {
            "title_vi": product.title_vi or product.title,
            "ocop_set": product.ocop_set,
            "slug": product.slug,
            "old_province__area": product.old_province.area if product.old_province else "",
            "province__areas": product.province.areas if product.province else "",
        }
    )
    vietnamese, english = describe_art(spec)
    return Art(
        printing=f"{spec.area}{spec.printing}",
        url=art_url(spec),
        alt=english if reads_english(active_language()) else vietnamese,
    )
