"""Sizes and addresses of a photograph."""

import pytest

from catalogue.pictures.photograph import Photograph

LARGE = Photograph("0123456789abcdef", 3000, 2000, "a1b2c3")


def test_a_reference_brings_all_of_it():
    assert LARGE.reference == "0123456789abcdef-3000x2000-a1b2c3"
    assert Photograph.from_reference(LARGE.reference) == LARGE


def test_a_square_is_offered_in_every_width_and_format():
    square = LARGE.square

    assert square.avif == ", ".join(
        f"/pictures/0123456789abcdef/square-{width}.avif {width}w" for width in (320, 480, 640, 960)
    )
    assert square.src == "/pictures/0123456789abcdef/square-640.jpeg"
    assert (square.width, square.height, square.tint) == (640, 640, "a1b2c3")


def test_the_whole_keeps_its_proportions():
    whole = LARGE.whole

    assert (whole.src, whole.width, whole.height) == (
        "/pictures/0123456789abcdef/whole-1200.jpeg", 1200, 800,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("size", "square", "whole"),
    [
        ((1000, 700), (320, 480, 640), (480, 800)),
        ((500, 4000), (320, 480), (480,)),
        ((90, 60), (320,), (480,)),
    ],
)
def test_nothing_larger_than_the_original_is_offered(size, square, whole):
    photograph = Photograph("0123456789abcdef", *size, "000000")

    assert photograph.widths("square") == square
    assert photograph.widths("whole") == whole
