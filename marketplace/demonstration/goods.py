"""What kind of good a product is, and what follows from it: price, packing, keeping, words."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from marketplace.demonstration.draws import draw

_FILES = ("goods_food.toml", "goods_prepared.toml", "goods_other.toml")

#: A sentence in Vietnamese and in English.
Sentence = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of good as the data files describe it. Prices in dong, weight in grams."""

    key: str
    sets: tuple[int, ...]
    words: tuple[str, ...]
    excluded: tuple[str, ...]
    lowest_price: int
    highest_price: int
    unit: str
    net_quantity: str
    weight_grams: int
    storage: str
    shelf_life: str
    ingredients: str
    season_months: tuple[int, ...]
    first: tuple[Sentence, ...]
    more: tuple[Sentence, ...]


def load_kinds(folder: Path) -> tuple[Kind, ...]:
    """All kinds in the order in which they are tried."""
    keeping = tomllib.loads((folder / "keeping.toml").read_text(encoding="utf-8"))
    return tuple(
        _kind_of(entry, keeping)
        for name in _FILES
        for entry in tomllib.loads((folder / name).read_text(encoding="utf-8"))["kind"]
    )


def _kind_of(entry: dict, keeping: dict[str, str]) -> Kind:
    return Kind(
        key=entry["key"],
        sets=tuple(entry["sets"]),
        words=tuple(entry["words"]),
        excluded=tuple(entry.get("except", ())),
        lowest_price=entry["price"][0],
        highest_price=entry["price"][1],
        unit=entry["unit"],
        net_quantity=entry["net"],
        weight_grams=entry["weight"],
        storage=keeping[entry["keep"]],
        shelf_life=entry["shelf"],
        ingredients=entry.get("ingredients", ""),
        season_months=tuple(sorted(entry.get("season", ()))),
        first=tuple((vi, en) for vi, en in entry["first"]),
        more=tuple((vi, en) for vi, en in entry["more"]),
    )


def find_kind(kinds: tuple[Kind, ...], ocop_set: int, name_vi: str) -> Kind:
    """The first kind of the set with a word of the name. Raises LookupError when there is none."""
    for kind in kinds:
        if ocop_set not in kind.sets or _holds(name_vi, kind.excluded):
            continue
        if not kind.words or _holds(name_vi, kind.words):
            return kind
    raise LookupError(f"no kind of good for set {ocop_set}: {name_vi}")


def _holds(name: str, words: tuple[str, ...]) -> bool:
    folded = name.casefold()
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) for word in words)


def price_of(kind: Kind, reference: str, stars: int) -> int:
    """A made-up price in dong within the kind's range, rounded to 1,000; more stars cost more."""
    share = 20 * (stars - 3) + draw(f"price:{reference}", 61)
    price = kind.lowest_price + (kind.highest_price - kind.lowest_price) * share // 100
    return max(1, round(price / 1000)) * 1000


class Storyteller:
    """Gives every product of a kind other sentences than the one before it."""

    def __init__(self) -> None:
        self._told: Counter[str] = Counter()

    def describe(self, kind: Kind, place: str, fact: Sentence | None) -> Sentence:
        """One or two sentences in each language; a fact of the source takes the second place."""
        turn = self._told[kind.key]
        self._told[kind.key] += 1
        first = kind.first[turn % len(kind.first)]
        second = fact or kind.more[(turn // len(kind.first) + turn) % len(kind.more)]
        return (
            f"{first[0].replace('{place}', place)} {second[0]}",
            f"{first[1].replace('{place}', place)} {second[1]}",
        )
