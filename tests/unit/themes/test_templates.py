"""What every template of the theme keeps to, read from its text."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).parents[3] / "themes" / "base"
TEMPLATES = ROOT / "templates"
ALL = sorted(TEMPLATES.rglob("*.html"))
PAGES = [path for path in ALL if path.relative_to(TEMPLATES).parts[0] != "email"]
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))


def _name(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_the_template_compiles(path):
    assert get_template(_name(path)).template.source == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_nothing_is_styled_or_scripted_inline(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\sstyle=|\son[a-z]+=\"|<style", text) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag] == []


@pytest.mark.parametrize("path", COMPONENTS, ids=_name)
def test_a_component_says_at_its_top_what_it_takes(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"\{# .+ #\}", first)


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_whatever_is_included_exists(path):
    included = re.findall(r"\{% include \"([^\"]+)\"", path.read_text(encoding="utf-8"))
    assert [name for name in included if not (TEMPLATES / name).is_file()] == []


def test_every_icon_that_is_used_is_drawn():
    drawn = set(re.findall(r'id="([\w-]+)"', (TEMPLATES / "components/sprite.html").read_text()))
    used = {
        name
        for path in PAGES
        for name in re.findall(r'<use href="#([\w-]+)"', path.read_text(encoding="utf-8"))
    }
    assert used - drawn == set()


def test_the_map_names_both_archipelagos_whatever_it_is_given():
    html = get_template("components/cloth_map.html").render({"patches": []})
    assert "Quần đảo Hoàng Sa, thuộc Đà Nẵng" in html
    assert "Quần đảo Trường Sa, thuộc Khánh Hòa" in html


@pytest.mark.parametrize(
    ("state", "flower", "words"),
    [
        ("", "star-4", "OCOP 4 sao"),
        ("renewing", "star-4", "đang đánh giá lại"),
        ("ended", "star-0", "Giấy đã hết hạn"),
        ("revoked", None, "Giấy đã thu hồi"),
    ],
)
def test_the_flower_always_comes_with_words(state, flower, words):
    html = get_template("components/star_mark.html").render({"stars": 4, "state": state})
    assert re.findall(r'href="#(star-\d)"', html) == ([flower] if flower else [])
    assert words in html


def test_fonts_weigh_at_most_70_kilobytes_and_bring_their_licences():
    fonts = ROOT / "static" / "fonts"
    assert sum(path.stat().st_size for path in fonts.glob("*.woff2")) <= 70_000
    for family in {path.name.rsplit("-", 1)[0] for path in fonts.glob("*.woff2")}:
        assert "SIL OPEN FONT LICENSE" in (fonts / f"OFL-{family}.txt").read_text(encoding="utf-8")
