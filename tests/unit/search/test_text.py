"""What the analysis makes equal, and what it keeps apart."""

import unicodedata

import pytest

from search.text import Token, analyse, fold


def exact(text: str) -> str:
    return " ".join(analyse(text).exact)


def test_the_letter_d_with_a_stroke_folds_to_d_though_unicode_has_no_decomposition_for_it():
    assert fold("Đắk Lắk, Đà Nẵng, đường") == "dak lak da nang duong"


def test_decomposed_input_gives_the_tokens_of_composed_input():
    name = "Chè Shan tuyết Mộc Châu, Đắk Lắk, Thừa Thiên Huế"
    assert analyse(unicodedata.normalize("NFD", name)) == analyse(name)
    assert analyse(unicodedata.normalize("NFD", "Mộc")).tokens == (Token("môc5", "moc", True),)


@pytest.mark.parametrize(
    ("old", "new", "token"),
    [("hòa", "hoà", "hoa2"), ("thủy", "thuỷ", "thuy3"), ("khỏe", "khoẻ", "khoe3")],
)
def test_old_and_new_placement_of_the_tone_meet(old, new, token):
    assert exact(old) == exact(new) == token


@pytest.mark.parametrize(
    ("tone", "token"),
    [("ma", "ma"), ("má", "ma1"), ("mà", "ma2"), ("mả", "ma3"), ("mã", "ma4"), ("mạ", "ma5")],
)
def test_the_tone_is_written_as_its_vni_digit(tone, token):
    assert exact(tone) == token


def test_marks_of_quality_stay_in_the_exact_token():
    assert exact("đường mật ong rừng ơ ư ă") == "đương2 mât5 ong rưng2 ơ ư ă"


@pytest.mark.parametrize(
    ("with_y", "with_i"),
    [("mỳ", "mì"), ("lý", "lí"), ("quý", "quí"), ("kỹ", "kĩ"), ("y", "i"), ("my", "mi")],
)
def test_y_is_i_when_it_is_the_whole_rime(with_y, with_i):
    assert analyse(with_y).exact == analyse(with_i).exact
    assert analyse(with_y).folded == analyse(with_i).folded


@pytest.mark.parametrize(
    ("word", "folded"),
    [("thủy", "thuy"), ("tay", "tay"), ("nguyên", "nguyen"), ("huy", "huy"), ("yến", "yen")],
)
def test_y_inside_a_rime_stays(word, folded):
    assert fold(word) == folded


def test_pineapple_and_coconut_differ_with_accents_and_meet_without():
    pineapple, coconut = analyse("dứa"), analyse("dừa")
    assert (pineapple.exact, coconut.exact) == (("dưa1",), ("dưa2",))
    assert pineapple.folded == coconut.folded == ("dua",)


def test_a_token_knows_whether_it_was_typed_with_accents():
    assert [token.accented for token in analyse("chè thai Đak 5").tokens] == [
        True,
        False,
        True,
        False,
    ]


def test_neighbours_become_bigrams():
    assert analyse("Chè Mộc Châu").bigrams == ("che_moc", "moc_chau")
    assert analyse("chè").bigrams == ()


def test_letters_and_digits_part_so_a_typed_digit_is_no_tone():
    assert fold("Gạo ST25 túi 5kg") == fold("gạo ST 25 túi 5 kg") == "gao st 25 tui 5 kg"
    assert exact("hoa2") == "hoa 2"


def test_signs_and_query_syntax_only_part_words():
    assert fold('foo:bar AND ("chè"* -trà)~2') == "foo bar and che tra 2"
    assert analyse(" \t\u00a0… — ()").tokens == ()


def test_invisible_signs_vanish_inside_a_word():
    assert fold("ch\u200bè\u00ad Thái \u202eNguyên") == "che thai nguyen"


def test_a_flood_of_combining_marks_leaves_one_short_token():
    flooded = "a" + "\u0323\u0302\u0327" * 3_000 + "b"
    (token,) = analyse(flooded).tokens
    assert token.folded == "ab"
    assert len(token.exact) <= 6


def test_foreign_letters_pass_through():
    assert fold("Café 中文 Ærø") == "cafe 中文 ærø"
