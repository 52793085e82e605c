"""Who makes a product: the source's producer, or a made-up name where it names a person or none."""

import re
from dataclasses import dataclass

from catalogue.certification.register.columns import fold_header
from marketplace.demonstration.draws import draw

_LABELS = {
    1: "Rau quả",
    2: "Chăn nuôi",
    3: "Lúa gạo",
    4: "Mật ong",
    6: "Bún bánh",
    7: "Nông sản",
    8: "Thực phẩm",
    9: "Nước mắm",
    10: "Gia vị",
    11: "Chè",
    12: "Trà thảo mộc",
    13: "Cà phê",
    14: "Rượu quê",
    15: "Rượu quê",
    16: "Nước uống",
    17: "Nước uống",
    18: "Dược liệu",
    19: "Thảo mộc",
    20: "Hương thảo",
    21: "Thủ công",
    22: "Dệt thêu",
    23: "Hoa kiểng",
    24: "Hoa kiểng",
    26: "Du lịch cộng đồng",
}
_SECOND_LABELS = ("Đặc sản", "Hương quê", "Sản vật", "Quà quê", "Làng nghề")
_PREFIXES = {
    "cooperative": "Hợp tác xã",
    "cooperative_group": "Tổ hợp tác",
    "company": "Công ty TNHH",
    "farm": "Trang trại",
    "household": "Hộ kinh doanh",
}
_SPELLINGS = (("htx", "hop tac xa"), ("mtv", "mot thanh vien"), ("tm", "thuong mai"))


@dataclass(frozen=True, slots=True)
class Maker:
    """A producer as shown. `key` is one per producer and province, whatever the spelling."""

    key: str
    name: str
    kind: str
    is_made_up: bool
    tax_code: str
    phone: str


class MakerRegister:
    """Hands out one maker per producer of the source, and keeps made-up names apart."""

    def __init__(self, renamed: dict[str, str], impersonal: frozenset[str]) -> None:
        self._renamed = renamed
        self._impersonal = impersonal
        self._by_source: dict[str, Maker] = {}
        self._owners: dict[str, str] = {}

    def maker_of(self, entry: dict) -> Maker:
        """The maker of a source entry."""
        source = self._renamed.get(entry["producer_name"] or "", entry["producer_name"] or "")
        personal = self._names_a_person(entry, source)
        kind = _kind_of(entry, source)
        if source and not personal:
            return self._get(f"{entry['province']}:{fold_producer(source)}", source, kind, False)
        owner = source or f"unnamed:{_place_of(entry)}:{entry['qd26_set']}"
        known = self._by_source.get(f"{entry['province']}:made:{owner}")
        if known:
            return known
        name = self._free_name(entry, kind, owner)
        return self._get(f"{entry['province']}:made:{owner}", name, kind, True)

    def _names_a_person(self, entry: dict, source: str) -> bool:
        is_household = entry["producer_kind"] in {"household", "unknown"}
        return entry["producer_names_a_person"] or (is_household and source not in self._impersonal)

    def _free_name(self, entry: dict, kind: str, owner: str) -> str:
        place = _place_of(entry)
        if source_word := re.match(r"Trại (\w+)", entry["producer_name"] or ""):
            return f"Trại {source_word[1]} {place}"
        for label in (_LABELS[entry["qd26_set"]], *_SECOND_LABELS):
            name = f"{_PREFIXES[kind]} {label} {place}"
            key = f"{entry['province']}:{fold_producer(name)}"
            if self._owners.setdefault(key, owner) == owner:
                return name
        raise LookupError(f"no free name for a producer of {place}")

    def _get(self, source_key: str, name: str, kind: str, is_made_up: bool) -> Maker:
        if source_key not in self._by_source:
            number = len(self._by_source) + 1
            province = source_key.split(":", 1)[0]
            key = fold_header(f"{fold_producer(name)} {province}").replace(" ", "-")
            self._owners.setdefault(f"{province}:{fold_producer(name)}", name)
            self._by_source[source_key] = Maker(
                key=key,
                name=name,
                kind=kind,
                is_made_up=is_made_up,
                tax_code=f"00{number:05d}{draw(f'tax:{key}', 1000):03d}",
                phone=f"0900 000 {number:03d}",
            )
        return self._by_source[source_key]


def fold_producer(name: str) -> str:
    """A producer's name without accents, case, legal spelling and the sign "&"."""
    words = fold_header(name.replace("&", " va ")).split()
    spelt = dict(_SPELLINGS)
    return " ".join(spelt.get(word, word) for word in words)


def _kind_of(entry: dict, source: str) -> str:
    folded = fold_header(source)
    if folded.startswith(("trai ", "trang trai ")):
        return "farm"
    stated = {"group": "cooperative_group"}.get(entry["producer_kind"], entry["producer_kind"])
    if stated != "unknown":
        return stated
    if source:
        return "household"
    # Nobody named: tourism and tea are village work, the rest falls as in the programme's figures.
    if entry["qd26_set"] in {11, 26}:
        return "cooperative"
    return ("cooperative", "household", "household")[draw(f"kind:{_place_of(entry)}", 3)]


def _place_of(entry: dict) -> str:
    return entry["commune"] or entry["district_old"] or entry["province_old"]
