import pytest
from django.utils.translation import override

from marketplace.shipping.queries import delivery_notes


def test_the_nearest_parcel_comes_first():
    with override("vi"):
        assert delivery_notes()[0] == (
            "Cùng tỉnh với người bán",
            "1 đến 2 ngày, phí từ 25.000\u00a0₫ mỗi kiện đến 1 kg",
        )


@pytest.mark.parametrize(("language", "money"), [("vi", "32.000\u00a0₫"), ("en", "₫32,000")])
def test_money_is_written_as_the_reader_writes_it(language, money):
    with override(language):
        assert money in delivery_notes()[1][1]
