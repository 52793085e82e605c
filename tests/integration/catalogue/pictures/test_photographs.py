"""Photographs of products: kept, shown, drawn on demand, and deleted without harm to others."""

import re
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from PIL import Image
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from catalogue.models import ProductImage
from catalogue.pictures.models import Picture
from catalogue.queries import product_cards
from cms.operations import Story, StoryText, prepare_pages, write_story
from marketplace.accounts.models import User
from tests.factories.catalogue import ProductFactory
from tests.factories.pictures import GPS, exif, photograph, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def collection(db):
    """Wagtail's migrations make it; tests run without."""
    return Collection.add_root(name="Root")


def add_photograph(product, data=None, **values):
    return ProductImage.objects.create(product=product, original=upload(data), **values)


def test_an_upload_is_kept_twice_without_its_place():
    image = add_photograph(ProductFactory(), photograph(exif=exif()))

    assert image.original.name != image.picture.file.name
    for stored in (image.original, image.picture.file):
        kept = Image.open(default_storage.open(stored.name))
        assert kept.size == (1600, 1200)
        assert kept.getexif().get_ifd(GPS) == {}


def test_what_is_no_photograph_is_refused_beside_its_field():
    image = ProductImage(product=ProductFactory(), original=upload(b"<svg/>", "x.svg"))

    with pytest.raises(ValidationError) as refusal:
        image.full_clean()
    with pytest.raises(ValidationError):
        image.save()

    assert list(refusal.value.message_dict) == ["original"]
    assert ProductImage.objects.count() == Picture.objects.count() == 0


def test_a_card_carries_its_first_photograph_in_the_one_query(today, django_assert_num_queries):
    product = ProductFactory()
    add_photograph(product, photograph(800, 800), display_order=1)
    first = add_photograph(product, display_order=0)

    with django_assert_num_queries(1):
        (card,) = product_cards(products=[product.pk], on=today)

    assert card.photograph == first.picture.photograph
    assert card.image_url == f"/pictures/{first.picture.digest}/square-640.jpeg"


def test_every_address_that_a_page_names_is_a_picture_of_that_size(client):
    product = ProductFactory()
    add_photograph(product, caption="Chè phơi nắng")
    add_photograph(product, photograph(700, 900), display_order=1)
    html = client.get(product.get_absolute_url()).content.decode()
    named = set(re.findall(r"/pictures/\w+/(?:square|whole)-\d+\.\w+", html))

    assert {address.rsplit(".")[-1] for address in named} == {"avif", "webp", "jpeg"}
    for address in named:
        answer = client.get(address)
        assert answer.status_code == 200, address
        drawn = Image.open(BytesIO(answer.getvalue()))
        assert drawn.format.lower() == address.rsplit(".")[-1] == answer["Content-Type"][6:]
        assert drawn.width == int(re.search(r"-(\d+)\.", address)[1])
        assert "square" not in address or drawn.width == drawn.height
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


def test_the_first_photograph_comes_at_once_the_others_when_they_are_near(client):
    product = ProductFactory()
    add_photograph(product, caption="Chè phơi nắng")
    add_photograph(product, photograph(700, 900), display_order=1)
    html = client.get(product.get_absolute_url()).content.decode()
    first, second = re.findall(r"<img[^>]*/pictures/[^>]*>", html)[:2]

    assert 'fetchpriority="high"' in first and "loading" not in first
    assert 'alt="Chè phơi nắng"' in first
    assert 'loading="lazy"' in second
    for tag in (first, second):
        assert re.search(r'width="\d+" height="\d+"', tag)
    assert html.count('<rect width="100%" height="100%" fill="#') == 2
    assert "style=" not in html


def test_a_photograph_taken_upright_stands_upright(client):
    image = add_photograph(ProductFactory(), photograph(1600, 1200, exif=exif(6)))
    whole = image.picture.photograph.whole

    drawn = Image.open(BytesIO(client.get(whole.src).getvalue()))

    assert (whole.width, whole.height) == drawn.size == (1200, 1600)


@pytest.mark.parametrize(
    "name",
    [
        "square-321.avif", "square-9999.webp", "whole-1600.gif", "round-320.jpeg",
        "square-960.avif",  # larger than this one's original
    ],
)  # fmt: skip
def test_sizes_that_no_page_asks_for_are_not_drawn(client, name):
    image = add_photograph(ProductFactory(), photograph(700, 700))

    assert client.get(f"/pictures/{image.picture.digest}/{name}").status_code == 404
    assert client.get(f"/pictures/{'0' * 16}/square-320.jpeg").status_code == 404
    assert image.picture.renditions.count() == 0


