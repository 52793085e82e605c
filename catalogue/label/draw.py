"""Draw a label's art and edges as SVG text, both schemes in one file."""

from catalogue.label.choose import LabelSpec
from catalogue.label.compositions import (
    COMPOSITIONS,
    LEDGE_STAGE,
    Box,
    Composition,
    Setting,
    hills,
)
from catalogue.label.edges import EDGES
from catalogue.label.inks import Area, Printing, printing
from catalogue.label.motifs import MOTIFS, Motif
from catalogue.label.variation import Variation
from catalogue.label.woodcut import Woodcut

_LARGEST = 1.3
# Below this scale the white line, which shrinks with its motif, is held at 2.6 panel units.
_THIN_BELOW = 0.6
_THINNEST_LINE = 2.6


def draw_art(spec: LabelSpec) -> str:
    """Draw the art, 400 by 400 units, as one SVG file that follows the scheme around it."""
    return _file(_carved(spec), 400, 400, spec.area, spec.printing)


def draw_still_art(spec: LabelSpec) -> str:
    """Draw the art by day only, for what is made into pixels."""
    return _still(_carved(spec), 400, 400, printing(spec.area, spec.printing, dark=False))


def _carved(spec: LabelSpec) -> Woodcut:
    composition, motif = COMPOSITIONS[spec.composition], MOTIFS[spec.motif]
    variation = Variation.of(spec.variant)
    block = Woodcut()
    if motif.scene:
        with block.group(_scene_turn(variation)):
            composition.behind(block, Setting(spec.area, variation, standing=False))
            motif.carve(block)
    else:
        composition.behind(block, Setting(spec.area, variation, motif.standing))
        if composition.key == "horizon":
            hills(block, 250)
        with block.group(_placed(composition, motif, variation)):
            if motif.backdrop and composition.key == "rays":
                motif.backdrop(block)
            motif.carve(block)
        if composition.front:
            composition.front(block)
    return block


def draw_edge(area: Area, number: int) -> str:
    """Draw the woven edge of an area in one of its two printings, one tile high."""
    edge = EDGES[area]
    return _file(edge.tile(), edge.width, edge.height, area, number)


def draw_still_edge(area: Area, number: int) -> str:
    """Draw the same by day only, for what is made into pixels."""
    edge = EDGES[area]
    return _still(edge.tile(), edge.width, edge.height, printing(area, number, dark=False))


def describe_art(spec: LabelSpec) -> tuple[str, str]:
    """Describe the art in one sentence, in Vietnamese and in English, for its alternative text."""
    composition, motif = COMPOSITIONS[spec.composition], MOTIFS[spec.motif]
    if motif.scene:
        return (
            f"Tranh nhãn vẽ {motif.vietnamese}, màu in của vùng {spec.area.vietnamese}.",
            f"A drawn label showing {motif.english}, in the inks of {spec.area.english}.",
        )
    return (
        f"Tranh nhãn vẽ {motif.vietnamese} trong khuôn {composition.vietnamese}, "
        f"màu in của vùng {spec.area.vietnamese}.",
        f"A drawn label showing {motif.english} in a {composition.english} frame, "
        f"in the inks of {spec.area.english}.",
    )


def _file(block: Woodcut, width: int, height: int, area: Area, number: int) -> str:
    style = block.style(printing(area, number, dark=False), printing(area, number, dark=True))
    return _svg(block, width, height, style)


def _still(block: Woodcut, width: int, height: int, inks: Printing) -> str:
    return _svg(block, width, height, block.still_style(inks))


def _svg(block: Woodcut, width: int, height: int, style: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{style}{block.elements()}</svg>'
    )


def _scene_turn(variation: Variation) -> str:
    return 'transform="matrix(-1 0 0 1 400 0)"' if variation.mirrored else 'transform="scale(1)"'


def _placed(composition: Composition, motif: Motif, variation: Variation) -> str:
    """Fit the motif's box into the stage: on its bottom or in its middle, mirrored or not."""
    stage = _stage(composition, motif)
    fit = min(stage.width / motif.box.width, stage.height / motif.box.height, _LARGEST)
    scale = fit * variation.scale
    side = -scale if variation.mirrored else scale
    right = stage.middle - side * motif.box.middle
    if composition.grounded:
        down = stage.bottom - scale * motif.box.bottom
    else:
        down = (stage.top + stage.bottom - scale * (motif.box.top + motif.box.bottom)) / 2
    line = ""
    if scale < _THIN_BELOW:
        line = f' stroke-width="{_THINNEST_LINE / scale:.1f}"'
    return f'transform="matrix({side:.3f} 0 0 {scale:.3f} {right:.1f} {down:.1f})"{line}'


def _stage(composition: Composition, motif: Motif) -> Box:
    if composition.key == "rays" and motif.standing:
        return LEDGE_STAGE
    return composition.stage
