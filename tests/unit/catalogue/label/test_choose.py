"""The right picture for a name, and the same one every time."""

import pytest

from catalogue.label.choose import LabelSpec, choose_label, choose_motif
from catalogue.label.draw import draw_art
from catalogue.label.inks import Area
from catalogue.label.keywords import KEYWORDS, fold
from catalogue.label.motifs import MOTIFS

NAMES = [
    ("Chả mực Hạ Long", 8, "tray", "squid"),
    ("Bánh đậu xanh gia truyền", 7, "tray", "mung-cakes"),
    ("Gạo Séng Cù Mường Khương", 3, "basket", "rice"),
    ("Nước mắm cá cơm Phú Quốc", 9, "jar", "fish-ring"),
    ("Mật ong hoa cà phê", 4, "jar", "honey"),
    ("Trà xanh Shan tuyết cổ thụ", 11, "rays", "shan-tea"),
    ("Trà sen Tây Hồ", 11, "rays", "lotus-tea"),
    ("Cà phê Robusta nguyên hạt", 13, "rays", "coffee"),
    ("Bột ca cao nguyên chất", 13, "rays", "cacao"),
    ("Rượu Bàu Đá", 14, "rays", "gourd-bottle"),
    ("Rượu mơ ngâm mật ong", 15, "rays", "fruit-wine"),
    ("Nước khoáng thiên nhiên vị chanh muối", 17, "rays", "water"),
    ("Nước dừa xiêm tươi", 17, "rays", "coconut"),
    ("Sâm Ngọc Linh củ tươi", 20, "cabinet", "ginseng"),
    ("Cao atiso Sa Pa", 18, "cabinet", "balm-pot"),
    ("Tinh bột nghệ vàng", 7, "tray", "turmeric"),
    ("Tinh dầu tràm", 20, "cabinet", "cajeput"),
    ("Bình gốm hoa lam Chu Đậu", 21, "shelf", "blue-vase"),
    ("Chiếu cói Nga Sơn", 21, "shelf", "mat"),
    ("Nón ngựa Phú Gia", 21, "shelf", "hat"),
    ("Khay sơn mài", 21, "shelf", "lacquer"),
    ("Mai vàng Bình Lợi", 24, "arch", "apricot"),
    ("Lan hồ điệp Đà Lạt", 23, "arch", "orchid"),
    ("Quất cảnh Tứ Liên", 24, "arch", "kumquat"),
    ("Một sớm chợ nổi Cái Răng", 26, "horizon", "floating-market"),
    ("Du lịch cộng đồng phá Tam Giang", 26, "horizon", "lift-net"),
    ("Bưởi da xanh", 1, "basket", "pomelo"),
    ("Nấm hương khô", 7, "tray", "mushroom"),
    ("Muối ớt tôm", 10, "jar", "shrimp"),
    ("Đông trùng hạ thảo sấy thăng hoa", 18, "cabinet", "cordyceps"),
]


@pytest.mark.parametrize(("name", "ocop_set", "composition", "motif"), NAMES)
def test_a_name_gets_its_composition_and_motif(name, ocop_set, composition, motif):
    spec = choose_label(name=name, ocop_set=ocop_set, slug="any", area=Area.NB)
    assert (spec.composition, spec.motif) == (composition, motif)


def test_the_longest_word_wins():
    assert choose_motif("Kẹo dừa sầu riêng") == "durian"
    assert choose_motif("Kẹo dừa") == "sweets"
    assert choose_motif("Dừa") == "coconut"


def test_of_two_equally_long_words_the_earlier_wins():
    assert choose_motif("Rượu mơ mật ong") == "fruit-wine"
    assert choose_motif("Mật ong rượu mơ") == "honey"


def test_an_accented_name_must_match_with_its_accents():
    assert choose_motif("Bò khai") == "greens"
    assert choose_motif("Hồi ức") == "star-anise"
    assert choose_motif("Hội làng") is None


def test_a_name_typed_without_accents_is_read_all_the_same():
    assert choose_motif("Nuoc mam ca com") == "fish-ring"
    assert choose_motif("TRA SHAN TUYET") == "shan-tea"


