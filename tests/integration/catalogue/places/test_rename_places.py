"""New names for places of today."""

from datetime import date

import pytest

from catalogue.places.exceptions import PlaceMoved, RenameRefused
from catalogue.places.models import Commune, FormerName, Province
from catalogue.places.operations import load_places, rename_commune, rename_province
from catalogue.places.queries import (
    find_commune,
    former_names,
    places_matching,
    province_for_slug,
)

pytestmark = pytest.mark.usefixtures("places")

DAY = date(2027, 1, 1)


def test_a_renamed_province_redirects_and_stays_searchable() -> None:
    province = rename_province(
        code=14, name="Tây Bắc", kind="thanh_pho", name_en="Tây Bắc", since=DAY
    )
    province.refresh_from_db()
    assert (province.slug, province.folded, province.full_name, province.name_since) == (
        "tay-bac",
        "tay bac",
        "Thành phố Tây Bắc",
        DAY,
    )
    former = province.former.get()
    assert (former.name, former.kind, former.slug, former.since, former.until) == (
        "Sơn La",
        "tinh",
        "son-la",
        date(2025, 7, 1),
        DAY,
    )
    with pytest.raises(PlaceMoved) as moved:
        province_for_slug("son-la")
    assert moved.value.province == province
    assert former_names(province) == ["Sơn La"]
    assert places_matching("son la")[0].province == province


def test_a_renamed_commune_is_found_by_both_names_and_loading_keeps_it() -> None:
    rename_commune(code="25489", name="Tân Cảnh", kind="phuong", since=DAY)
    load_places()
    commune = Commune.objects.get(code="25489")
    assert (commune.full_name, commune.folded, commune.name_since) == (
        "Phường Tân Cảnh",
        "tan canh",
        DAY,
    )
    assert find_commune("phuong tan canh", commune.province) == commune
    assert find_commune("Xã Tân Lập", commune.province) == commune


@pytest.mark.parametrize(
    ("name", "kind", "since"),
    [
        ("Tân Lập", "xa", DAY),
        ("Tân Cảnh", "xa", date(2025, 7, 1)),
        ("Tân Cảnh", "xa", date(2024, 1, 1)),
    ],
)
def test_a_name_that_is_not_new_is_refused_and_nothing_changes(
    name: str, kind: str, since: date
) -> None:
    before = FormerName.objects.count()
    with pytest.raises(RenameRefused):
        rename_commune(code="25489", name=name, kind=kind, since=since)
    assert Commune.objects.get(code="25489").full_name == "Xã Tân Lập"
    assert FormerName.objects.count() == before


@pytest.mark.parametrize("name", ["Lai Châu", "Hải Dương"])
def test_a_province_may_not_take_an_address_that_leads_elsewhere(name: str) -> None:
    before = FormerName.objects.count()
    with pytest.raises(RenameRefused):
        rename_province(code=14, name=name, kind="tinh", name_en=name, since=DAY)
    assert Province.objects.get(pk=14).slug == "son-la"
    assert FormerName.objects.count() == before


def test_a_province_may_take_back_a_name_of_its_own() -> None:
    rename_province(code=31, name="Hải Dương", kind="thanh_pho", name_en="Hải Dương", since=DAY)
    assert province_for_slug("hai-duong").pk == 31
    with pytest.raises(PlaceMoved):
        province_for_slug("hai-phong")
