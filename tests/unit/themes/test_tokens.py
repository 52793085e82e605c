"""The colours of every theme stay readable, by day and by night (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

from catalogue.label.inks import contrast

THEMES = Path(__file__).resolve().parents[3] / "themes"
#: Token on token, and the least contrast: 4.5 for letters, 3 for borders and marks.
PAIRS = [
    *[(ink, ground, 4.5) for ink in ("ink", "ink2", "act") for ground in ("ground", "surface")],
    ("ink", "sunken", 4.5), ("ink2", "sunken", 4.5), ("act", "soft", 4.5), ("ink", "soft", 4.5),
    ("ink", "raised", 4.5), ("on-act", "act", 4.5), ("on-act", "act-strong", 4.5),
    ("on-glow", "glow", 4.5), ("on-seal", "seal", 4.5), ("seal", "surface", 4.5),
    ("seal", "ground", 4.5), ("ok", "ok-soft", 4.5), ("err", "err-soft", 4.5),
    ("err", "surface", 4.5), ("err", "ground", 4.5), ("ink", "ok-soft", 4.5),
    ("line2", "ground", 3), ("line2", "surface", 3), ("line2", "sunken", 3),
    ("focus", "ground", 3), ("focus", "surface", 3), ("focus", "sunken", 3),
]  # fmt: skip


def stylesheet(theme: str) -> str:
    path = "css/tokens.css" if theme == "base" else f"{theme}/theme.css"
    return (THEMES / theme / "static" / path).read_text(encoding="utf-8")


def themes() -> list[str]:
    return sorted(path.name for path in THEMES.iterdir() if path.is_dir())


def tokens_in(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-F]{6})\b", block))


def blocks(theme: str, selector: str) -> list[dict[str, str]]:
    pattern = re.escape(selector) + r"\s*\{([^}]*)\}"
    return [tokens_in(body) for body in re.findall(pattern, stylesheet(theme))]


def tokens_of(theme: str, *, dark: bool) -> dict[str, str]:
    """The tokens as the browser ends up with them: base's, then the theme's, day before night."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(["base", theme]):
        found |= blocks(name, "\n  :root")[0]
    if dark:
        for name in dict.fromkeys(["base", theme]):
            found |= blocks(name, ':root[data-scheme="dark"]')[0]
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("theme", themes())
def test_letters_and_marks_can_be_told_from_their_ground(theme, dark):
    tokens = tokens_of(theme, dark=dark)
    weak = {
        f"{ink} on {ground}": round(contrast(tokens[ink], tokens[ground]), 2)
        for ink, ground, least in PAIRS
        if contrast(tokens[ink], tokens[ground]) < least
    }
    assert weak == {}


@pytest.mark.parametrize("theme", themes())
def test_night_by_the_device_and_night_by_choice_are_the_same(theme):
    by_device = blocks(theme, ':root:not([data-scheme="light"])')[0]
    by_choice = blocks(theme, ':root[data-scheme="dark"]')[0]
    assert by_device == by_choice != {}


def test_there_is_more_than_one_theme():
    assert "base" in themes() and len(themes()) >= 2
