"""Where Vietnamese text may break. A no-break space is written here as ~."""

import pytest

from catalogue.kernel.glue import glue, glue_place


def held(text: str) -> str:
    return glue(text).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lan hồ điệp", "Lan hồ~điệp"),
        ("Sâm Ngọc Linh", "Sâm Ngọc~Linh"),
        ("Rượu mâm xôi", "Rượu mâm~xôi"),
        ("Cà phê Buôn Ma Thuột", "Cà~phê Buôn~Ma~Thuột"),
        ("Trà xanh Shan tuyết 100 g", "Trà~xanh Shan tuyết 100~g"),
        ("Hà thủ ô đỏ", "Hà~thủ~ô đỏ"),
        ("Chè Mộc Châu, Sơn La", "Chè Mộc~Châu, Sơn~La"),
        ("Chè Mộc Châu - Sơn La", "Chè Mộc~Châu~- Sơn~La"),
        ("Chè", "Chè"),
        ("", ""),
    ],
)
def test_syllables_of_one_word_hold_together(text, expected):
    assert held(text) == expected


def test_a_long_run_of_names_may_break_once_near_its_middle():
    assert held("Gạo Séng Cù Mường Khương Lào Cai") == "Gạo Séng~Cù~Mường Khương~Lào~Cai"


def test_a_place_breaks_only_after_its_comma():
    assert glue_place("Mường Khương", "Lào Cai") == "Mường\u00a0Khương, Lào\u00a0Cai"
    assert glue_place("", "Lào Cai") == "Lào\u00a0Cai"
    assert glue_place("Bà Rịa - Vũng Tàu").count(" ") == 1