def test_a_picture_is_drawn_once(client, django_assert_num_queries):
    address = add_photograph(ProductFactory()).picture.photograph.square.src
    client.get(address)

    with django_assert_num_queries(1):  # Wagtail keeps what it has drawn in the cache
        client.get(address)


def test_a_new_focal_point_makes_new_addresses():
    picture = add_photograph(ProductFactory()).picture
    before = picture.photograph.square.src

    picture.focal_point_x, picture.focal_point_y = 10, 10
    picture.focal_point_width = picture.focal_point_height = 20
    picture.save()

    assert picture.photograph.square.src != before
    assert picture.photograph.width == 1600


def test_a_deleted_photograph_takes_its_files_and_nobody_elses(
    settings, tmp_path, django_capture_on_commit_callbacks
):
    # Wagtail's task opens the storage anew, which a storage in memory does not survive.
    on_disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"default": on_disk}
    data = photograph()
    kept, gone = add_photograph(ProductFactory(), data), add_photograph(ProductFactory(), data)
    other = Picture.objects.create(title="Chuyện", file=upload(data))
    names = gone.original.name, gone.picture.file.name

    with django_capture_on_commit_callbacks(execute=True):
        gone.delete()

    assert not any(map(default_storage.exists, names))
    for stored in (kept.original, kept.picture.file, other.file):
        assert default_storage.exists(stored.name)
    assert set(Picture.objects.all()) == {kept.picture, other}


def test_a_photograph_that_a_story_shows_stays_for_the_story(django_capture_on_commit_callbacks):
    product = ProductFactory()
    image = add_photograph(product)
    text = StoryText("Chuyện", "Mở đầu", "", [])
    story = Story("chuyen", product.province, [product], [], {"vi": text}, [])
    (page,) = write_story(story=story, indexes=prepare_pages(), at=None)
    page.body = [("picture", {"image": image.picture, "caption": "Ở nương"})]
    page.save()

    with django_capture_on_commit_callbacks(execute=True):
        image.delete()

    assert Picture.objects.get() == image.picture
    assert default_storage.exists(image.picture.file.name)


def test_a_replaced_photograph_leaves_nothing_behind():
    image = add_photograph(ProductFactory())
    before = image.picture

    image.original = upload(photograph(900, 900))
    image.save()

    assert Picture.objects.get() == image.picture != before
    assert image.picture.photograph.width == 900


def test_a_picture_deleted_by_an_editor_goes_from_the_product_too():
    image = add_photograph(ProductFactory())

    image.picture.delete()

    assert ProductImage.objects.count() == Picture.objects.count() == 0


def test_a_story_shows_its_pictures_whole_with_their_words(client):
    product = ProductFactory()
    picture = Picture.objects.create(title="Nương chè", file=upload())
    text = StoryText("Chuyện", "Mở đầu", "", [])
    story = Story("chuyen", product.province, [product], [], {"vi": text}, [])
    (page,) = write_story(story=story, indexes=prepare_pages(), at=None)
    shot = {"image": picture, "caption": "Ở nương"}
    page.body = [("picture", shot), ("gallery", [shot])]
    page.save()

    html = client.get("/cau-chuyen/chuyen/").content.decode()

    assert html.count(f'src="{picture.photograph.whole.src}"') == 2
    assert html.count('alt="Ở nương"') == 2


def test_an_editor_is_told_beside_the_field_what_is_wrong(collection):
    form_class, admin = get_image_form(Picture), User.objects.create_superuser("a@example.vn", "x")
    good = form_class(
        {"title": "Chè", "collection": collection.pk},
        {"file": upload(photograph(exif=exif()))},
        user=admin,
    )
    svg = form_class({"title": "Chè"}, {"file": upload(b"<svg/>", "x.svg")}, user=admin)
    animated = BytesIO()
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "green")]
    frames[0].save(animated, "WEBP", save_all=True, append_images=frames[1:])
    moving = form_class(
        {"title": "Chè"}, {"file": upload(animated.getvalue(), "x.webp", "image/webp")}, user=admin
    )

    assert good.errors == {}
    picture = good.save()
    assert Image.open(picture.file).getexif().get_ifd(GPS) == {}
    assert "file" in svg.errors
    assert moving.errors == {"file": ["Ảnh động không dùng được ở đây. Hãy chọn ảnh tĩnh."]}


def test_an_operator_sees_photographs_in_oscars_dashboard(client):
    client.force_login(User.objects.create_superuser("admin@example.vn", "x"))
    product = ProductFactory()
    address = f"/dashboard/catalogue/products/{product.pk}/"
    digest = add_photograph(product).picture.digest

    assert f"/pictures/{digest}/square-320.jpeg" in client.get(address).content.decode()
