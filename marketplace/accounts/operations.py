"""Every write about accounts, wish lists and reviews."""

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from oscar.apps.catalogue.reviews.models import ProductReview
from oscar.apps.customer.signals import user_registered

from catalogue.models import Product


class NotListed(Exception):
    """The product may not be shown or sold today."""


class AlreadyReviewed(Exception):
    """The user has reviewed the product before."""


def register_user(*, request: Any, email: str, password: str) -> Any:
    """Make an account and tell Oscar's receivers; no mail is sent."""
    user = get_user_model().objects.create_user(email=email, password=password)
    user_registered.send_robust(sender=register_user, request=request, user=user)
    return user


def update_profile(*, user: Any, name: str, email: str) -> None:
    """Write a user's name, whole into one column as Vietnamese names are, and address."""
    user.first_name = name
    user.last_name = ""
    user.email = email
    user.save(update_fields=["first_name", "last_name", "email"])


@transaction.atomic
def add_to_wish_list(*, user: Any, product_id: int, on: date) -> Product:
    """Put a product on the user's one wish list, once.

    Raises `Product.DoesNotExist`, and `NotListed` for one that is not listed on the day ``on``.
    """
    product = Product.objects.get(pk=product_id)
    if not product.is_listed(on=on):
        raise NotListed
    wish_list = user.wishlists.order_by("pk").first() or user.wishlists.create()
    if not wish_list.lines.filter(product=product).exists():
        wish_list.add(product)
    return product


def remove_from_wish_list(*, user: Any, product_id: int) -> None:
    """Take a product off all of the user's wish lists; one that is not there is no error."""
    for wish_list in user.wishlists.all():
        wish_list.lines.filter(product_id=product_id).delete()


@transaction.atomic
def review_product(*, user: Any, product: Product, score: int, title: str, body: str) -> Any:
    """Write the user's one review of ``product``. Raises `AlreadyReviewed`."""
    if product.has_review_by(user):
        raise AlreadyReviewed
    return ProductReview.objects.create(
        product=product, user=user, score=score, title=title, body=body
    )
