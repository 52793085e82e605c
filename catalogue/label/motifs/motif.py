"""What a motif is: a figure with names, a box it fills, and a function that carves it."""

from collections.abc import Callable
from dataclasses import dataclass

from catalogue.label.compositions import Box
from catalogue.label.woodcut import Woodcut


@dataclass(frozen=True)
class Motif:
    """One figure, drawn in panel units within ``box``.

    ``standing`` figures need something to stand on where the composition has no floor of its own;
    ``scene`` figures are whole landscapes and belong to the horizon only. A ``backdrop`` runs past
    the box on both sides and is carved behind the figure only among sun rays.
    """

    key: str
    vietnamese: str
    english: str
    box: Box
    carve: Callable[[Woodcut], None]
    standing: bool = False
    scene: bool = False
    backdrop: Callable[[Woodcut], None] | None = None
