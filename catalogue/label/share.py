"""Draw the picture that is shown where a page is shared: 1200 by 630, as PNG.

It shows the woven edge, the label's art and the name: nothing that changes from day to day, so
never stars, a price or stock.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from catalogue.label.choose import LabelSpec
from catalogue.label.draw import draw_still_art, draw_still_edge
from catalogue.label.edges import EDGES
from catalogue.label.inks import Area, Printing, printing
from catalogue.label.wording import NO_BREAK

WIDTH, HEIGHT = 1200, 630
_EDGE = 54
#: Edges side by side where there is no art: a piece of cloth.
_CLOTH_EDGES = 4
_MARGIN = 48
_TITLE_SIZES = range(76, 35, -4)
#: What is left for the title above the place and the shop's name, in pixels.
_TITLE_HEIGHT = 372
_LINE_HEIGHT = 1.16
_SIGN, _TEXT = "phudu", "be-vietnam-pro"


@dataclass(frozen=True, slots=True)
class SharePicture:
    """What is printed. ``title`` breaks at plain spaces only; ``areas`` are woven, at most two."""

    title: str
    line: str
    shop: str
    areas: tuple[Area, ...]
    printing: int
    art: LabelSpec | None = None


def draw_share(picture: SharePicture, *, fonts: Path) -> bytes:
    """Return the picture as a PNG; ``fonts`` is the folder of the theme's WOFF2 files."""
    inks = printing(picture.areas[0], picture.printing, dark=False)
    canvas = Image.new("RGB", (WIDTH, HEIGHT), inks.paper)
    left = _weave(canvas, picture)
    pen = ImageDraw.Draw(canvas)
    if picture.art:
        art = _pixels(draw_still_art(picture.art), HEIGHT, HEIGHT)
        canvas.paste(art, (left, 0), art)
        left += HEIGHT
        pen.rectangle((left - 2, 0, left + 1, HEIGHT), fill=inks.key)
    _write(pen, picture, inks, _Column(left + _MARGIN, WIDTH - _MARGIN, fonts))
    output = BytesIO()
    # The art is flat: a palette of 128 colours keeps it and takes a third of the bytes.
    canvas.quantize(128, dither=Image.Dither.NONE).save(output, "PNG", optimize=True)
    return output.getvalue()


@dataclass(frozen=True, slots=True)
class _Column:
    """Where text stands, in pixels from the left, and where its fonts are."""

    left: int
    right: int
    fonts: Path

    @property
    def width(self) -> int:
        return self.right - self.left


def _weave(canvas: Image.Image, picture: SharePicture) -> int:
    """Paste the edges from top to bottom, side by side; return where they end."""
    pen = ImageDraw.Draw(canvas)
    areas = [picture.areas[0]] if picture.art else list(picture.areas) * _CLOTH_EDGES
    left = 0
    for area in areas[: _CLOTH_EDGES * 2]:
        edge = EDGES[area]
        height = round(_EDGE * edge.height / edge.width)
        tile = _pixels(draw_still_edge(area, picture.printing), _EDGE, height)
        for top in range(0, HEIGHT, height):
            canvas.paste(tile, (left, top), tile)
        left += _EDGE
    key = printing(picture.areas[0], picture.printing, dark=False).key
    pen.rectangle((left - 2, 0, left + 1, HEIGHT), fill=key)
    return left + 2


def _write(pen: ImageDraw.ImageDraw, picture: SharePicture, inks: Printing, at: _Column) -> None:
    size, lines = _fit(picture.title, at)
    top = float(_MARGIN + 10)
    for line in lines:
        _print(pen, (at.left, top), line, _face(at.fonts, _SIGN, size), inks.key)
        top += size * _LINE_HEIGHT
    top += 18
    small = _face(at.fonts, _TEXT, 30)
    for line in _wrapped(picture.line, small, at.width)[:2]:
        _print(pen, (at.left, top), line, small, inks.first)
        top += 40
    foot = HEIGHT - _MARGIN - 38
    pen.rectangle((at.left, foot - 22, at.left + 72, foot - 17), fill=inks.second)
    _print(pen, (at.left, foot), picture.shop, _face(at.fonts, _SIGN, 34), inks.key)


def _face(fonts: Path, family: str, size: int) -> ImageFont.FreeTypeFont:
    return _font(fonts, f"{family}-600", size)


def _fit(title: str, at: _Column) -> tuple[int, list[str]]:
    """Return the largest size at which the title fits, and its lines; a very long one is cut."""
    for size in _TITLE_SIZES:
        face = _face(at.fonts, _SIGN, size)
        lines = _wrapped(title, face, at.width)
        fits = len(lines) * size * _LINE_HEIGHT <= _TITLE_HEIGHT
        if fits and all(face.getlength(line) <= at.width for line in lines):
            return size, lines
    lines = _wrapped(title.replace(NO_BREAK, " "), face, at.width)
    most = int(_TITLE_HEIGHT / (size * _LINE_HEIGHT))
    return size, lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def _wrapped(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in unicodedata.normalize("NFC", text).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _print(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    face: ImageFont.FreeTypeFont,
    ink: str,
) -> None:
    left, top = at
    pen.text((left, top + face.size * 0.86), text, font=face, fill=ink, anchor="ls")


@lru_cache(maxsize=64)
def _font(fonts: Path, name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts / f"{name}.woff2", size)


def _pixels(svg: str, width: int, height: int) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(png))).convert("RGBA")
