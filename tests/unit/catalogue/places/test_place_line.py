"""Where something is from, as text."""

import pytest

from catalogue.places.models import Commune, OldProvince, Province
from catalogue.places.queries import PlaceLine, label_area, place_line

HAI_PHONG = Province(code=31, name="Hải Phòng", folded="hai phong", name_en="Hải Phòng", areas="SH")
HAI_DUONG = OldProvince(code=30, name="Hải Dương", folded="hai duong", area="SH")
OLD_HAI_PHONG = OldProvince(code=31, name="Hải Phòng", folded="hai phong", area="SH")
NAM_SACH = Commune(code="10606", name="Nam Sách", kind="xa")
GIA_LAI = Province(code=52, name="Gia Lai", folded="gia lai", name_en="Gia Lai", areas="TN NT")
BINH_DINH = OldProvince(code=52, name="Bình Định", folded="binh dinh", area="NT")
CAPITAL = Province(code=1, name="Hà Nội", folded="ha noi", name_en="Hanoi", areas="SH")


def test_the_line_names_commune_and_province() -> None:
    line = place_line(commune=NAM_SACH, province=HAI_PHONG)
    assert line == PlaceLine(today="Nam Sách, Hải Phòng", former="")
    assert str(line) == "Nam Sách, Hải Phòng"


def test_the_line_adds_the_old_province_in_both_languages() -> None:
    vietnamese = place_line(
        commune=NAM_SACH, province=HAI_PHONG, old_province=HAI_DUONG, with_kind=True
    )
    english = place_line(
        commune=NAM_SACH,
        province=HAI_PHONG,
        old_province=HAI_DUONG,
        language="en",
        with_kind=True,
    )
    assert str(vietnamese) == "xã Nam Sách, Hải Phòng (Hải Dương cũ)"
    assert str(english) == "Nam Sách commune, Hải Phòng (formerly Hải Dương)"


def test_an_old_province_of_the_same_name_is_not_repeated() -> None:
    assert place_line(commune=None, province=HAI_PHONG, old_province=OLD_HAI_PHONG) == PlaceLine(
        today="Hải Phòng", former=""
    )


def test_english_has_its_own_name_for_the_capital() -> None:
    assert str(place_line(commune=None, province=CAPITAL, language="en")) == "Hanoi"


@pytest.mark.parametrize(("old", "area"), [(None, "TN"), (BINH_DINH, "NT")])
def test_the_old_province_decides_the_label_area(old: OldProvince | None, area: str) -> None:
    assert label_area(GIA_LAI, old) == area
