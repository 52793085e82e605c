"""Making the register: the same rows every time, persons replaced, unusable rows left out."""

import pytest

from marketplace.demonstration.draws import draw_between
from marketplace.demonstration.prepare_register import make_register


@pytest.fixture
def entry():
    return {
        "id": "ocop-9001",
        "name_vi": "Mật ong rừng",
        "name_en": "Forest honey",
        "name_vi_back_translated": False,
        "producer_name": "Hộ kinh doanh Lê Văn Thử",
        "producer_kind": "household",
        "producer_names_a_person": True,
        "commune": "Tủa Chùa",
        "commune_as_of": "old",
        "commune_code": None,
        "district_old": "Tủa Chùa",
        "province_old": "Điện Biên",
        "province": "Điện Biên",
        "province_code": 11,
        "qd26_set": 4,
        "stars": 3,
        "score": None,
        "year": 2025,
        "recognised_on": None,
        "decision": None,
        "source_url": "https://example.org",
        "source_quality": "press",
        "facts_source": None,
    }


def test_the_same_source_gives_the_same_rows(entry):
    assert make_register([entry]) == make_register([entry])


def test_a_person_is_replaced_by_place_and_good(entry):
    [row] = make_register([entry])
    assert row["producer_name"] == "Hộ kinh doanh Mật ong Tủa Chùa"
    assert {"producer_name", "producer_kind"} <= set(row["demonstration"])


def test_two_persons_of_one_place_and_good_stay_two_sellers(entry):
    other = entry | {"id": "ocop-9002", "producer_name": "Hộ kinh doanh Trần Thị Thử"}
    first, second = make_register([entry, other])
    assert first["partner_key"] != second["partner_key"]
    assert second["producer_name"] == "Hộ kinh doanh Đặc sản Tủa Chùa"


def test_two_spellings_of_one_cooperative_are_one_seller(entry):
    named = {"producer_kind": "cooperative", "producer_names_a_person": False}
    first = entry | named | {"producer_name": "HTX Ong & Mật"}
    second = entry | named | {"id": "ocop-9002", "producer_name": "Hợp tác xã ong và mật"}
    rows = make_register([first, second])
    assert rows[0]["partner_key"] == rows[1]["partner_key"]
    assert rows[0]["producer_name"] == rows[1]["producer_name"] == "HTX Ong & Mật"


@pytest.mark.parametrize("changes", [{"stars": None}, {"stars": 2}, {"qd26_set": None}])
def test_a_row_without_known_stars_or_set_is_left_out(entry, changes):
    assert make_register([entry | changes]) == []


def test_a_draw_stays_between_its_ends():
    drawn = {draw_between(f"key:{number}", 3, 5) for number in range(100)}
    assert drawn == {3, 4, 5}
