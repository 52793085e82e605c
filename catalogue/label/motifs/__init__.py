"""Every motif by its key, split by kind of goods."""

from catalogue.label.motifs import (
    crafts,
    crops,
    dishes,
    drinks,
    fruit,
    herbs,
    pantry,
    plants,
    sea,
    tourism,
)
from catalogue.label.motifs.motif import Motif

KINDS: dict[str, tuple[Motif, ...]] = {
    "dishes": dishes.MOTIFS,
    "sea": sea.MOTIFS,
    "fruit": fruit.MOTIFS,
    "crops": crops.MOTIFS,
    "pantry": pantry.MOTIFS,
    "drinks": drinks.MOTIFS,
    "herbs": herbs.MOTIFS,
    "crafts": crafts.MOTIFS,
    "plants": plants.MOTIFS,
    "tourism": tourism.MOTIFS,
}
MOTIFS = {motif.key: motif for kind in KINDS.values() for motif in kind}

__all__ = ["KINDS", "MOTIFS", "Motif"]
