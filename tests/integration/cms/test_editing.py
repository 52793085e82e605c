"""What an editor does in Wagtail's own interface, through its own addresses."""

import datetime

import pytest
from django.utils import timezone

from cms.models import ProvincePage, StoryPage
from cms.operations import prepare_pages
from tests.factories.catalogue import PartnerFactory, ProductFactory, ProvinceFactory
from tests.factories.order import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

CHOOSER = "/cms/product_chooser/"


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def stories(db):
    return prepare_pages()["vi"]


def story_form(product, **changed):
    """What Wagtail's form posts for a story with one paragraph, one product, one source."""
    body = {
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading",
        "body-0-id": "", "body-0-value": "Bốn dây tiêu",
    }  # fmt: skip
    sources = {
        "sources-count": "1", "sources-0-deleted": "", "sources-0-order": "0",
        "sources-0-type": "source", "sources-0-id": "", "sources-0-value-title": "Báo Gia Lai",
        "sources-0-value-url": "https://example.vn/tieu", "sources-0-value-year": "2024",
    }  # fmt: skip
    products = {
        "story_products-TOTAL_FORMS": "1", "story_products-INITIAL_FORMS": "0",
        "story_products-MIN_NUM_FORMS": "0", "story_products-MAX_NUM_FORMS": "1000",
        "story_products-0-id": "", "story_products-0-ORDER": "1",
        "story_products-0-DELETE": "", "story_products-0-product": str(product.pk),
    }  # fmt: skip
    comments = {
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0", "comments-MAX_NUM_FORMS": "",
    }  # fmt: skip
    texts = {"title": "Tiêu ven rào", "slug": "tieu-ven-rao", "lead": "Một dòng mở đầu."}
    return {**texts, **body, **sources, **products, **comments, **changed}


def chosen(response):
    return [product.title for product in response.context["results"]]


def test_an_editor_finds_listed_products_by_name_maker_or_province(editor):
    partner = PartnerFactory(name="Hợp tác xã Nam Yang")
    pepper = ProductFactory(title_vi="Tiêu đen Lệ Chí", partner=partner)
    coffee = ProductFactory(title_vi="Cà phê Đak Yang", partner=partner)
    ProductFactory(title_vi="Tiêu đã thôi bán", certificate__ends_on=datetime.date(2026, 1, 1))
    assert chosen(editor.get(CHOOSER)) == [coffee.title, pepper.title]
    results = f"{CHOOSER}results/"
    assert chosen(editor.get(results, {"q": "tieu le"})) == [pepper.title]
    assert chosen(editor.get(results, {"q": "NAM YANG"})) == [coffee.title, pepper.title]
    assert chosen(editor.get(results, {"q": "son la ca"})) == [coffee.title]
    assert chosen(editor.get(results, {"q": "sầu riêng"})) == []
    assert editor.get(f"{CHOOSER}chosen/{pepper.pk}/").status_code == 200


def test_a_story_is_written_previewed_and_published_and_the_product_points_back(editor, stories):
    product = ProductFactory(title_vi="Tiêu đen Lệ Chí")
    add = f"/cms/pages/add/cms/storypage/{stories.pk}/"
    form = story_form(product)
    preview = f"{add}preview/"
    assert editor.post(preview, form).json()["is_valid"] is True
    shown = editor.get(preview)
    assert "Một dòng mở đầu." in shown.content.decode()
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert not StoryPage.objects.exists()

    assert editor.post(add, {**form, "action-publish": "1"}).status_code == 302

    story = StoryPage.objects.get()
    page = editor.get("/cau-chuyen/tieu-ven-rao/")
    assert "Báo Gia Lai" in page.content.decode() and "2024" in page.content.decode()
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert story.get_url() in editor.get(product.get_absolute_url()).content.decode()


def test_a_story_without_a_lead_is_not_published_and_the_rest_is_kept(editor, stories):
    add = f"/cms/pages/add/cms/storypage/{stories.pk}/"
    form = story_form(ProductFactory(), lead="")
    response = editor.post(add, {**form, "action-publish": "1"})
    assert set(response.context["form"].errors) == {"lead"}
    assert "Tiêu ven rào" in response.content.decode()


def test_words_about_a_place_are_previewed_as_they_will_stand(editor, stories):
    province = ProvinceFactory(code=52, slug="gia-lai", name="Gia Lai")
    home = stories.get_parent()
    page = home.add_child(
        instance=ProvincePage(
            title="Gia Lai", slug="gia-lai", province=province, intro="<p>Đất đỏ.</p>",
            first_published_at=timezone.now(),
        )
    )  # fmt: skip
    preview = f"/cms/pages/{page.pk}/edit/preview/"
    form = {
        "title": "Gia Lai", "slug": "gia-lai", "province": province.pk,
        "intro": '{"entityMap": {}, "blocks": [{"key": "a", "text": "Đất bazan.", '
        '"type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}]}',
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0", "comments-MAX_NUM_FORMS": "",
    }  # fmt: skip
    assert editor.post(preview, form).json()["is_valid"] is True
    shown = editor.get(preview).content.decode()
    assert "Đất bazan." in shown and "<h1>Gia Lai</h1>" in shown


def test_the_editors_interface_asks_nothing_of_other_hosts(editor, stories):
    page = editor.get("/cms/").content.decode()
    assert "gravatar.com" not in page
    assert "releases.wagtail.org" not in page
