"""What is told beside the pixels goes; the pixels stay bit by bit."""

import struct
from contextlib import suppress
from io import BytesIO
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from catalogue.pictures.metadata import BrokenFile, without_metadata
from tests.factories.pictures import GPS, MAKE, ORIENTATION, exif, photograph

XMP = b"<x:xmpmeta><exif:GPSLatitude>21,20.2N</exif:GPSLatitude></x:xmpmeta>"
FORMATS = ["JPEG", "PNG", "WEBP"]


def opened(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_place_and_device_go_and_the_way_up_stays(kind, orientation):
    before = photograph(64, 48, kind, exif=exif(orientation))
    assert opened(before).getexif().get_ifd(GPS)

    after = without_metadata(before, orientation=orientation)

    kept = opened(after).getexif()
    assert dict(kept) == ({} if orientation == 1 else {ORIENTATION: orientation})
    assert kept.get_ifd(GPS) == {}
    assert MAKE not in kept
    assert b"Phone of a maker" not in after
    assert opened(after).tobytes() == opened(before).tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_xmp_goes(kind):
    before = photograph(64, 48, kind, xmp=XMP)
    assert b"GPSLatitude" in before

    assert b"GPSLatitude" not in without_metadata(before)


def test_the_colour_profile_stays():
    profile = b"a profile of colours" * 20
    for kind in FORMATS:
        after = without_metadata(photograph(64, 48, kind, icc_profile=profile))
        assert opened(after).info["icc_profile"] == profile


def test_what_follows_a_jpeg_goes_with_comments_and_thumbnails():
    film = b"\x00\x00\x00\x18ftypmp42 a film of the seconds before"
    before = photograph(64, 48, comment=b"at home") + film

    after = without_metadata(before)

    assert after.endswith(b"\xff\xd9")
    assert b"ftyp" not in after
    assert b"at home" not in after


def test_a_progressive_jpeg_with_restarts_keeps_every_scan():
    before = photograph(200, 100, progressive=True, restart_marker_blocks=2, exif=exif())

    assert opened(without_metadata(before)).tobytes() == opened(before).tobytes()


def test_text_chunks_of_a_png_go():
    before = photograph(16, 16, "PNG")
    body = b"Location\x00Lat 21.3"
    chunk = struct.pack(">I", len(body)) + b"tEXt" + body
    chunk += struct.pack(">I", crc32(b"tEXt" + body))
    told = before[:33] + chunk + before[33:]

    assert without_metadata(told) == before


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8", b"RIFF\x00\x00"],
)
def test_other_files_are_refused(data):
    with pytest.raises(BrokenFile):
        without_metadata(data)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_cut_short_is_refused(kind):
    data = photograph(64, 48, kind)
    for end in range(12, len(data) - 1, 7):
        with pytest.raises(BrokenFile):
            without_metadata(data[:end])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FORMATS), st.integers(0, 600), st.binary(min_size=1, max_size=6))
def test_whatever_is_broken_ends_as_a_file_or_as_a_refusal(kind, at, noise):
    data = bytearray(photograph(24, 16, kind, exif=exif()))
    data[at : at + len(noise)] = noise
    with suppress(BrokenFile):
        assert len(without_metadata(bytes(data))) <= len(data)
