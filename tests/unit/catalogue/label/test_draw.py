"""Every label can be drawn, is well-formed and small."""

import gzip
import re
from xml.etree import ElementTree

import pytest

from catalogue.label.choose import LabelSpec
from catalogue.label.compositions import COMPOSITIONS
from catalogue.label.draw import describe_art, draw_art, draw_edge
from catalogue.label.edges import EDGES
from catalogue.label.inks import Area, every_printing
from catalogue.label.motifs import KINDS, MOTIFS
from catalogue.label.sheet import HOMES, main
from catalogue.label.variation import COUNT, Variation

SVG = "{http://www.w3.org/2000/svg}"


def packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def at_home() -> list[LabelSpec]:
    return [
        LabelSpec(area, number, HOMES[kind], motif.key, 0)
        for kind, motifs in KINDS.items()
        for motif, (area, number) in zip(motifs, every_printing() * 3, strict=False)
    ]


def test_no_two_motifs_share_a_key():
    assert len(MOTIFS) == sum(len(motifs) for motifs in KINDS.values())


@pytest.mark.parametrize("composition", COMPOSITIONS)
@pytest.mark.parametrize("motif", MOTIFS)
def test_every_motif_draws_well_formed_art_of_bounded_size(composition, motif):
    if MOTIFS[motif].scene and composition != "horizon":
        with pytest.raises(ValueError, match="needs the horizon"):
            LabelSpec(Area.TN, 0, composition, motif, 63)
        return
    art = draw_art(LabelSpec(Area.TN, 0, composition, motif, 63))
    root = ElementTree.fromstring(art)
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 400 400"
    assert len(list(root.iter(f"{SVG}path"))) >= 5
    assert packed(art) <= 4500


def test_art_packs_to_two_and_a_half_kilobytes_on_average():
    sizes = [packed(draw_art(spec)) for spec in at_home()]
    assert sum(sizes) / len(sizes) <= 2500


@pytest.mark.parametrize("variant", range(COUNT))
def test_every_variant_draws(variant):
    root = ElementTree.fromstring(draw_art(LabelSpec(Area.CL, 1, "rays", "coffee", variant)))
    assert root.tag.endswith("svg")


def test_variants_of_one_motif_all_differ():
    arts = {draw_art(LabelSpec(Area.CL, 1, "rays", "coffee", i)) for i in range(COUNT)}
    assert len(arts) == COUNT


def test_there_is_no_variant_beyond_the_last():
    with pytest.raises(ValueError, match="no variant 72"):
        Variation.of(72)


def test_art_holds_both_schemes_and_only_classes_it_defines():
    art = draw_art(LabelSpec(Area.SH, 0, "tray", "squid", 3))
    assert "--p:#F8ECD4" in art and "--p:#1E1411" in art
    assert "@media(prefers-color-scheme:dark)" in art
    style = ElementTree.fromstring(art).find(f"{SVG}style").text
    for element in ElementTree.fromstring(art).iter():
        for name in (element.get("class") or "").split():
            assert f".{name}{{" in style or f".{name}," in style


@pytest.mark.parametrize("spec", at_home(), ids=lambda spec: spec.motif)
def test_a_motif_holds_only_path_commands_and_numbers(spec):
    root = ElementTree.fromstring(draw_art(spec))
    for path in root.iter(f"{SVG}path"):
        assert re.fullmatch(r"[MLHVCQTSAZmlhvcqaz0-9 .,-]+", path.get("d")), path.get("d")


@pytest.mark.parametrize(("area", "number"), every_printing())
def test_every_edge_is_one_small_tile(area, number):
    tile = draw_edge(area, number)
    root = ElementTree.fromstring(tile)
    assert (root.get("width"), root.get("height")) == (
        str(EDGES[area].width),
        str(EDGES[area].height),
    )
    assert packed(tile) <= 700


def test_the_seven_edges_differ_in_structure_not_only_in_hue():
    assert len({edge.tile().elements() for edge in EDGES.values()}) == 7


def test_art_is_described_in_both_languages():
    assert describe_art(LabelSpec(Area.SH, 0, "tray", "squid", 3)) == (
        "Tranh nhãn vẽ con mực trong khuôn mâm, màu in của vùng Đồng bằng sông Hồng.",
        "A drawn label showing a squid in a tray frame, in the inks of the Red River delta.",
    )
    assert describe_art(LabelSpec(Area.CL, 0, "horizon", "floating-market", 0))[0] == (
        "Tranh nhãn vẽ chợ nổi với cây bẹo, màu in của vùng Đồng bằng sông Cửu Long."
    )


def test_the_contact_sheet_shows_every_motif(tmp_path):
    target = tmp_path / "sheet.html"
    assert main([str(target)]) == 0
    assert target.read_text(encoding="utf-8").count("<figcaption>") == len(MOTIFS)
    assert main([str(target), "herbs"]) == 0
    assert target.read_text(encoding="utf-8").count("<figcaption>") == len(KINDS["herbs"])
    assert main([]) == 2
    assert main([str(target), "nothing"]) == 2


def test_hills_behind_the_tea_stay_out_of_a_jar():
    hill = '<path class="d" d="M-40 352'
    assert hill in draw_art(LabelSpec(Area.NB, 1, "rays", "shan-tea", 0))
    assert hill not in draw_art(LabelSpec(Area.NB, 1, "jar", "shan-tea", 0))
