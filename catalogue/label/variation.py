"""Small differences between labels of one motif, so that twenty honeys are siblings, not copies."""

from dataclasses import dataclass

COUNT = 72
_SCALES = (0.96, 0.985, 1.015, 1.04)


@dataclass(frozen=True)
class Variation:
    """What may differ: mirrored or not, a setting and a count in three kinds each, a scale."""

    mirrored: bool
    setting: int
    count: int
    scale: float

    @classmethod
    def of(cls, number: int) -> "Variation":
        """Unfold a variant number. Raises ValueError outside 0 to 71."""
        if not 0 <= number < COUNT:
            raise ValueError(f"no variant {number}")
        rest, mirrored = divmod(number, 2)
        rest, setting = divmod(rest, 3)
        step, count = divmod(rest, 3)
        return cls(mirrored == 1, setting, count, _SCALES[step])
