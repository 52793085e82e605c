import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.order.routing import LineToRoute, Part, PartsDoNotAddUp, route_lines


def test_each_partner_gets_its_lines_and_its_delivery():
    parts = route_lines(
        [LineToRoute(7, 100_000), LineToRoute(3, 40_000), LineToRoute(7, 1)],
        charges={7: 25_000, 3: 38_000},
        shipping=63_000,
        charged=203_001,
    )
    assert parts == (Part(7, 1, 100_001, 25_000), Part(3, 2, 40_000, 38_000))
    assert [part.total for part in parts] == [125_001, 78_000]


def test_cheaper_delivery_is_divided_by_largest_remainder():
    parts = route_lines(
        [LineToRoute(1, 10), LineToRoute(2, 10), LineToRoute(3, 10)],
        charges={1: 25_000, 2: 25_000, 3: 25_000},
        shipping=50_000,
        charged=50_030,
    )
    assert [part.shipping_charge for part in parts] == [16_667, 16_667, 16_666]


def test_parts_that_are_not_what_is_charged_stop_the_order():
    with pytest.raises(PartsDoNotAddUp):
        route_lines([LineToRoute(1, 10)], charges={1: 5}, shipping=5, charged=16)


def test_no_lines_are_no_order():
    with pytest.raises(ValueError, match="at least one"):
        route_lines([], charges={}, shipping=0, charged=0)


lines = st.lists(
    st.builds(LineToRoute, st.integers(1, 6), st.integers(0, 10**9)), min_size=1, max_size=20
)


@given(lines, st.dictionaries(st.integers(1, 6), st.integers(0, 10**6)), st.integers(0, 10**7))
def test_parts_always_add_up(routed, charges, shipping):
    charged = sum(line.total for line in routed) + shipping
    parts = route_lines(routed, charges=charges, shipping=shipping, charged=charged)
    assert sum(part.total for part in parts) == charged
    assert sum(part.shipping_charge for part in parts) == shipping
    assert {part.partner_id for part in parts} == {line.partner_id for line in routed}
    assert [part.position for part in parts] == list(range(1, len(parts) + 1))
    for part in parts:
        own = sum(line.total for line in routed if line.partner_id == part.partner_id)
        assert part.goods_total == own
