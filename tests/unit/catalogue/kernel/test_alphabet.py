"""Names stand in the order of the Vietnamese alphabet."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.kernel.alphabet import alphabet_key

IN_ORDER = [
    ["An Giang", "Anh Sơn", "Ăn", "Ân Thi", "Bắc Ninh"],
    ["Cà Mau", "Cao Bằng", "Cần Thơ", "Châu Đốc"],
    ["Dầu Tiếng", "Duy Xuyên", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "mà ca"],
    ["Hà Nội", "Hà Tĩnh", "Hải Phòng", "Huế", "Hưng Yên"],
    ["Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thái Nguyên", "Thanh Hóa"],
    ["to", "tô", "tơ", "tu", "tư"],
]


@pytest.mark.parametrize("names", IN_ORDER, ids=lambda names: names[0])
def test_names_are_put_in_the_order_of_the_alphabet(names):
    assert sorted(set(names), key=alphabet_key) == names


def test_a_tone_only_decides_between_words_that_are_the_same_without_it():
    assert alphabet_key("mạn") < alphabet_key("mát")
    assert alphabet_key("ma")[0] == alphabet_key("mạ")[0]


@given(st.text(alphabet="aăâđêôơư áạ ẤỆ", max_size=12))
def test_case_and_composition_do_not_matter(text):
    assert alphabet_key(text) == alphabet_key(unicodedata.normalize("NFD", text))
    assert alphabet_key(text) == alphabet_key(text.upper())
