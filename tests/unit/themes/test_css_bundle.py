import gzip
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
_spec = importlib.util.spec_from_file_location("bundle_css", ROOT / "scripts" / "bundle_css.py")
bundle_css = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(bundle_css)

COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(", re.IGNORECASE)
NAMED_COLOUR = re.compile(r":[^;{}]*\b(?:white|black|red|blue|green|gray|grey|yellow|orange)\b")
MAY_NAME_COLOURS = {"tokens.css", "printings.css"}
QUIET_PARTS = [part for part in bundle_css.parts() if part.name not in MAY_NAME_COLOURS]


def test_the_bundle_is_what_the_parts_make():
    assert (bundle_css.CSS / "shop.css").read_text(encoding="utf-8") == bundle_css.bundle()


def test_the_bundle_travels_in_at_most_25_kilobytes():
    assert len(gzip.compress(bundle_css.bundle().encode(), 9)) <= 25_000


@pytest.mark.parametrize("part", QUIET_PARTS, ids=lambda part: part.name)
def test_colours_are_named_by_role_outside_the_tokens(part):
    text = part.read_text(encoding="utf-8")
    assert COLOUR.findall(text) == []
    assert NAMED_COLOUR.findall(text) == []


@pytest.mark.parametrize("part", QUIET_PARTS, ids=lambda part: part.name)
def test_no_corner_is_rounder_than_four_pixels_but_the_sheet(part):
    radii = re.findall(r"border-radius:\s*([^;}]+)", part.read_text(encoding="utf-8"))
    allowed = {"var(--round)", "var(--round-small)", "50%"}
    allowed |= {"10px 10px 0 0"} if part.name == "sheet.css" else set()
    assert set(radii) <= allowed


def test_every_custom_property_that_is_used_is_defined():
    text = bundle_css.bundle()
    defined = set(re.findall(r"(--[\w-]+)\s*:", text))
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) - defined == set()


def test_braces_are_balanced_in_every_part():
    for part in bundle_css.parts():
        text = part.read_text(encoding="utf-8")
        assert text.count("{") == text.count("}"), part.name
