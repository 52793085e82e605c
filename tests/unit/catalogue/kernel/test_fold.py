"""Names are compared without accents and written with one tone spelling."""

import unicodedata

import pytest

from catalogue.kernel.fold import fold, respell


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đắk Lắk", "dak lak"),
        ("TRƯỜNG  SA\n", "truong sa"),
        ("Ea H’Leo", "ea h'leo"),
        ("Thừa Thiên Huế", "thua thien hue"),
        ("", ""),
    ],
)
def test_folding_drops_accents_case_and_extra_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Thuỷ", "Thủy"),
        ("Thuỵ Hùng", "Thụy Hùng"),
        ("Chiêm Hoá", "Chiêm Hóa"),
        ("Hoè", "Hòe"),
        ("HOÀ", "HÒA"),
        ("Hòa Thủy", "Hòa Thủy"),
        ("Quý Hoà", "Quý Hòa"),
        ("Hoài Nhơn", "Hoài Nhơn"),
        ("Huỳnh Hoàn", "Huỳnh Hoàn"),
        ("Phường \nHoàn Kiếm", "Phường Hoàn Kiếm"),
    ],
)
def test_the_tone_stands_on_the_first_vowel_of_an_open_syllable(text: str, spelled: str) -> None:
    assert respell(text) == spelled
    assert respell(unicodedata.normalize("NFD", text)) == spelled
