"""Choose the label of a product from its name, its OCOP set and its slug; pure and repeatable."""

import hashlib
import re
from dataclasses import dataclass

from catalogue.label.compositions import COMPOSITIONS
from catalogue.label.inks import PRINTINGS, Area
from catalogue.label.keywords import KEYWORDS, PLAIN_KEYWORDS, fold
from catalogue.label.motifs import MOTIFS
from catalogue.label.variation import COUNT

FALLBACK = "sprig"
_PATH = re.compile(r"([A-Z]{2})([0-9])/([a-z]+)/([a-z-]+)/([0-9a-f]{2})\.svg", re.ASCII)

# Composition by set of Decision 26/2026/QĐ-TTg, Annex I. Tea, coffee and cocoa are food by that
# annex, but are drunk, and share the composition of drinks.
_COMPOSITIONS = {
    **dict.fromkeys((1, 2, 3), "basket"),
    **dict.fromkeys((5, 6, 7, 8), "tray"),
    **dict.fromkeys((4, 9, 10), "jar"),
    **dict.fromkeys((11, 12, 13, 14, 15, 16, 17), "rays"),
    **dict.fromkeys((18, 19, 20), "cabinet"),
    **dict.fromkeys((21, 22), "shelf"),
    **dict.fromkeys((23, 24, 25), "arch"),
    26: "horizon",
}

# What a set shows when no word of the name is known; a set not listed here gets a leaf sprig.
_BY_SET = {
    3: "rice",
    4: "honey",
    6: "meal-bowl",
    9: "fish-ring",
    11: "shan-tea",
    13: "coffee",
    14: "cloth-jar",
    15: "fruit-wine",
    16: "water",
    17: "juice",
    22: "cloth",
    26: "stilt-house",
}
_SCENES_ONLY = "horizon"


@dataclass(frozen=True)
class LabelSpec:
    """Everything a label's art depends on. Raises ValueError when a part is unknown."""

    area: Area
    printing: int
    composition: str
    motif: str
    variant: int

    def __post_init__(self) -> None:
        if self.printing not in PRINTINGS or not 0 <= self.variant < COUNT:
            raise ValueError(f"no printing {self.printing} or variant {self.variant}")
        if self.composition not in COMPOSITIONS or self.motif not in MOTIFS:
            raise ValueError(f"no composition {self.composition!r} or motif {self.motif!r}")
        if MOTIFS[self.motif].scene and self.composition != _SCENES_ONLY:
            raise ValueError(f"the scene {self.motif!r} needs the horizon")

    @property
    def path(self) -> str:
        """Give the address part, such as ``SH0/tray/squid/3f.svg``."""
        return f"{self.area}{self.printing}/{self.composition}/{self.motif}/{self.variant:02x}.svg"

    @classmethod
    def from_path(cls, path: str) -> "LabelSpec":
        """Read an address part. Raises ValueError on anything unknown."""
        found = _PATH.fullmatch(path)
        if found is None:
            raise ValueError("not the path of a label")
        area, number, composition, motif, variant = found.groups()
        return cls(Area(area), int(number), composition, motif, int(variant, 16))

    def reprinted(self) -> "LabelSpec":
        """Give the same label in its area's other printing, for two alike side by side."""
        return LabelSpec(self.area, 1 - self.printing, self.composition, self.motif, self.variant)


def choose_label(*, name: str, ocop_set: int | None, slug: str, area: Area) -> LabelSpec:
    """Choose the label of a product.

    ``name`` is the Vietnamese name, ``ocop_set`` the set 1 to 26 of Decision 26/2026/QĐ-TTg (None
    when unknown), ``slug`` what the small differences are drawn from: the same slug always gives
    the same label. Raises ValueError for a set outside 1 to 26.
    """
    if ocop_set is not None and ocop_set not in _COMPOSITIONS:
        raise ValueError(f"no OCOP set {ocop_set}")
    motif = _motif(name, ocop_set)
    digest = hashlib.sha256(slug.encode()).digest()
    return LabelSpec(
        area=area,
        printing=digest[0] % 2,
        composition=_composition(motif, ocop_set),
        motif=motif,
        variant=int.from_bytes(digest[1:5], "big") % COUNT,
    )


def choose_motif(name: str) -> str | None:
    """Find the motif whose keyword is the longest one that stands in the name as whole words.

    Of two equally long the earlier in the name counts: Vietnamese puts the main word first. An
    unaccented name is read without accents; an accented one must match them.
    """
    text = f" {fold(name, keep_accents=True)} "
    keywords = KEYWORDS if text != f" {fold(name)} " else PLAIN_KEYWORDS
    found = ((len(word), -text.find(f" {word} "), motif) for word, motif in keywords)
    best = max((match for match in found if match[1] <= 0), default=None)
    return best[2] if best else None


def _motif(name: str, ocop_set: int | None) -> str:
    found = choose_motif(name)
    if ocop_set == 26:
        return found if found and MOTIFS[found].scene else _BY_SET[26]
    if found is None or MOTIFS[found].scene:
        return _BY_SET.get(ocop_set or 0, FALLBACK)
    return found


def _composition(motif: str, ocop_set: int | None) -> str:
    if ocop_set is None:
        return "horizon" if MOTIFS[motif].scene else "tray"
    return _COMPOSITIONS[ocop_set]
