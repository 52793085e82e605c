"""Money and text as the reader sees them."""

import pytest
from django.utils import translation

from catalogue.templatetags.shop_tags import dong, glue


@pytest.mark.parametrize(
    ("amount", "vietnamese", "english"),
    [
        (0, "0\u00a0₫", "₫0"),
        (999, "999\u00a0₫", "₫999"),
        (125_000, "125.000\u00a0₫", "₫125,000"),
        (-1_250_000, "-1.250.000\u00a0₫", "-₫1,250,000"),
        (None, "", ""),
    ],
)
def test_dong_is_grouped_as_the_language_does(amount, vietnamese, english):
    with translation.override("vi"):
        assert dong(amount) == vietnamese
    with translation.override("en"):
        assert dong(amount) == english


def test_glue_takes_anything_with_a_text():
    assert glue("Cà phê") == "Cà\u00a0phê"
    assert glue(5) == "5"
