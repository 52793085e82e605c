"""Names break between words."""

import pytest

from catalogue.label.wording import LONGEST, NO_BREAK, glue, glue_place


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Lan hồ điệp Đà Lạt", "Lan hồ~điệp Đà~Lạt"),
        ("Sâm Ngọc Linh củ tươi", "Sâm Ngọc~Linh củ~tươi"),
        ("Cúc mâm xôi Sa Đéc", "Cúc mâm~xôi Sa~Đéc"),
        ("Cà phê Robusta nguyên hạt Buôn Ma Thuột", "Cà~phê Robusta nguyên~hạt Buôn~Ma~Thuột"),
        ("Phá Tam Giang – Cầu Hai", "Phá Tam~Giang~– Cầu~Hai"),
        ("Bánh đậu xanh Rồng Vàng Hoàng Gia", "Bánh~đậu~xanh Rồng~Vàng Hoàng~Gia"),
        ("Rượu", "Rượu"),
        ("", ""),
    ],
)
def test_syllables_of_one_word_stay_together(name, shown):
    assert glue(name) == shown.replace("~", NO_BREAK)


def test_gluing_changes_nothing_but_spaces():
    name = "Nước mắm Phú Quốc – Khải Hoàn 43 độ đạm"
    assert glue(name).replace(NO_BREAK, " ") == name


def test_gluing_twice_is_gluing_once():
    name = "Làng du lịch cộng đồng Nặm Đăm"
    assert glue(glue(name)) == glue(name)


def test_no_glued_run_is_longer_than_thirteen_characters():
    name = "Rượu Đại Lão Vương Trà Suối Giàng Hoàng Thượng"
    assert max(len(piece) for piece in glue(name).split(" ")) <= LONGEST


def test_a_place_breaks_only_after_its_comma():
    assert glue_place("Mường Khương, Lào Cai") == "Mường~Khương, Lào~Cai".replace("~", NO_BREAK)
    assert glue_place("Thủ Dầu Một, Thành phố Hồ Chí Minh").split(" ") == [
        "Thủ~Dầu~Một,".replace("~", NO_BREAK),
        "Thành~phố".replace("~", NO_BREAK),
        "Hồ~Chí~Minh".replace("~", NO_BREAK),
    ]
