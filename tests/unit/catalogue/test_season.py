from django.utils.translation import override

from catalogue.season import months_in_words


def test_vietnamese_counts_its_months():
    with override("vi"):
        assert months_in_words([3, 4, 11]) == "3, 4, 11"


def test_english_names_them():
    with override("en"):
        assert months_in_words([3, 4, 11]) == "March, April, November"


def test_no_months_are_no_words():
    with override("en"):
        assert months_in_words([]) == ""
