"""Sitemaps and feeds of a shop, their form and their cost."""

import csv
import re
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalogue.places.operations import load_places
from cms.operations import Story, StoryText, prepare_pages, write_story
from marketplace.demonstration.generate import generate_products
from marketplace.seo.sitemaps import SITEMAPS
from tests.factories.catalogue import ProductFactory

pytestmark = pytest.mark.django_db
S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
X = "{http://www.w3.org/1999/xhtml}"
I = "{http://www.google.com/schemas/sitemap-image/1.1}"  # noqa: E741
G = "{http://base.google.com/ns/1.0}"
DATED = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?")


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(answer.getvalue())


def urls_of(client, section):
    """The addresses of one file, its form checked by the schema's rules (sitemaps.org 0.9)."""
    root = read(client, f"/sitemap-{section}.xml")
    assert root.tag == f"{S}urlset"
    found = {}
    for url in root:
        assert url.tag == f"{S}url"
        names = [child.tag for child in url]
        own = [name for name in names if name.startswith(S)]
        assert names[: len(own)] == own == [f"{S}loc", f"{S}lastmod"][: len(own)]
        assert all(DATED.fullmatch(child.text) for child in url.iter(f"{S}lastmod"))
        assert set(names) <= {f"{S}loc", f"{S}lastmod", f"{X}link", f"{I}image"}
        address = url.find(f"{S}loc").text
        assert address.startswith(f"{settings.SITE_URL}/") and len(address) < 2048
        assert address not in found
        found[address] = url
    return found


def languages_of(url):
    return {link.get("hreflang"): link.get("href") for link in url.findall(f"{X}link")}


@pytest.fixture
def shop():
    products = [ProductFactory(title_vi=f"Chè & trà {number}") for number in range(3)]
    indexes = prepare_pages()
    text = StoryText("Chuyện", "Mở đầu", "", [])
    for slug, texts in (("hai", {"vi": text, "en": text}), ("mot", {"vi": text})):
        story = Story(slug, products[0].province, products[:1], [], texts, [])
        write_story(story=story, indexes=indexes, at=timezone.now())
    return products


def test_the_index_names_every_section(client):
    root = read(client, "/sitemap.xml")

    assert root.tag == f"{S}sitemapindex"
    named = [each.find(f"{S}loc").text.split("/")[-1] for each in root]
    assert named == [f"sitemap-{section}.xml" for section in SITEMAPS]


@pytest.mark.parametrize("section", SITEMAPS)
def test_every_address_answers_and_names_its_languages_both_ways(client, shop, section):
    found = urls_of(client, section)
    assert found or section == "categories"

    for address, url in found.items():
        assert client.get(address.removeprefix(settings.SITE_URL)).status_code == 200, address
        languages = languages_of(url)
        assert address in languages.values()
        assert languages["x-default"] == languages["vi"]
        for other in languages.values():
            assert languages_of(found[other]) == languages


def test_goods_stories_and_places_come_with_their_pictures(client, shop):
    for section in ("products", "stories", "places", "pages"):
        for address, url in urls_of(client, section).items():
            (picture,) = url.findall(f"{I}image/{I}loc")
            answer = client.get(picture.text.removeprefix(settings.SITE_URL))
            assert answer["Content-Type"] == "image/png", address


def test_a_story_of_one_language_has_one_address(client, shop):
    found = urls_of(client, "stories")

    assert sorted(address.removeprefix(settings.SITE_URL) for address in found) == [
        "/cau-chuyen/hai/", "/cau-chuyen/mot/", "/en/cau-chuyen/hai/",
    ]  # fmt: skip


def test_pages_that_do_not_exist_are_not_found(client):
    assert client.get("/sitemap-nothing.xml").status_code == 404
    assert client.get("/sitemap-products.xml?p=99").status_code == 404
    assert client.get("/sitemap-products.xml?p=x").status_code == 404


@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_feeds_hold_the_same_goods_with_addresses_that_answer(client, shop, language):
    folder = "/feeds/" if language == "vi" else "/feeds/en/"
    items = list(read(client, f"{folder}products.xml").iter("item"))
    text = client.get(f"{folder}products.csv").getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline="")))

    assert [item.find(f"{G}id").text for item in items] == [row["id"] for row in rows]
    assert [int(row["id"]) for row in rows] == [product.pk for product in shop]
    assert rows[0]["title"] == "Chè & trà 0"
    for row in rows:
        link = row["link"].removeprefix(settings.SITE_URL)
        assert link.startswith("/en/") == (language == "en")
        assert client.get(link).status_code == 200
        image = row["image_link"].removeprefix(settings.SITE_URL)
        assert client.get(image)["Content-Type"] == "image/png"


@pytest.mark.parametrize("count", [100, 10_000])
def test_a_feed_is_one_query_however_many_products(client, count):
    load_places()
    generate_products(count=count, on=timezone.localdate())

    for path, mark in (("/feeds/products.xml", b"<item>"), ("/feeds/products.csv", b"\r\n")):
        with CaptureQueriesContext(connection) as queries:
            pieces = list(client.get(path).streaming_content)
        assert len(queries) == 1, [query["sql"][:200] for query in queries]
        lines = b"".join(pieces).count(mark)
        assert len(pieces) > lines * 0.9
        assert count * 0.9 < lines <= count + 1

    client.get("/sitemap-products.xml")
    with CaptureQueriesContext(connection) as queries:
        client.get("/sitemap-products.xml")
    # How many there are, the ids of one page, their rows; the site is known.
    assert len(queries) == 3, [query["sql"][:200] for query in queries]
