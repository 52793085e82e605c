"""Every address of the URL table is either kept by the list or proven not to be.

A new address fails here until somebody has said which.
"""

import pytest
from django.test import Client
from django.urls import get_resolver

from catalogue.places.models import Province
from marketplace.page_cache.keys import CACHEABLE
from marketplace.page_cache.middleware import CACHE_CONTROL
from marketplace.shipping import destination
from tests.factories.visits import look
from tests.functional.test_unlisted_everywhere import (
    DESKS,
    addresses,
    places_to_look,
    visitors,
    world,  # noqa: F401 - a fixture
)

pytestmark = pytest.mark.django_db
#: Made anew for everybody, each with why.
MADE_ANEW = {
    "no page for people": {
        "healthz", "readyz", "robots", "media", "label:edge", "label:art", "share",
        "pictures:picture", "sitemap", "sitemap-section", "feed-merchant", "feed-table",
        "feed-merchant-en", "feed-table-en", "manifest", "service-worker", "offline",
        "api:openapi-json", "api:openapi-view", "api:list_products", "api:get_product",
        "api:list_suggestions", "api:list_regions", "api:list_provinces", "api:list_communes",
        "api:list_categories", "api:list_partners", "api:get_partner", "api:check_certificate",
        "api:nothing_here", "api:api-root",
    },
    "one visitor's own": {
        "basket:summary", "basket:add", "basket:change", "basket:accept-prices",
        "checkout:index", "checkout:summary", "checkout:thank-you",
        "customer:summary", "customer:profile-view", "customer:profile-update",
        "customer:change-password", "customer:order-list", "customer:order",
        "customer:wishlists-list", "customer:wishlists-add-product",
        "customer:wishlists-remove-product", "catalogue:reviews-add", "order-by-link",
        "seller:index", "seller:order", "seller:move", "appearance", "delivery-quote",
    },
    "a door": {
        "customer:login", "customer:logout", "customer:register", "password-reset",
        "password-reset-done", "password-reset-confirm", "password-reset-complete",
        "wagtailcore_authenticate_with_password", "wagtailcore_login", "styleguide",
    },
}  # fmt: skip
ANEW = set().union(*MADE_ANEW.values())
#: Not among the places where a product may be shown.
ELSEWHERE = [
    ("healthz", "/healthz"),
    ("readyz", "/readyz"),
    ("robots", "/robots.txt"),
    ("media", "/media/nothing.jpg"),
    ("pictures:picture", f"/pictures/{'0' * 16}/square-160.avif"),
    ("label:edge", "/label/00000000/edge/NB1.svg"),
    ("label:art", "/label/00000000/tea/NB/1.svg"),
    ("api:openapi-json", "/api/v1/openapi.json"),
    ("api:openapi-view", "/api/v1/docs"),
    ("api:nothing_here", "/api/v1/nothing"),
    ("api:api-root", "/api/v1/"),
    ("customer:logout", "/accounts/logout/"),
    ("password-reset-confirm", "/password-reset/confirm/x/y/"),
    ("appearance", "/appearance/"),
    ("delivery-quote", "/delivery/0/"),
    ("manifest", "/manifest.webmanifest"),
    ("service-worker", "/service-worker.js"),
    ("offline", "/offline/"),
    ("styleguide", "/styleguide/"),
    ("wagtailcore_authenticate_with_password", "/_util/authenticate_with_password/1/1/"),
    ("wagtailcore_login", "/_util/login/"),
]


def test_every_address_is_kept_by_the_list_or_made_anew_for_a_reason():
    names = set(addresses(get_resolver().url_patterns))
    assert names == ANEW | set(CACHEABLE)
    assert ANEW.isdisjoint(CACHEABLE)


def test_what_is_not_on_the_list_is_never_kept_and_what_is_on_it_is(world):  # noqa: F811
    visitors(world)
    looked_at = set()
    for name, path in [*places_to_look(world), *ELSEWHERE, *((desk, f"/{desk}") for desk in DESKS)]:
        answers = [look(path) for _ in range(2)]
        kept = answers[1].get("Cache-Control") == CACHE_CONTROL
        looked_at.add(name)
        if name in CACHEABLE and "q=" not in path:
            assert kept, path
            assert answers[1].context is None, path
        else:
            assert not kept, path
    assert looked_at >= ANEW | set(CACHEABLE)


def test_whoever_has_chosen_a_province_is_told_its_delivery_and_nobody_else(world):  # noqa: F811
    visitors(world)
    path = next(path for name, path in places_to_look(world) if name == "catalogue:detail")
    chosen = Client()
    chosen.cookies[destination.COOKIE] = Province.objects.order_by("pk").first().slug
    for _ in range(2):
        assert look(path).get("Cache-Control") == CACHE_CONTROL
        assert chosen.get(path).get("Cache-Control") != CACHE_CONTROL


@pytest.mark.parametrize("method", ["post", "put", "delete", "head", "options"])
def test_nothing_but_get_is_answered_from_what_is_kept(world, method):  # noqa: F811
    look("/catalogue/")
    answer = getattr(Client(), method)("/catalogue/")
    assert answer.get("Cache-Control") != CACHE_CONTROL
