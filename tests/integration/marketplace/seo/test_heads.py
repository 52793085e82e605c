"""What the head of every public page says, and that what is private says nothing."""

import json
import re
from html import unescape

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from catalogue.certification.models import Certificate
from catalogue.partner.models import StockRecord
from cms.operations import Story, StoryText, prepare_pages, write_story
from marketplace.seo.pages import PUBLIC
from search.indexing import rebuild
from tests.factories.catalogue import CategoryChain, ProductFactory

pytestmark = pytest.mark.django_db
ROOT = settings.SITE_URL


@pytest.fixture(autouse=True)
def vietnamese():
    """A request before may have left another language."""
    with override("vi"):
        yield


@pytest.fixture
def pages():
    """The address of one page of every public kind."""
    category = CategoryChain.make()[-1]
    product = ProductFactory(title_vi="Mắm <b>&</b> tép", categories=[category])
    text = StoryText("Một câu chuyện", "Mở đầu của chuyện", "", [])
    story = Story("mot", product.province, [product], [], {"vi": text, "en": text}, [])
    write_story(story=story, indexes=prepare_pages(), at=timezone.now())
    rebuild(on=timezone.localdate())
    return {
        "home": "/",
        "stories": "/cau-chuyen/",
        "story": "/cau-chuyen/mot/",
        "list": reverse("catalogue:index"),
        "stars": f"{reverse('search:search')}?stars=4",
        "category": category.get_absolute_url(),
        "product": product.get_absolute_url(),
        "region": reverse("region", args=[product.province.region.slug]),
        "province": reverse("province", args=[product.province.slug]),
        "partner": product.partner.get_absolute_url(),
        "certificate": product.certificates.get().get_absolute_url(),
    }


def head_of(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode().split("</head>")[0]


def one(pattern, head):
    (found,) = re.findall(pattern, head)
    return unescape(found)


def languages_of(head):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', head))


def data_of(head):
    block = one(r'<script type="application/ld\+json">(.*?)</script>', head)
    return json.loads(block)["@graph"]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_public_page_says_what_it_is(client, pages, prefix):
    titles = {}
    for name, path in pages.items():
        head = head_of(client, prefix + path)
        assert one(r'<link rel="canonical" href="([^"]+)">', head) == unescape(ROOT + prefix + path)
        titles[one(r"<title>(.*?)</title>", head)] = name
        description = one(r'<meta name="description" content="([^"]*)">', head)
        assert 10 < len(description) < 320, name
        assert one(r'<meta property="og:description" content="([^"]*)">', head) == description
        title = one(r'<meta property="og:title" content="([^"]*)">', head)
        assert one(r"<title>(.*?)</title>", head).startswith(title)
        assert "noindex" not in head, name
        assert one(r'<meta name="twitter:card" content="([^"]+)">', head) == "summary_large_image"
        picture = one(r'<meta property="og:image" content="([^"]+)">', head)
        shown = client.get(picture.removeprefix(ROOT))
        assert (shown.status_code, shown["Content-Type"]) == (200, "image/png"), name
        assert one(r'og:image:width" content="(\d+)"', head) == "1200"
    assert len(titles) == len(pages)


def test_languages_name_each_other(client, pages):
    for path in pages.values():
        for start in (path, f"/en{path}"):
            languages = languages_of(head_of(client, start))
            assert list(languages) in (["vi", "en", "x-default"], ["en", "vi", "x-default"])
            assert languages["x-default"] == languages["vi"]
            for address in languages.values():
                other = head_of(client, unescape(address).removeprefix(ROOT))
                assert languages_of(other) == languages


def test_each_kind_has_its_data(client, pages):
    kinds = {
        name: {each["@type"] for each in data_of(head_of(client, path))}
        for name, path in pages.items()
    }

    lists = {"BreadcrumbList", "ItemList"}
    assert kinds == {
        "home": {"Organization", "WebSite"},
        "stories": {"BreadcrumbList"},
        "story": {"Article", "BreadcrumbList"},
        "list": lists,
        "stars": lists,
        "category": lists,
        "product": {"Product", "BreadcrumbList"},
        "region": lists,
        "province": lists,
        "partner": lists | {"Organization"},
        "certificate": {"Certification", "BreadcrumbList"},
    }


def test_a_hostile_name_stays_a_name(client, pages):
    head = head_of(client, pages["product"])

    (product,) = [each for each in data_of(head) if each["@type"] == "Product"]
    assert product["name"] == "Mắm <b>&</b> tép"
    assert "<b>" not in head


@pytest.mark.parametrize(
    "question",
    [
        "?q=mam", "?price=100000-200000", "?stars=4&category=gia-vi", "?stars=3&stars=4&stars=5",
        "?sort=-price", "?page_size=60", "?in_stock=1", "?partner=x&stars=4&price_min=1000",
    ],
)  # fmt: skip
def test_states_of_a_list_that_are_the_same_goods_again_are_not_kept(client, pages, question):
    head = head_of(client, f"/search/{question}")

    assert '<meta name="robots" content="noindex, follow">' in head
    assert "canonical" not in head and "hreflang" not in head


def test_a_filter_within_a_province_is_not_kept(client, pages):
    assert "noindex, follow" in head_of(client, f"{pages['province']}?stars=4")
    assert "noindex, follow" in head_of(client, "/cau-chuyen/?region=x")


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/search/", "/catalogue/"),
        ("/search/?utm_source=zalo", "/catalogue/"),
        ("/catalogue/?stars=4&fbclid=1", "/search/?stars=4"),
        ("/catalogue/?page=1", "/catalogue/"),
    ],
)
def test_one_page_has_one_address(client, pages, asked, kept):
    head = head_of(client, asked)

    assert one(r'<link rel="canonical" href="([^"]+)">', head) == ROOT + kept