def test_keywords_are_whole_words():
    assert choose_motif("Cá") == "fish-pair"
    assert choose_motif("Cách") is None


def test_the_place_of_the_tone_mark_and_the_unicode_form_do_not_matter():
    assert fold("Hoà Bình", keep_accents=True) == fold("Hòa Bình", keep_accents=True)
    assert choose_motif("Tra\u0300 xanh") == "shan-tea"
    assert fold("Đường  THỐT-nốt") == "duong thot not"


@pytest.mark.parametrize(
    ("ocop_set", "composition", "motif"),
    [
        (3, "basket", "rice"),
        (13, "rays", "coffee"),
        (14, "rays", "cloth-jar"),
        (18, "cabinet", "sprig"),
        (21, "shelf", "sprig"),
        (25, "arch", "sprig"),
        (26, "horizon", "stilt-house"),
        (None, "tray", "sprig"),
    ],
)
def test_an_unknown_name_falls_back_to_its_set(ocop_set, composition, motif):
    spec = choose_label(name="Zzz", ocop_set=ocop_set, slug="zzz", area=Area.TN)
    assert (spec.composition, spec.motif) == (composition, motif)


def test_tourism_shows_a_scene_even_when_the_name_names_goods():
    spec = choose_label(name="Vườn cà phê cộng đồng", ocop_set=26, slug="v", area=Area.TN)
    assert MOTIFS[spec.motif].scene
    goods = choose_label(name="Nước suối đóng chai", ocop_set=16, slug="n", area=Area.TN)
    assert goods.motif == "water"


def test_there_is_no_set_beyond_twenty_six():
    for wrong in (0, 27, -1):
        with pytest.raises(ValueError, match="no OCOP set"):
            choose_label(name="Trà", ocop_set=wrong, slug="tra", area=Area.NB)


def test_every_keyword_calls_for_a_motif_that_exists():
    assert {motif for _, motif in KEYWORDS} <= set(MOTIFS)
    assert all(keyword for keyword, _ in KEYWORDS)


def test_no_keyword_stands_under_two_motifs():
    words = [keyword for keyword, _ in KEYWORDS]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_the_same_slug_always_gives_the_same_art():
    first = choose_label(name="Mật ong rừng", ocop_set=4, slug="mat-ong-rung", area=Area.TN)
    again = choose_label(name="Mật ong rừng", ocop_set=4, slug="mat-ong-rung", area=Area.TN)
    assert first == again
    assert first.path == "TN1/jar/honey/3f.svg"
    assert draw_art(first) == draw_art(again)


def test_siblings_are_not_copies():
    specs = {
        choose_label(name="Mật ong", ocop_set=4, slug=f"mat-ong-{i}", area=Area.TN)
        for i in range(20)
    }
    assert len(specs) >= 15
    assert {spec.printing for spec in specs} == {0, 1}


def test_a_path_is_read_back_as_it_was_written():
    spec = LabelSpec(Area.SH, 0, "tray", "squid", 0x3F)
    assert spec.path == "SH0/tray/squid/3f.svg"
    assert LabelSpec.from_path(spec.path) == spec
    assert LabelSpec.from_path(spec.reprinted().path).printing == 1


@pytest.mark.parametrize(
    "path",
    [
        "",
        "SH0/tray/squid/3f",
        "SH0/tray/squid/3F.svg",
        "SH0/tray/squid/48.svg",
        "SH2/tray/squid/00.svg",
        "XX0/tray/squid/00.svg",
        "SH0/plate/squid/00.svg",
        "SH0/tray/unicorn/00.svg",
        "SH0/tray/floating-market/00.svg",
        "SH0/tray/squid/00.svg\n",
        "SH0/tray/../squid/00.svg",
        "SH٠/tray/squid/00.svg",
        "/SH0/tray/squid/00.svg",
    ],
)
def test_anything_else_is_not_a_path(path):
    with pytest.raises(ValueError):
        LabelSpec.from_path(path)
