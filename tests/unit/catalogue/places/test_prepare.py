"""The script that makes the data files, on a country of one province."""

import json
from pathlib import Path
from typing import Any

import pytest

from catalogue.places import editorial
from catalogue.places.prepare import SourceUnfit, place_slug, prepare, split_kind


def rule(old: str, district: str, new: str, code: str) -> dict[str, Any]:
    return {
        "id": old,
        "old_ward_name": old,
        "old_district_name": district,
        "old_province_name": "Tỉnh Sơn La",
        "new_ward_name": new,
        "new_ward_code": code,
    }


RULES = [
    rule("Xã Hoà An", "Huyện Mộc Châu", "Phường Mộc Châu", "99999"),
    rule("Xã Hòa An", "Huyện Mộc Châu", "Phường Mộc Châu", "03980"),
    rule("Xã Chiềng Sơn", "Huyện Mộc Châu", "Xã Chiềng Sơn", "04033"),
    {**rule("", "", "Đặc khu Hoàng Sa", "20333"), "old_ward_name": None},
]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that prepares the files from given rules and counts."""
    monkeypatch.setattr(editorial, "MISSING_RULES", ())
    monkeypatch.setattr(editorial, "ISLAND_DISTRICTS", {})
    monkeypatch.setattr(editorial, "CITIES_OF_2026", {})
    monkeypatch.setattr(editorial, "WARDS_OF_2026", {})

    def build_files(rules: list[dict[str, Any]], *, communes: int = 2, out: str = "out") -> Path:
        wards = [
            {"ward_code": "03980", "name": "Phường Mộc Châu", "province_code": "14"},
            {"ward_code": "04033", "name": "Xã Chiềng Sơn", "province_code": "14"},
        ]
        old = {"name": "Sơn La", "code": 14, "region_old": "x", "districts_jan_2025": 1}
        hue = {"name": "Thừa Thiên Huế", "code": 46, "region_old": "x", "districts_jan_2025": 0}
        common = {"region": "Bắc Trung Bộ"}
        provinces = [
            {
                **common,
                "code": 14,
                "name": "Sơn La",
                "full_name": "Tỉnh Sơn La",
                "communes": communes,
                "merged_from": [old],
            },
            {
                **common,
                "code": 46,
                "name": "Huế",
                "full_name": "Thành phố Huế",
                "communes": 0,
                "merged_from": [hue],
            },
        ]
        tables = [{"name": "wards", "data": wards}, {"name": "ward_mappings", "data": rules}]
        (tmp_path / "address.json").write_text(json.dumps(tables), encoding="utf-8")
        (tmp_path / "provinces.json").write_text(
            json.dumps({"provinces": provinces}), encoding="utf-8"
        )
        folder = tmp_path / out
        folder.mkdir()
        prepare(package=tmp_path, provinces=tmp_path / "provinces.json", out=folder)
        return folder

    return build_files


def test_a_rule_with_a_wrong_code_is_read_by_name_and_spellings_are_one(build) -> None:
    text = (build(RULES) / "old_communes.csv").read_text(encoding="utf-8")
    assert text == (
        "old_province,old_district,kind,name,commune\n"
        "14,huyen-moc-chau,xa,Chiềng Sơn,04033\n"
        "14,huyen-moc-chau,xa,Hòa An,03980\n"
    )


def test_preparing_twice_gives_the_same_bytes(build) -> None:
    first, second = build(RULES, out="first"), build(list(reversed(RULES)), out="second")
    names = sorted(path.name for path in first.iterdir())
    assert len(names) == 7
    assert [(first / name).read_bytes() for name in names] == [
        (second / name).read_bytes() for name in names
    ]


def test_a_rule_to_an_unknown_commune_stops_the_script(build) -> None:
    unknown = rule("Xã Xa", "Huyện Mộc Châu", "Xã Nowhere", "04033")
    with pytest.raises(SourceUnfit, match="no Xã Nowhere in province 14"):
        build([*RULES, unknown])


def test_a_count_that_disagrees_stops_the_script(build) -> None:
    with pytest.raises(SourceUnfit, match="2 communes in Sơn La"):
        build(RULES, communes=3)


def test_a_commune_without_a_past_stops_the_script(build) -> None:
    with pytest.raises(SourceUnfit, match="04033"):
        build(RULES[:2])


def test_kinds_are_split_off_names() -> None:
    assert split_kind("Thị trấn Mộc Châu") == ("thi_tran", "Mộc Châu")
    with pytest.raises(SourceUnfit):
        split_kind("Mộc Châu")


def test_slugs_know_the_letter_d_with_a_stroke() -> None:
    assert place_slug("Đồng Tháp") == "dong-thap"
    assert place_slug("Bà Rịa - Vũng Tàu") == "ba-ria-vung-tau"
