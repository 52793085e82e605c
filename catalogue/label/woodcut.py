"""The block a picture is carved on: shapes in the order they are painted.

Two kinds of shape exist. A carved shape gets a line in the paper colour around it and so cuts
whatever lies below; a plain mark has none. The rule makes flat shapes read as a woodcut and
survives both printings.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from catalogue.label.geometry import Point, number, polar, ray
from catalogue.label.inks import Ink, Printing

WHITE_LINE = 4.5


class Woodcut:
    """Collects shapes and writes them as SVG elements."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []
        self._classes: set[str] = set()
        self._symbols = 0

    def carve(self, ink: Ink, *paths: str) -> None:
        """Paint paths that do not touch each other, with the white line around each."""
        self._path(str(ink), "".join(paths))

    def each(self, ink: Ink, *paths: str) -> None:
        """Paint paths one over the other, each cutting the one before."""
        for path in paths:
            self._path(str(ink), path)

    def mark(self, ink: Ink, *paths: str) -> None:
        """Paint paths without a white line; neighbours of one ink become one element."""
        name = str(ink).upper()
        data = "".join(paths)
        if self._parts and self._parts[-1][0] == name:
            self._parts[-1] = (name, self._parts[-1][1] + data)
        else:
            self._path(name, data)

    def veil(self, ink: Ink, opacity: float, *paths: str) -> None:
        """Paint paths without a white line, half seen."""
        name = str(ink).upper()
        self._classes.add(name)
        self._raw(f'<path class="{name}" opacity="{opacity:g}" d="{"".join(paths)}"/>')

    def outline(self, ink: Ink, width: float, *paths: str) -> None:
        """Fill paths with paper and draw their outline in an ink, ``width`` wide."""
        self._classes.update(("P", f"o{ink}"))
        self._raw(f'<path class="P o{ink}" stroke-width="{width:g}" d="{"".join(paths)}"/>')

    def line(self, ink: Ink, width: float, *paths: str) -> None:
        """Draw open lines, ``width`` wide, without filling them."""
        self._classes.update(("n", f"o{ink}"))
        self._raw(f'<path class="n o{ink}" stroke-width="{width:g}" d="{"".join(paths)}"/>')

    def leaf(
        self, ink: Ink, base: Point, length: float, angle: float, width: float, veins: int = 0
    ) -> None:
        """Paint a leaf with its midrib and ``veins`` pairs of side veins cut in paper."""
        self.carve(ink, ray(base, length, angle, width, 0.45))
        cuts = [ray(polar(base, length * 0.1, angle), length * 0.78, angle, max(3, width * 0.075))]
        for i in range(veins):
            part = 0.24 + 0.5 * i / (veins - 1) if veins > 1 else 0.4
            root = polar(base, length * part, angle)
            vein = width * 0.38 * (1 - abs(part - 0.45) * 0.9)
            for side in (-1, 1):
                foot = polar(root, width * 0.06, angle + 90 * side)
                cuts.append(ray(foot, vein, angle + 42 * side, max(3, width * 0.06)))
        self.mark(Ink.PAPER, *cuts)

    @contextmanager
    def group(self, attributes: str) -> Iterator[None]:
        """Put everything painted inside under one element with these attributes."""
        self._raw(f"<g {attributes}>")
        yield
        self._raw("</g>")

    @contextmanager
    def symbol(self) -> Iterator[str]:
        """Define a figure around (0, 0) once; gives its id for ``stamp``."""
        self._symbols += 1
        name = f"u{self._symbols}"
        self._raw(f'<defs><g id="{name}">')
        yield name
        self._raw("</g></defs>")

    def stamp(self, name: str, at: Point, turn: float = 0, scale: float = 1) -> None:
        """Print a defined figure at a place, turned by degrees and scaled."""
        change = f"translate({number(at[0])} {number(at[1])})"
        if turn:
            change += f"rotate({turn:.0f})"
        if scale != 1:
            change += f"scale({scale:.2f})"
        self._raw(f'<use href="#{name}" transform="{change}"/>')

    def pattern(
        self, name: str, width: float, height: float, scale: float, tile: "Woodcut"
    ) -> None:
        """Define a cloth that repeats ``tile`` (its size in its own units)."""
        self._classes |= tile._classes
        self._raw(
            f'<defs><pattern id="{name}" width="{width}" height="{height}" '
            f'patternUnits="userSpaceOnUse" patternTransform="scale({scale:g})">'
            f"{tile.elements()}</pattern></defs>"
        )

    def cloth(self, name: str, opacity: float, path: str) -> None:
        """Fill a path with a defined cloth."""
        self._raw(f'<path fill="url(#{name})" opacity="{opacity:g}" d="{path}"/>')

    def elements(self) -> str:
        """Write everything painted so far as SVG elements."""
        return "".join(
            data if name == "" else f'<path class="{name}" d="{data}"/>'
            for name, data in self._parts
        )

    def style(self, light: Printing, dark: Printing) -> str:
        """Write the style sheet: both schemes, and the classes that were used."""
        schemes = (
            f":root{{{light.properties()};stroke-width:{WHITE_LINE}}}"
            f"@media(prefers-color-scheme:dark){{:root{{{dark.properties()}}}}}"
        )
        rules = self._rules({ink: f"var(--{ink})" for ink in Ink})
        return f"<style>{schemes}{rules}</style>"

    def still_style(self, inks: Printing) -> str:
        """Write the style sheet of one scheme without custom properties, for other renderers."""
        rules = self._rules({ink: inks.of(ink) for ink in Ink})
        return f"<style>svg{{stroke-width:{WHITE_LINE}}}{rules}</style>"

    def _rules(self, colours: Mapping[Ink, str]) -> str:
        rules = []
        carved = sorted(name for name in self._classes if len(name) == 1 and name in set(Ink))
        if carved:
            selector = ",".join(f".{name}" for name in carved)
            rules.append(f"{selector}{{stroke:{colours[Ink.PAPER]};stroke-linejoin:round}}")
        for ink in Ink:
            names = [name for name in (str(ink), str(ink).upper()) if name in self._classes]
            if names:
                selector = ",".join(f".{name}" for name in names)
                rules.append(f"{selector}{{fill:{colours[ink]}}}")
        rules += [
            f".o{ink}{{stroke:{colours[ink]};stroke-linejoin:round}}"
            for ink in Ink
            if f"o{ink}" in self._classes
        ]
        if "n" in self._classes:
            rules.append(".n{fill:none}")
        return "".join(rules)

    def _path(self, name: str, data: str) -> None:
        self._classes.add(name)
        self._parts.append((name, data))

    def _raw(self, markup: str) -> None:
        self._parts.append(("", markup))
