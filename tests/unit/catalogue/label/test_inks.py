"""The inks stay readable, by day and by night."""

import pytest

from catalogue.label.inks import (
    Area,
    Ink,
    contrast,
    every_printing,
    mix,
    printing,
    printing_css,
)
from catalogue.label.write_css import TARGET


def test_contrast_of_black_and_white_is_twenty_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_there_are_two_printings_for_each_of_seven_areas():
    assert len(every_printing()) == 14
    assert {area for area, _ in every_printing()} == set(Area)


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize(("area", "number"), every_printing())
def test_key_and_first_ink_are_readable_on_the_paper(area, number, dark):
    inks = printing(area, number, dark=dark)
    assert contrast(inks.key, inks.paper) >= 7
    assert contrast(inks.first, inks.paper) >= 4.5


@pytest.mark.parametrize(
    ("area", "number", "ground", "dark"),
    [
        (Area.NB, 0, "#374A68", "#2D2A2E"),
        (Area.BT, 0, "#524164", "#36262C"),
        (Area.CL, 1, "#5F4630", "#39281B"),
    ],
)
def test_large_areas_are_taken_back_by_night(area, number, ground, dark):
    inks = printing(area, number, dark=True)
    assert (inks.ground, inks.dark, inks.light) == (ground, dark, inks.key)


def test_by_day_the_large_areas_are_the_plain_inks():
    inks = printing(Area.SH, 1, dark=False)
    assert (inks.ground, inks.dark, inks.light) == (inks.first, inks.key, inks.paper)


def test_mixing_nothing_keeps_the_colour():
    assert mix("#102030", "#FFFFFF", 0) == "#102030"
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


def test_a_printing_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        printing(Area.SH, 2, dark=False)


def test_every_ink_is_a_property_in_every_scheme_of_the_style_sheet():
    css = printing_css()
    for area, number in every_printing():
        assert css.count(f".{area}{number} {{") == 3
    for ink in Ink:
        assert css.count(f"--{ink}:#") == 42
    assert ':root[data-scheme="dark"] .NB0 {--p:#141A24' in css
    assert ':root:not([data-scheme="light"]) .NB0 {--p:#141A24' in css


def test_the_style_sheet_of_the_theme_is_current():
    assert TARGET.read_text(encoding="utf-8") == printing_css()
