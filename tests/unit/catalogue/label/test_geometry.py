"""The carved line: exact path data."""

from hypothesis import given
from hypothesis import strategies as st

from catalogue.label.geometry import (
    along,
    bend,
    capsule,
    cut,
    diamond,
    disc,
    drop,
    join,
    number,
    polar,
    polygon,
    rectangle,
    ring,
    shape,
    turned,
    wheel,
)


def test_numbers_are_rounded_to_halves_and_written_short():
    written = [number(value) for value in (0, -0.1, 0.5, -0.5, 12.24, 12.26, 12.76, -3.5)]
    assert written == ["0", "0", ".5", "-.5", "12", "12.5", "13", "-3.5"]


@given(st.floats(min_value=-1000, max_value=1000))
def test_a_written_number_is_within_a_quarter_of_its_value(value):
    assert abs(float(number(value)) - value) <= 0.25


def test_a_minus_sign_separates_numbers():
    assert join((1, -2, 3)) == "1-2 3"


def test_a_cut_bellies_out_on_both_sides():
    assert cut((0, 0), (100, 0), 10) == "M0 0Q50 10 100 0Q50-10 0 0Z"
    assert cut((0, 0), (100, 0), 10, 0.2) == "M0 0Q20 10 100 0Q20-10 0 0Z"


def test_straight_figures():
    assert rectangle(1, 2, 3, 4) == "M1 2h3v4h-3Z"
    assert polygon((0, 0), (4, 0), (4, 4)) == "M0 0L4 0L4 4Z"
    assert diamond((10, 10), 5) == "M10 5L15 10L10 15L5 10Z"


def test_round_figures():
    assert disc((10, 10), 5) == "M5 10a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"
    assert ring((10, 10), 5, 2).startswith(disc((10, 10), 5))
    assert ring((10, 10), 5, 2).endswith("M8 10a2 2 0 1 1 4 0a2 2 0 1 1 -4 0Z")
    assert capsule((0, 0), (10, 0), 5) == "M0-5L10-5A5 5 0 0 1 10 5L0 5A5 5 0 0 1 0-5Z"


def test_a_drop_points_where_it_is_told():
    assert drop((0, 0), 10, 30).startswith("M0-30Q")
    assert drop((0, 0), 10, 30, 90).startswith("M0 30Q")


def test_a_bend_is_wide_at_its_root_and_sharp_at_its_tip():
    assert bend((0, 0), (0, -50), (50, -50), 10) == "M5 0Q5-50 50-50Q-5-50 -5 0Z"


def test_a_turned_shape_is_mirrored_about_its_axis():
    path = turned(100, ((10, 0), (20, 50)))
    assert path.startswith("M90 0C") and "80 50L120 50C" in path and path.endswith("110 0Z")


def test_a_free_shape_is_scaled_mirrored_and_moved():
    corner = (((0, 0),), ((10, 0),), ((10, 10), (0, 10)))
    assert shape(*corner, origin=(5, 5), across=-2) == "M5 5L-15 5Q-15 15 5 15Z"


def test_places_along_a_bend():
    assert along((0, 0), (50, 0), (100, 0), 0.5) == ((50, 0), 0)
    assert polar((0, 0), 10, 0) == (10, 0)


def test_a_wheel_has_as_many_spokes_as_asked():
    assert wheel((0, 0), 5, 10, 12, 3).count("M") == 12
