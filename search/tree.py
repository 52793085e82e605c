"""A query as a small tree of plain data, which each engine compiles to its own language.

Only what every engine scores alike is in it: BM25 for a term, the best of several, sums, and
conditions that add nothing. Field names are those of `search.fields`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Everything:
    """Every product, all alike."""


@dataclass(frozen=True, slots=True)
class Term:
    """A token in a text field, scored by BM25 times ``boost``."""

    field: str
    value: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Beginning:
    """A token that begins with ``value``; it scores ``boost``."""

    field: str
    value: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these whole values in a word field."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A number within the bounds, the upper one included only if ``closed``."""

    field: str
    lowest: int | None = None
    highest: int | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Flat:
    """What ``part`` matches, all alike: it scores ``score``."""

    part: "Node"
    score: float


@dataclass(frozen=True, slots=True)
class Best:
    """Any of the parts; it scores what the best of them does."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Every:
    """All of ``must``, at least ``enough`` of ``should``, within ``filters``.

    It scores the sum of what matches in ``must`` and ``should``; filters add nothing.
    """

    must: tuple["Node", ...] = ()
    should: tuple["Node", ...] = ()
    filters: tuple["Node", ...] = ()
    enough: int = 0


Node = Everything | Term | Beginning | AnyOf | Between | Flat | Best | Every
