import importlib.util
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from catalogue.label.inks import every_printing, printing_css

ROOT = Path(__file__).parents[3]
_spec = importlib.util.spec_from_file_location("write_edges", ROOT / "scripts" / "write_edges.py")
write_edges = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(write_edges)
CSS = ROOT / "themes" / "base" / "static" / "css"


def test_the_edges_of_the_theme_are_what_the_generator_draws():
    assert write_edges.TARGET.read_text(encoding="utf-8") == write_edges.edges_css()


def test_the_inks_of_the_theme_are_those_of_the_generator():
    assert (CSS / "printings.css").read_text(encoding="utf-8") == printing_css()


def test_every_printing_has_its_edge_as_a_drawing_that_can_be_read():
    text = (CSS / "edges.css").read_text(encoding="utf-8")
    held = dict(re.findall(r'\.(\w+) \{ --edge: url\("data:image/svg\+xml,([^"]+)"\)', text))
    assert set(held) == {f"{area}{number}" for area, number in every_printing()}
    for drawing in held.values():
        assert ElementTree.fromstring(unquote(drawing)).tag == "{http://www.w3.org/2000/svg}svg"
