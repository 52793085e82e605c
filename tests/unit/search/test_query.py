"""How the parameters of an address become a request, and what is refused."""

import pytest
from django.http import QueryDict

from search.query import (
    Fault,
    ParameterFault,
    PriceBand,
    SearchRequest,
    Sort,
    Vocabulary,
    clean,
    parse_request,
)

KNOWN = Vocabulary(
    regions={"tay-bac", "dong-bac"},
    provinces={"son-la", "ninh-binh"},
    old_provinces={"ha-nam", "ninh-binh"},
    categories={"che"},
    groups={"food", "drinks"},
    partners={"htx-tan-lap"},
)


def parse(address: str):
    return parse_request(QueryDict(address), KNOWN)


def test_nothing_asked_is_everything_by_relevance():
    parsed = parse("")
    assert parsed.request == SearchRequest()
    assert parsed.faults == ()


def test_every_parameter_finds_its_field():
    parsed = parse(
        "q=ch%C3%A8&region=tay-bac&region=dong-bac&province=son-la&category=che&group=food"
        "&stars=4&stars=5&partner=htx-tan-lap&price=0-50000&price_min=10000&price_max=200000"
        "&in_stock=1&sort=-price&page=3&page_size=50"
    )
    assert parsed.faults == ()
    assert parsed.request == SearchRequest(
        q="chè",
        regions=("tay-bac", "dong-bac"),
        provinces=("son-la",),
        categories=("che",),
        groups=("food",),
        stars=(4, 5),
        partners=("htx-tan-lap",),
        prices=(PriceBand.UNDER_50,),
        price_min=10_000,
        price_max=200_000,
        in_stock=True,
        sort=Sort.DEAREST,
        page=3,
        page_size=50,
    )
    assert parsed.request.offset == 100


def test_an_old_province_is_kept_apart_and_a_kept_name_means_todays():
    request = parse("province=ha-nam&province=ninh-binh").request
    assert (request.provinces, request.old_provinces) == (("ninh-binh",), ("ha-nam",))


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("region=mars", ParameterFault("region", "mars", Fault.UNKNOWN)),
        ("province=x", ParameterFault("province", "x", Fault.UNKNOWN)),
        ("category=x", ParameterFault("category", "x", Fault.UNKNOWN)),
        ("group=x", ParameterFault("group", "x", Fault.UNKNOWN)),
        ("partner=x", ParameterFault("partner", "x", Fault.UNKNOWN)),
        ("stars=2", ParameterFault("stars", "2", Fault.UNKNOWN)),
        ("stars=%D9%A4", ParameterFault("stars", "٤", Fault.UNKNOWN)),
        ("price=1-2", ParameterFault("price", "1-2", Fault.UNKNOWN)),
        ("sort=best", ParameterFault("sort", "best", Fault.UNKNOWN)),
        ("in_stock=maybe", ParameterFault("in_stock", "maybe", Fault.UNKNOWN)),
        ("price_min=abc", ParameterFault("price_min", "abc", Fault.NOT_A_NUMBER)),
        ("price_min=1.5", ParameterFault("price_min", "1.5", Fault.NOT_A_NUMBER)),
        ("price_max=-1", ParameterFault("price_max", "-1", Fault.OUT_OF_RANGE)),
        ("price_max=" + "9" * 5000, ParameterFault("price_max", "9" * 80, Fault.OUT_OF_RANGE)),
        ("page=0", ParameterFault("page", "0", Fault.OUT_OF_RANGE)),
        ("page=1000000000", ParameterFault("page", "1000000000", Fault.OUT_OF_RANGE)),
        ("page=%EF%BC%91", ParameterFault("page", "１", Fault.NOT_A_NUMBER)),
        ("page_size=101", ParameterFault("page_size", "101", Fault.OUT_OF_RANGE)),
        ("q=" + "a" * 201, ParameterFault("q", "a" * 80, Fault.TOO_LONG)),
    ],
)
def test_a_refused_value_is_named_and_left_out(address, fault):
    parsed = parse(address)
    assert parsed.faults == (fault,)
    assert parsed.request in {SearchRequest(), SearchRequest(q="a" * 200)}


def test_the_good_values_beside_a_bad_one_stay():
    parsed = parse("region=mars&region=tay-bac&stars=9&stars=5")
    assert (parsed.request.regions, parsed.request.stars) == (("tay-bac",), (5,))
    assert [fault.name for fault in parsed.faults] == ["region", "stars"]


def test_a_highest_price_below_the_lowest_is_left_out():
    parsed = parse("price_min=200000&price_max=100000")
    assert (parsed.request.price_min, parsed.request.price_max) == (200_000, None)
    assert parsed.faults == (ParameterFault("price_max", "100000", Fault.BELOW_MINIMUM),)


def test_a_price_may_be_written_with_points():
    assert parse("price_min=125.000").request.price_min == 125_000


def test_repeated_values_count_once_and_a_flood_of_them_is_cut():
    assert parse("stars=5&stars=5").request.stars == (5,)
    flood = parse("&".join(f"region=r{number}" for number in range(100)))
    assert flood.faults[0] == ParameterFault("region", "r60", Fault.TOO_MANY)
    assert len(flood.faults) == 61


def test_control_signs_and_nul_vanish_and_space_is_trimmed():
    assert clean("  ch\x00e\u0300 \t\n Thái\x07 ") == "chè Thái"
    assert parse("q=%00%01").request.q == ""


def test_two_hundred_signs_are_counted_after_composing():
    parsed = parse("q=" + "e%CC%80" * 200)
    assert parsed.faults == ()
    assert parsed.request.q == "è" * 200


def test_price_bands_meet_without_gaps():
    bands = list(PriceBand)
    assert [band.limit for band in bands[:-1]] == [band.lowest for band in bands[1:]]
    assert (bands[0].lowest, bands[-1].limit) == (0, None)
