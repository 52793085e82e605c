"""Languages are folders, and what is not translated says so."""

from pathlib import Path

import pytest
from django.test import override_settings
from django.urls import clear_url_caches

from catalogue.languages import language_of, languages_in, path_in
from catalogue.places.operations import load_places
from cms.operations import prepare_pages
from tests.factories.catalogue import ProductFactory

THREE = [("vi", "Tiếng Việt"), ("en", "English"), ("ko", "한국어")]


def test_a_language_is_a_folder_with_a_catalogue_and_vietnamese_comes_first(tmp_path: Path):
    for code in ("vi", "ko", "en", "fr"):
        (tmp_path / code / "LC_MESSAGES").mkdir(parents=True)
        if code != "fr":
            (tmp_path / code / "LC_MESSAGES" / "django.po").touch()
    assert languages_in(tmp_path) == [("vi", "Tiếng Việt"), ("en", "English"), ("ko", "한국어")]


@override_settings(LANGUAGES=THREE)
@pytest.mark.parametrize(
    ("path", "own", "korean", "vietnamese"),
    [
        ("/", "vi", "/ko/", "/"),
        ("/en/", "en", "/ko/", "/"),
        ("/ko", "ko", "/ko/", "/"),
        ("/en/search/?q=tr%C3%A0", "en", "/ko/search/?q=tr%C3%A0", "/search/?q=tr%C3%A0"),
        ("/english-tea/", "vi", "/ko/english-tea/", "/english-tea/"),
        ("/en?x=1", "en", "/ko/?x=1", "/?x=1"),
    ],
)
def test_a_page_has_an_address_in_each_language(path, own, korean, vietnamese):
    assert language_of(path) == own
    assert (path_in("ko", path), path_in("vi", path)) == (korean, vietnamese)


@pytest.mark.django_db
def test_a_third_language_needs_no_code(client):
    load_places()
    prepare_pages()
    product = ProductFactory(title_vi="Trà", title_en="Tea")
    address = product.get_absolute_url()
    with override_settings(LANGUAGES=THREE):
        clear_url_caches()
        page = client.get(f"/ko{address}").text
        home = client.get("/").text
    clear_url_caches()
    assert '<html lang="ko"' in page
    assert "Tea" in page
    assert 'hreflang="ko"' in home and "한국어" in home


@pytest.mark.django_db
def test_a_description_in_vietnamese_only_says_so_to_a_reader_of_english(client):
    load_places()
    prepare_pages()
    product = ProductFactory(
        description_vi="Hái một tôm hai lá.", description_en="", storage_vi="Nơi khô", storage_en=""
    )
    address = product.get_absolute_url()
    english = client.get(f"/en{address}").text
    assert "The seller has written this in Vietnamese only." in english
    assert '<div lang="vi"><p>Hái một tôm hai lá.</p></div>' in english
    assert '<span lang="vi">Nơi khô</span>' in english
    vietnamese = client.get(address).text
    assert 'lang="vi"><p>' not in vietnamese
    assert "Người bán mới viết" not in vietnamese
