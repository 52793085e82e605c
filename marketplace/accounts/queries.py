"""Reading wish lists and reviews; what is not listed shows no price and no way to buy."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from oscar.apps.catalogue.reviews.models import ProductReview

from catalogue.cards import ProductCard
from catalogue.models import Product
from catalogue.partner.models import TeamMember
from catalogue.queries import product_cards


@dataclass(frozen=True, slots=True)
class Wish:
    """One product on a wish list; ``card`` is None while it is not listed."""

    product_id: int
    name: str
    card: ProductCard | None


def sits_at_a_desk(*, user: Any) -> bool:
    """Say whether ``user`` has a seat at a seller's desk, in whatever role."""
    return TeamMember.objects.filter(user=user).exists()


def wishes_of(*, user: Any, on: date) -> list[Wish]:
    """Return the wish list of ``user`` as of the day ``on``, the oldest wish first."""
    products = list(
        Product.objects.filter(wishlists_lines__wishlist__owner=user)
        .distinct()
        .order_by("wishlists_lines__pk")
    )
    cards = {
        card.id: card
        for card in product_cards(products=[product.pk for product in products], on=on)
    }
    return [Wish(item.pk, item.get_title(), cards.get(item.pk)) for item in products]


def listed_product_or_404(*, product_id: int, on: date) -> Product:
    """Return a product that may be shown on the day ``on``; raise `Http404` for any other."""
    product = Product.objects.listed(on=on).filter(pk=product_id).first()
    if product is None:
        raise Http404
    return product


def approved_reviews(*, product: Product) -> QuerySet[ProductReview]:
    """Return the reviews of ``product`` that may be shown, the latest first."""
    return (
        ProductReview.objects.approved()
        .filter(product=product)
        .select_related("user")
        .order_by("-date_created", "-pk")
    )
