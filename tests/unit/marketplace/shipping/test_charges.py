import pytest

from marketplace.shipping.charges import Item, Place, Zone, charge_for, parcel_grams, zone_between

SON_LA = Place(province=14, region="TDMN")
LAI_CHAU = Place(province=12, region="TDMN")
HA_NOI = Place(province=1, region="DBSH")


@pytest.mark.parametrize(
    ("grams", "zone", "dong"),
    [
        (0, Zone.ELSEWHERE, 0),
        (1, Zone.SAME_PROVINCE, 25_000),
        (1000, Zone.SAME_PROVINCE, 25_000),
        (1001, Zone.SAME_PROVINCE, 28_000),
        (1500, Zone.SAME_REGION, 37_000),
        (1501, Zone.SAME_REGION, 42_000),
        (3000, Zone.ELSEWHERE, 66_000),
    ],
)
def test_each_half_kilogram_begun_after_the_first_kilogram_costs_a_step(grams, zone, dong):
    assert charge_for(grams=grams, zone=zone) == dong


def test_a_negative_weight_is_an_error():
    with pytest.raises(ValueError, match="-1"):
        charge_for(grams=-1, zone=Zone.SAME_PROVINCE)


@pytest.mark.parametrize(
    ("origin", "destination", "zone"),
    [
        (SON_LA, SON_LA, Zone.SAME_PROVINCE),
        (SON_LA, LAI_CHAU, Zone.SAME_REGION),
        (SON_LA, HA_NOI, Zone.ELSEWHERE),
        (None, HA_NOI, Zone.ELSEWHERE),
    ],
)
def test_the_zone_is_how_far_apart_the_places_are(origin, destination, zone):
    assert zone_between(origin, destination) == zone


def test_a_tour_weighs_nothing_and_an_unweighed_piece_is_taken_for_half_a_kilogram():
    items = [
        Item(grams=0, quantity=2),
        Item(grams=300, quantity=3),
        Item(grams=9000, quantity=1, needs_delivery=False),
    ]
    assert parcel_grams(items) == 1900
