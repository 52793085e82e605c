"""The living catalogue of components."""

from pathlib import Path

import pytest
from django.test.signals import template_rendered

from catalogue.places.operations import load_places
from catalogue.templatetags.shop_tags import _print
from cms.operations import prepare_pages
from tests.factories.catalogue import ProductFactory

pytestmark = pytest.mark.django_db
COMPONENTS = Path(__file__).resolve().parents[4] / "themes" / "base" / "templates" / "components"
#: It is made of a product page's data, of which the page itself shows every state.
SHOWN_ELSEWHERE = {"buy.html", "behaviour.html"}


@pytest.fixture
def staff(client, django_user_model):
    load_places()
    prepare_pages()
    ProductFactory()
    member = django_user_model.objects.create_user("a@example.vn", "pw")
    member.is_staff = True
    member.save()
    client.force_login(member)
    return client


def test_it_shows_every_component_there_is(staff):
    _print.cache_clear()
    rendered = set()
    template_rendered.connect(lambda template, **_: rendered.add(template.name), weak=False)
    assert staff.get("/styleguide/").status_code == 200
    shown = {name.removeprefix("components/") for name in rendered if name}
    assert {path.name for path in COMPONENTS.glob("*.html")} - shown == SHOWN_ELSEWHERE


def test_it_is_drawn_in_the_theme_asked_for(staff):
    assert "dong-thap/theme.css" not in staff.get("/styleguide/").text
    assert "dong-thap/theme.css" in staff.get("/styleguide/?theme=dong-thap").text
    assert "theme.css" not in staff.get("/styleguide/?theme=../../etc").text


def test_only_staff_may_see_it_unless_debugging(client, django_user_model, settings, staff):
    client.logout()
    assert client.get("/styleguide/").status_code == 403
    client.force_login(django_user_model.objects.create_user("b@example.vn", "pw"))
    assert client.get("/styleguide/").status_code == 403
    settings.DEBUG = True
    assert client.get("/styleguide/").status_code == 200
