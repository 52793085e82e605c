"""Small parts of a page that are rendered once a process."""

from dataclasses import replace

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

from catalogue.cards import ProductCard
from catalogue.templatetags.shop_tags import _print

CARD = ProductCard(
    id=1, url="/x/", name="Chè", place="Sơn La", printing="NB0", art_url="/a.svg", image_url="",
    price=125_000, net_quantity="", stars=4, renewing=False, in_stock=True, season=True,
    partner_name="HTX", partner_url="/p/", add_url="/basket/add/1/",
)  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_printed_yet():
    _print.cache_clear()


def show(card):
    page = Template(
        '{% load shop_tags %}{% printed "components/product_card.html" card=card eager=True %}'
    )
    return page.render(Context({"card": card, "secret": "not passed on"}))


def test_a_part_is_what_an_include_would_be():
    included = Template(
        '{% include "components/product_card.html" with card=card eager=True only %}'
    )
    assert show(CARD) == included.render(Context({"card": CARD}))


def test_equal_values_are_rendered_once_and_others_anew():
    assert "125.000\u00a0₫" in show(CARD)
    assert show(replace(CARD)) == show(CARD)
    assert _print.cache_info().misses == 1
    assert "126.000\u00a0₫" in show(replace(CARD, price=126_000))
    with translation.override("en"):
        assert "₫125,000" in show(CARD)
    assert _print.cache_info().misses == 3


def test_a_safe_text_does_not_make_the_same_unsafe_one_safe():
    page = Template(
        '{% load shop_tags %}{% printed "components/choice.html" name="n" value=1 label=label %}'
    )
    text = "<b>Chè</b>"
    assert text in page.render(Context({"label": mark_safe(text)}))
    assert text not in page.render(Context({"label": text}))
