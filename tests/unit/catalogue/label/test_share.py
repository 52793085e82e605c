"""The drawn share picture."""

from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image

from catalogue.label.addresses import share_digest, spec_of_url
from catalogue.label.choose import choose_label
from catalogue.label.draw import draw_still_art, draw_still_edge
from catalogue.label.inks import Area, every_printing, printing
from catalogue.label.share import SharePicture, draw_share

FONTS = settings.THEMES_FOLDER / "base" / "static" / "fonts"
SPEC = choose_label(name="Chè Shan tuyết", ocop_set=11, slug="che", area=Area.NB)
PICTURE = SharePicture("Chè Shan tuyết", "Sơn La", "Chợ Phiên", (Area.NB,), SPEC.printing, SPEC)


def drawn(picture):
    return Image.open(BytesIO(draw_share(picture, fonts=FONTS))).convert("RGB")


@pytest.mark.parametrize(
    "title",
    ["Chè", "Chè Shan tuyết cổ thụ Tà Xùa hộp quà thượng hạng " * 6, "W" * 90, "", "日本 𝄞"],
)
def test_any_title_fits(title):
    image = drawn(SharePicture(title, "Sơn La", "Chợ Phiên", (Area.NB,), 0, SPEC))
    paper = tuple(bytes.fromhex(printing(Area.NB, 0, dark=False).paper[1:]))

    assert image.size == (1200, 630)
    margin = image.crop((1180, 0, 1200, 630))
    if len(title.split()) != 1:
        assert {colour for _, colour in margin.getcolors()} == {margin.getpixel((0, 0))}
    assert max(abs(a - b) for a, b in zip(margin.getpixel((19, 629)), paper, strict=True)) < 8


def test_the_words_are_printed_in_both_subsets_of_the_font():
    plain = drawn(SharePicture("", "", "", (Area.NB,), 0))
    for title in ("e", "ế"):
        other = drawn(SharePicture(title, "", "", (Area.NB,), 0))
        assert list(other.getdata()) != list(plain.getdata())


def test_a_region_of_two_cloths_shows_both():
    one = drawn(SharePicture("Biển", "", "", (Area.NT,), 0))
    two = drawn(SharePicture("Biển", "", "", (Area.NT, Area.TN), 0))

    assert one.getpixel((300, 20)) != two.getpixel((300, 20)) or one.size == two.size
    assert one.tobytes() != two.tobytes()


@pytest.mark.parametrize(("area", "number"), every_printing())
def test_what_is_made_into_pixels_has_no_custom_properties(area, number):
    assert "var(" not in draw_still_edge(area, number)
    assert "var(" not in draw_still_art(SPEC)


def test_the_digest_covers_all_that_is_printed():
    changed = SharePicture("Chè khác", *(getattr(PICTURE, n) for n in PICTURE.__slots__[1:]))

    assert share_digest(PICTURE) == share_digest(PICTURE)
    assert len({share_digest(PICTURE), share_digest(changed)}) == 2


def test_only_addresses_of_labels_are_read_back():
    with pytest.raises(ValueError):
        spec_of_url("/media/x.svg")
