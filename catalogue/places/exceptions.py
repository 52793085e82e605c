"""What can go wrong with a place, each with what a page needs to say it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.places.models import Commune, Province


class PlaceUnknown(LookupError):
    """No place, today's or old, has this address or name."""


class PlaceMoved(LookupError):
    """The address is an old one; `province` is where it leads."""

    def __init__(self, province: "Province") -> None:
        """Keep the province of today."""
        super().__init__(province.slug)
        self.province = province


class CommuneUnknown(LookupError):
    """The province has and had no commune of this name; `text` is what was typed."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        super().__init__(text)
        self.text = text


class CommuneAmbiguous(LookupError):
    """The name leads to several communes of today: `candidates`, two or more, by name."""

    def __init__(self, candidates: "Sequence[Commune]") -> None:
        """Keep the communes."""
        super().__init__(", ".join(commune.code for commune in candidates))
        self.candidates = list(candidates)


class RenameRefused(ValueError):
    """The new name is not one: nothing changes, the date is not later, or the slug is taken."""
