"""A photograph as pages print it: plain data with the addresses of its sizes and formats.

The address of a size is made from what is in it, so it may be kept for ever; see `views.picture`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

PREFIX = "/pictures/"
#: From the lightest that a browser may know to what every browser knows.
FORMATS = ("avif", "webp", "jpeg")
#: Widths in pixels that a page may ask for: a square cut around the focal point, or the whole.
WIDTHS = {"square": (320, 480, 640, 960), "whole": (480, 800, 1200, 1600)}
_PLAIN_WIDTH = {"square": 640, "whole": 1200}


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to show a photograph. ``srcset`` by format; width and height of the plain ``src``."""

    avif: str
    webp: str
    jpeg: str
    src: str
    width: int
    height: int
    tint: str


@dataclass(frozen=True, slots=True)
class Photograph:
    """What a page must know of a photograph: pixels as it is shown, mean colour as RRGGBB."""

    digest: str
    width: int
    height: int
    tint: str

    @classmethod
    def from_reference(cls, reference: str) -> "Photograph":
        """Read what `reference` wrote into a column."""
        digest, size, tint = reference.split("-")
        width, height = size.split("x")
        return cls(digest, int(width), int(height), tint)

    @property
    def reference(self) -> str:
        """Write all of this as one text, so that a query brings it in one column."""
        return f"{self.digest}-{self.width}x{self.height}-{self.tint}"

    @property
    def square(self) -> Layout:
        """Return the photograph cut to a square."""
        return _layout(self, "square")

    @property
    def whole(self) -> Layout:
        """Return the whole photograph."""
        return _layout(self, "whole")

    def widths(self, shape: str) -> tuple[int, ...]:
        """Return the widths that exist of a shape: none is larger than the original."""
        side = min(self.width, self.height) if shape == "square" else self.width
        return tuple(width for width in WIDTHS[shape] if width <= side) or WIDTHS[shape][:1]

    def address(self, shape: str, width: int, file_format: str) -> str:
        """Return the address of one file."""
        return f"{PREFIX}{self.digest}/{shape}-{width}.{file_format}"


@lru_cache(maxsize=8192)
def _layout(photograph: Photograph, shape: str) -> Layout:
    widths = photograph.widths(shape)
    avif, webp, jpeg = (_srcset(photograph, shape, widths, each) for each in FORMATS)
    plain = max(width for width in widths if width <= _PLAIN_WIDTH[shape] or width == widths[0])
    ratio = 1 if shape == "square" else photograph.height / photograph.width
    return Layout(
        avif=avif,
        webp=webp,
        jpeg=jpeg,
        src=photograph.address(shape, plain, FORMATS[-1]),
        width=plain,
        height=max(1, round(plain * ratio)),
        tint=photograph.tint,
    )


def _srcset(photograph: Photograph, shape: str, widths: Iterable[int], file_format: str) -> str:
    return ", ".join(
        f"{photograph.address(shape, width, file_format)} {width}w" for width in widths
    )