def test_private_pages_say_nothing_outside(client, pages):
    for name in ("basket:summary", "customer:login", "customer:register", "password-reset"):
        head = head_of(client, reverse(name))
        assert '<meta name="robots" content="noindex">' in head, name
        assert not re.search(r"canonical|hreflang|og:|ld\+json", head), name
    missing = client.get("/catalogue/khong-co_999/")
    assert missing.status_code == 404
    assert not re.search(
        r"canonical|hreflang|og:|ld\+json", missing.content.decode().split("</head>")[0]
    )


def test_the_table_of_public_pages_names_addresses_that_exist():
    for name in PUBLIC:
        kwargs = {
            "catalogue:detail": {"product_slug": "x", "pk": 1},
            "catalogue:category": {"category_slug": "x", "pk": 1},
            "certificate": {"number": "x"},
            "wagtail_serve": {},
        }.get(name, {"slug": "x"} if name in {"region", "province", "partner"} else {})
        args = ["x/"] if name == "wagtail_serve" else []
        assert reverse(name, args=args, kwargs=kwargs if not args else None)


def test_robots_are_told_of_the_sitemap_and_kept_from_private_pages(client):
    text = client.get("/robots.txt").content.decode()

    assert f"Sitemap: {ROOT}/sitemap.xml" in text
    for name in ("basket:summary", "checkout:index", "customer:login", "seller:index"):
        folder = f"/{reverse(name).split('/')[1]}/"
        assert f"Disallow: {folder}\n" in text
        assert f"Disallow: /en{folder}\n" in text


def test_a_share_picture_has_the_address_of_what_is_on_it(client, pages):
    address = one(r'og:image" content="([^"]+)"', head_of(client, pages["product"]))
    path = address.removeprefix(ROOT)
    picture = client.get(path)

    assert picture.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture.content[16:24] == (1200).to_bytes(4) + (630).to_bytes(4)
    assert len(picture.content) < 150_000
    assert picture["Cache-Control"] == "public, max-age=31536000, immutable"
    older = re.sub(r"/share/\w{16}/", f"/share/{'0' * 16}/", path)
    assert client.get(older)["Location"] == path
    assert client.get(re.sub(r"/\d+\.png", "/9999.png", path)).status_code == 404
    assert client.get(re.sub(r"/\d+\.png", f"/{'9' * 40}.png", path)).status_code == 404


def test_price_stock_and_stars_leave_the_share_picture_as_it_is(client, pages):
    before = one(r'og:image" content="([^"]+)"', head_of(client, pages["product"]))
    StockRecord.objects.update(price=1_000, num_in_stock=0)
    Certificate.objects.update(stars=5)

    assert one(r'og:image" content="([^"]+)"', head_of(client, pages["product"])) == before
