"""Loading the project's own data of places."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import Count

from catalogue.places.models import (
    Commune,
    FormerName,
    OldCommune,
    OldDistrict,
    OldProvince,
    Province,
    Region,
)
from catalogue.places.operations import PlacesLoaded, load_places

pytestmark = pytest.mark.usefixtures("places")

COUNTS = PlacesLoaded(
    regions=6,
    provinces=34,
    old_provinces=63,
    communes=3321,
    old_districts=696,
    old_communes=10804,
    rules=10833,
)
COMMUNES = {
    "Hà Nội": 126,
    "Cao Bằng": 56,
    "Tuyên Quang": 124,
    "Điện Biên": 45,
    "Lai Châu": 38,
    "Sơn La": 75,
    "Lào Cai": 99,
    "Thái Nguyên": 92,
    "Lạng Sơn": 65,
    "Quảng Ninh": 54,
    "Bắc Ninh": 99,
    "Phú Thọ": 148,
    "Hải Phòng": 114,
    "Hưng Yên": 104,
    "Ninh Bình": 129,
    "Thanh Hóa": 166,
    "Nghệ An": 130,
    "Hà Tĩnh": 69,
    "Quảng Trị": 78,
    "Huế": 40,
    "Đà Nẵng": 94,
    "Quảng Ngãi": 96,
    "Gia Lai": 135,
    "Khánh Hòa": 65,
    "Đắk Lắk": 102,
    "Lâm Đồng": 124,
    "Đồng Nai": 95,
    "TP. Hồ Chí Minh": 168,
    "Tây Ninh": 96,
    "Đồng Tháp": 102,
    "Vĩnh Long": 124,
    "An Giang": 102,
    "Cần Thơ": 103,
    "Cà Mau": 64,
}
REGIONS = {
    "Trung du và miền núi phía Bắc": 9,
    "Đồng bằng sông Hồng": 6,
    "Bắc Trung Bộ": 5,
    "Duyên hải Nam Trung Bộ và Tây Nguyên": 6,
    "Đông Nam Bộ": 3,
    "Đồng bằng sông Cửu Long": 5,
}
MERGED = {
    "Tuyên Quang": {"Tuyên Quang", "Hà Giang"},
    "Lào Cai": {"Lào Cai", "Yên Bái"},
    "Thái Nguyên": {"Thái Nguyên", "Bắc Kạn"},
    "Phú Thọ": {"Phú Thọ", "Vĩnh Phúc", "Hòa Bình"},
    "Bắc Ninh": {"Bắc Ninh", "Bắc Giang"},
    "Hưng Yên": {"Hưng Yên", "Thái Bình"},
    "Hải Phòng": {"Hải Phòng", "Hải Dương"},
    "Ninh Bình": {"Ninh Bình", "Hà Nam", "Nam Định"},
    "Quảng Trị": {"Quảng Trị", "Quảng Bình"},
    "Đà Nẵng": {"Đà Nẵng", "Quảng Nam"},
    "Quảng Ngãi": {"Quảng Ngãi", "Kon Tum"},
    "Gia Lai": {"Gia Lai", "Bình Định"},
    "Khánh Hòa": {"Khánh Hòa", "Ninh Thuận"},
    "Lâm Đồng": {"Lâm Đồng", "Đắk Nông", "Bình Thuận"},
    "Đắk Lắk": {"Đắk Lắk", "Phú Yên"},
    "TP. Hồ Chí Minh": {"TP. Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"},
    "Đồng Nai": {"Đồng Nai", "Bình Phước"},
    "Tây Ninh": {"Tây Ninh", "Long An"},
    "Cần Thơ": {"Cần Thơ", "Sóc Trăng", "Hậu Giang"},
    "Vĩnh Long": {"Vĩnh Long", "Bến Tre", "Trà Vinh"},
    "Đồng Tháp": {"Đồng Tháp", "Tiền Giang"},
    "Cà Mau": {"Cà Mau", "Bạc Liêu"},
    "An Giang": {"An Giang", "Kiên Giang"},
}


def test_loading_again_changes_nothing() -> None:
    before = list(Commune.objects.order_by("pk").values_list())
    links = set(OldCommune.communes.through.objects.values_list())
    assert load_places() == COUNTS
    assert list(Commune.objects.order_by("pk").values_list()) == before
    assert set(OldCommune.communes.through.objects.values_list()) == links
    assert FormerName.objects.count() == 25


def test_every_province_has_its_number_of_communes() -> None:
    counted = Province.objects.annotate(number=Count("communes")).values_list("name", "number")
    assert dict(counted) == COMMUNES


def test_every_region_has_its_provinces() -> None:
    counted = Region.objects.order_by("position").annotate(number=Count("provinces"))
    assert list(counted.values_list("name_vi", "number")) == list(REGIONS.items())


def test_every_old_province_leads_to_todays() -> None:
    merged = {name: {name} for name in COMMUNES} | MERGED | {"Huế": {"Thừa Thiên Huế"}}
    pairs = {(old.name, old.province.name) for old in OldProvince.objects.select_related()}
    assert pairs == {(old, today) for today, olds in merged.items() for old in olds}


def test_every_rule_stays_inside_todays_province() -> None:
    rules = OldCommune.communes.through.objects.values_list(
        "oldcommune__old_district__old_province__province_id", "commune__province_id"
    )
    assert [(old, today) for old, today in rules if old != today] == []
    assert len(rules) == 10833


def test_every_commune_has_a_past() -> None:
    without = Commune.objects.filter(old_communes=None, old_districts=None)
    assert list(without) == []
    assert list(OldCommune.objects.filter(communes=None)) == []


@pytest.mark.parametrize(
    ("slug", "since", "wards", "communes"),
    [
        ("dong-nai", date(2026, 4, 30), 33, 62),
        ("quang-ninh", date(2026, 9, 1), 30, 22),
        ("bac-ninh", date(2026, 9, 20), 45, 54),
    ],
)
def test_three_provinces_became_cities_in_2026(
    slug: str, since: date, wards: int, communes: int
) -> None:
    province = Province.objects.get(slug=slug)
    assert (province.kind, province.name_since) == ("thanh_pho", since)
    assert province.communes.filter(kind="phuong").count() == wards
    assert province.communes.filter(kind="xa").count() == communes
    former = province.former.get()
    assert (former.kind, former.since, former.until) == ("tinh", date(2025, 7, 1), since)


def test_there_are_nine_cities_and_hue_is_one_since_january_2025() -> None:
    cities = Province.objects.filter(kind="thanh_pho").values_list("slug", flat=True)
    assert set(cities) == {
        "ha-noi",
        "hai-phong",
        "hue",
        "da-nang",
        "ho-chi-minh",
        "can-tho",
        "dong-nai",
        "quang-ninh",
        "bac-ninh",
    }
    assert Province.objects.get(slug="hue").name_since == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("name", "province"), [("Hoàng Sa", "Đà Nẵng"), ("Trường Sa", "Khánh Hòa")]
)
def test_both_archipelagos_are_special_zones(name: str, province: str) -> None:
    commune = Commune.objects.get(kind="dac_khu", name=name)
    assert commune.province.name == province


def test_thirteen_special_zones_exist_five_of_them_were_districts() -> None:
    assert Commune.objects.filter(kind="dac_khu").count() == 13
    islands = OldDistrict.objects.filter(commune__isnull=False).values_list("name", flat=True)
    assert set(islands) == {"Bạch Long Vĩ", "Côn Đảo", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn"}


def test_provinces_spanning_two_areas_name_the_inland_one_first() -> None:
    spanning = Province.objects.filter(areas__contains=" ").values_list("slug", "areas")
    assert dict(spanning) == {
        "quang-ngai": "TN NT",
        "gia-lai": "TN NT",
        "dak-lak": "TN NT",
        "lam-dong": "TN NT",
        "phu-tho": "NB SH",
        "bac-ninh": "NB SH",
        "tay-ninh": "DN CL",
    }


def test_an_edited_name_survives_loading_unless_the_file_is_later() -> None:
    tan_lap = Commune.objects.get(code="25489")
    tan_lap.name = "Tân Lập mới"
    tan_lap.save()
    nhon_trach = Commune.objects.get(code="26485")
    nhon_trach.kind, nhon_trach.name_since = "xa", date(2025, 7, 1)
    nhon_trach.save()
    load_places()
    assert Commune.objects.get(code="25489").name == "Tân Lập mới"
    assert Commune.objects.get(code="25489").folded == "tan lap moi"
    assert Commune.objects.get(code="26485").kind == "phuong"


def test_links_the_file_does_not_hold_are_removed() -> None:
    old = OldCommune.objects.get(name="Bến Nghé", old_district__name="1")
    other = Commune.objects.get(code="00004")
    old.communes.add(other)
    assert load_places().rules == 10833
    assert [commune.code for commune in old.communes.all()] == ["26740"]


def test_the_command_says_what_it_loaded() -> None:
    said = StringIO()
    call_command("load_places", stdout=said)
    assert said.getvalue() == (
        "6 vùng, 34 tỉnh, 3321 xã, 63 tỉnh cũ, 696 huyện cũ, 10804 xã cũ, 10833 phép đổi.\n"
    )


def test_names_are_written_with_one_tone_spelling() -> None:
    assert Commune.objects.filter(name="Chiêm Hóa").count() == 1
    assert not Commune.objects.filter(name__regex="([Hh]oà|[Tt]huỷ|[Tt]huỵ|\n)( |$)").exists()
