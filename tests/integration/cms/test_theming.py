"""A theme is chosen by the setting and by the Wagtail site."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from catalogue.places.operations import load_places
from cms.models import SiteTheme
from cms.operations import prepare_pages
from cms.theming import dressed_in, stylesheet_of, theme_names

pytestmark = pytest.mark.django_db
LOTUS = "dong-thap"


@pytest.fixture
def site():
    load_places()
    prepare_pages()
    return Site.objects.get(is_default_site=True)


def test_the_themes_are_the_folders_base_first():
    assert theme_names() == ["base", LOTUS]
    assert stylesheet_of("base") == ""
    assert stylesheet_of(LOTUS) == "dong-thap/theme.css"


def test_without_a_choice_the_setting_dresses_the_shop(client, site, settings):
    assert "dong-thap/theme.css" not in client.get("/").text
    settings.THEME = LOTUS
    page = client.get("/").text
    assert "dong-thap/theme.css" in page
    assert "Sen nở, chợ mở" in page


def test_a_site_wears_the_theme_it_has_chosen_from_the_next_page_on(client, site):
    assert "Bán gì, treo nấy" in client.get("/").text
    chosen = SiteTheme.objects.create(site=site, theme=LOTUS)
    assert "Sen nở, chợ mở" in client.get("/").text
    assert "Lotus" not in client.get("/en/").text.split("<h1")[0]
    chosen.delete()
    assert "Bán gì, treo nấy" in client.get("/").text


def test_two_sites_of_one_shop_wear_different_themes(client, site, settings):
    settings.ALLOWED_HOSTS = ["*"]
    other = Site.objects.create(hostname="sen.example", port=80, root_page=site.root_page)
    SiteTheme.objects.create(site=other, theme=LOTUS)
    assert "Sen nở, chợ mở" in client.get("/", HTTP_HOST="sen.example").text
    assert "Bán gì, treo nấy" in client.get("/", HTTP_HOST="testserver").text


def test_what_a_theme_lacks_is_the_base_theme_s(site):
    with dressed_in(LOTUS):
        assert "M15 2Q22 11 15 24" in render_to_string("components/mark.html")
        assert "data-stepper" in render_to_string("components/stepper.html")
    assert "mark-edge" in render_to_string("components/mark.html")


def test_the_theme_costs_no_query_but_once_a_minute(client, site):
    SiteTheme.objects.create(site=site, theme=LOTUS)
    client.get("/robots.txt")
    with CaptureQueriesContext(connection) as queries:
        client.get("/robots.txt")
    assert len(queries) == 0


def test_a_reader_chooses_light_or_dark_without_a_script(client, site):
    assert 'data-scheme="' not in client.get("/").text
    response = client.post("/appearance/", {"scheme": "dark"}, HTTP_REFERER="http://testserver/en/")
    assert (response.status_code, response["Location"]) == (302, "http://testserver/en/")
    page = client.get("/").text
    assert '<html lang="vi" data-scheme="dark">' in page
    client.post("/appearance/", {"scheme": ""})
    assert 'data-scheme="' not in client.get("/").text


@pytest.mark.parametrize("scheme", ["purple", '"><script>', ""])
def test_another_scheme_follows_the_device(client, site, scheme):
    client.post("/appearance/", {"scheme": scheme})
    client.cookies["scheme"] = "purple"
    assert 'data-scheme="' not in client.get("/").text


def test_the_way_back_never_leaves_the_shop(client, site):
    response = client.post("/appearance/", {}, HTTP_REFERER="https://elsewhere.example/")
    assert response["Location"] == "/"
    assert client.get("/appearance/").status_code == 405
