import importlib.util
from pathlib import Path

from catalogue.label.inks import every_printing, printing_css

ROOT = Path(__file__).parents[3]
_spec = importlib.util.spec_from_file_location("write_edges", ROOT / "scripts" / "write_edges.py")
write_edges = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(write_edges)
CSS = ROOT / "themes" / "base" / "static" / "css"


def test_the_edges_of_the_theme_are_what_the_generator_draws():
    on_disk = {
        path.name: path.read_text(encoding="utf-8") for path in write_edges.EDGES.glob("*.svg")
    }
    assert on_disk == write_edges.edge_files()


def test_the_inks_of_the_theme_are_those_of_the_generator():
    assert (CSS / "printings.css").read_text(encoding="utf-8") == printing_css()


def test_every_printing_has_its_edge_in_the_style_sheet():
    text = (CSS / "edges.css").read_text(encoding="utf-8")
    for area, number in every_printing():
        assert f'.{area}{number} {{ --edge: url("../edges/{area}{number}.svg"); }}' in text
