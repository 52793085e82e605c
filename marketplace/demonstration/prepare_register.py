"""Make the demonstration's register from collected OCOP products.

    python -m marketplace.demonstration.prepare_register --source ocop_products.json

Facts of the source stay as they are and keep its address; what the source does not hold is made up
and named in the row's `demonstration`. The same source gives the same bytes.
"""

import argparse
import json
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

from marketplace.demonstration.draws import draw, draw_between
from marketplace.demonstration.goods import Kind, Storyteller, find_kind, load_kinds, price_of
from marketplace.demonstration.makers import Maker, MakerRegister
from marketplace.demonstration.recognitions import (
    assign_states,
    make_certificate,
    runs_as_stated,
    stated_of,
)

DATA = Path(__file__).parent / "data"
TARGET = DATA / "register.json"
#: The day the source was collected: what "runs as stated" means here. Not the day of loading.
COLLECTED_ON = date(2026, 11, 22)
#: Sold out: 4 in 100.
SOLD_OUT_SHARE = 4
#: The source has four ornamental products, one without its stars. It is shown with made-up ones.
MADE_UP_STARS = {"ocop-0252": 3}

_ALWAYS_MADE_UP = (
    "certificate_number",
    "description_en",
    "description_vi",
    "net_quantity",
    "phone",
    "price",
    "stock",
    "storage",
    "shelf_life",
    "tax_code",
    "unit",
    "weight_grams",
)
_DATED_MADE_UP = ("decision_number", "ends_on", "issued_on", "issuer_level", "issuer_name")
_REVOKED_MADE_UP = ("revocation_decision", "revocation_ground", "revoked_on")
_PLACE_FIELDS = ("commune", "commune_as_of", "district_old", "province_old", "province")
_SOURCE_FIELDS = ("source_url", "source_quality", "facts_source", "name_vi_back_translated")


def main() -> None:
    """Read the source, write the register, print what was left out and what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    source = json.loads(options.source.read_text(encoding="utf-8"))
    rows = make_register(source)
    text = json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True)
    options.target.write_text(text + "\n", encoding="utf-8")
    without_set = sum(entry["qd26_set"] is None for entry in source)
    print(f"{len(source)} in the source, {len(rows)} usable, {without_set} without a set,")
    print(f"{len(source) - len(rows) - without_set} without known stars")
    print("states:", dict(Counter(row["certificate"]["state"] for row in rows)))
    print("sellers:", len({row["partner_key"] for row in rows}))


def make_register(source: list[dict]) -> list[dict]:
    """All usable products of the source as rows of the demonstration, in the source's order."""
    entries = [usable for entry in source if (usable := _usable(entry))]
    names = tomllib.loads((DATA / "names.toml").read_text(encoding="utf-8"))
    kinds = load_kinds(DATA)
    makers = MakerRegister(names["producers"], frozenset(names["households"]["impersonal"]))
    states = assign_states(entries, COLLECTED_ON)
    sold_out = _sold_out(entries)
    storyteller = Storyteller()
    serials: Counter[str] = Counter()
    rows = []
    for entry in entries:
        renamed = names["products"].get(entry["id"])
        name_vi, name_en = renamed or (entry["name_vi"], entry["name_en"])
        kind = find_kind(kinds, entry["qd26_set"], name_vi)
        maker = makers.maker_of(entry)
        fact = names["facts"].get(entry["id"])
        told = storyteller.describe(kind, _place_words(entry), tuple(fact) if fact else None)
        certificate = _certificate_of(entry, states, serials)
        rows.append(
            {
                "reference": entry["id"],
                "name_vi": name_vi,
                "name_en": name_en,
                "ocop_set": entry["qd26_set"],
                "stars": entry["stars"],
                "stated": stated_of(entry),
                "certificate": certificate,
                "description_vi": told[0],
                "description_en": told[1],
                "demonstration": _made_up(entry, maker, kind, certificate, bool(renamed)),
                **{field: entry[field] for field in _PLACE_FIELDS + _SOURCE_FIELDS},
                **_maker_fields(maker),
                **_goods_fields(entry, kind, entry["id"] in sold_out),
            }
        )
    return rows


def _usable(entry: dict) -> dict | None:
    """The entry with its stars, or None without a set or without known stars."""
    stars = entry["stars"] or MADE_UP_STARS.get(entry["id"])
    if entry["qd26_set"] is None or stars not in {3, 4, 5}:
        return None
    return entry | {"stars": stars}


def _sold_out(entries: list[dict]) -> frozenset[str]:
    ordered = sorted((entry["id"] for entry in entries), key=lambda i: draw(f"stock:{i}", 2**60))
    return frozenset(ordered[: round(len(ordered) * SOLD_OUT_SHARE / 100)])


def _place_words(entry: dict) -> str:
    """The place as a sentence names it: the nearest known name and today's province."""
    near = entry["commune"] or entry["district_old"]
    if near is None and entry["province_old"] not in {entry["province"], "Thừa Thiên Huế"}:
        near = entry["province_old"]
    if near in {None, entry["province"]}:
        return entry["province"]
    return f"{near} ({entry['province']})"


def _certificate_of(entry: dict, states: dict[str, str], serials: Counter[str]) -> dict:
    """Number stem `TT-XXXXX-STT` after the form's product code; the year joins at loading."""
    commune = entry["commune_code"] or draw_between(
        f"commune:{entry['province']}:{entry['commune'] or entry['district_old']}", 1, 32000
    )
    prefix = f"{entry['province_code']:02d}-{int(commune):05d}"
    serials[prefix] += 1
    state = states.get(entry["id"], "in_force")
    return make_certificate(entry, state, f"{prefix}-{serials[prefix]:02d}", COLLECTED_ON)


def _maker_fields(maker: Maker) -> dict:
    return {
        "partner_key": maker.key,
        "producer_name": maker.name,
        "producer_kind": maker.kind,
        "tax_code": maker.tax_code,
        "phone": maker.phone,
    }


def _goods_fields(entry: dict, kind: Kind, is_sold_out: bool) -> dict:
    stock = 0 if is_sold_out else draw_between(f"units:{entry['id']}", 1, 200)
    return {
        "kind_of_good": kind.key,
        "price": price_of(kind, entry["id"], entry["stars"]),
        "unit": kind.unit,
        "net_quantity": kind.net_quantity,
        "weight_grams": kind.weight_grams,
        "stock": stock,
        "storage": kind.storage,
        "shelf_life": kind.shelf_life,
        "ingredients": kind.ingredients,
        "season_months": list(kind.season_months),
    }


def _made_up(
    entry: dict, maker: Maker, kind: Kind, certificate: dict, is_renamed: bool
) -> list[str]:
    """The names of all fields of the row that the source does not hold."""
    names = set(_ALWAYS_MADE_UP)
    if not runs_as_stated(entry, COLLECTED_ON):
        names.update(_DATED_MADE_UP)
    elif not entry["decision"]:
        names.add("decision_number")
    if certificate["state"] == "extended":
        names.add("extended_until")
    if certificate["state"] == "revoked":
        names.update(_REVOKED_MADE_UP)
    if maker.is_made_up:
        names.update({"producer_name", "producer_kind"})
    if is_renamed:
        names.update({"name_vi", "name_en"})
    if kind.ingredients:
        names.add("ingredients")
    if kind.season_months:
        names.add("season_months")
    if entry["id"] in MADE_UP_STARS:
        names.add("stars")
    return sorted(names)


if __name__ == "__main__":
    main()
