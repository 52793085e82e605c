"""What may be uploaded, and what is refused before it costs anything."""

import struct
import tracemalloc
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from catalogue.pictures.upload import MAX_BYTES, clean_upload
from tests.factories.pictures import exif, photograph, upload


def refused(file):
    with pytest.raises(ValidationError) as refusal:
        clean_upload(file)
    return refusal.value.code


def bomb(width, height):
    """A PNG of a few hundred bytes that says it is enormous."""

    def chunk(kind, body):
        crc = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\x00" * 4096))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixels + chunk(b"IEND", b"")


def test_a_photograph_is_kept_with_its_size_and_colour():
    clean = clean_upload(upload(photograph(600, 400, exif=exif())))

    assert (clean.name, clean.sight.width, clean.sight.height) == ("anh.jpg", 600, 400)
    red, green, blue = bytes.fromhex(clean.sight.tint)
    assert (abs(red - 100), abs(green - 80), abs(blue - 45)) < (6, 6, 6)
    assert len(Image.open(clean).getexif()) == 0


def test_a_photograph_taken_upright_is_as_high_as_it_is_shown():
    sight = clean_upload(upload(photograph(600, 400, exif=exif(6)))).sight

    assert (sight.width, sight.height) == (400, 600)


def test_what_is_clean_is_not_cleaned_again():
    clean = clean_upload(upload())

    assert clean_upload(clean) is clean


def test_the_name_is_a_name_and_its_ending_tells_the_truth():
    file = upload(photograph(64, 48, "PNG"), name="..\\..\\etc/chè.jpg")
    file.name = "..\\..\\etc/chè.jpg"

    assert clean_upload(file).name == "chè.png"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\xff\xd8\xff\xe0 and then nothing",
        photograph(64, 48)[:-40],
        photograph(64, 48, "GIF"),
        photograph(64, 48, "TIFF"),
    ],
)
def test_what_is_no_photograph_is_refused(data):
    assert refused(upload(data)) == "not_a_picture"


@pytest.mark.parametrize("size", [(50_000, 50_000), (12_001, 10), (5_001, 5_000), (20_000, 9_000)])
def test_too_many_pixels_are_refused_without_decoding_one(size):
    file = upload(bomb(*size), name="bomb.png")
    tracemalloc.start()
    try:
        assert refused(file) == "too_many_pixels"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_too_many_bytes_are_refused_before_they_are_read():
    file = upload()
    file.file.close()  # reading it would fail
    file.size = MAX_BYTES + 1

    assert refused(file) == "too_many_bytes"


def test_moving_pictures_are_refused():
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "green")]
    output = BytesIO()
    frames[0].save(output, "WEBP", save_all=True, append_images=frames[1:])

    assert refused(upload(output.getvalue(), "x.webp")) == "animated"


def test_what_is_transparent_shows_paper():
    output = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(output, "PNG")

    assert clean_upload(upload(output.getvalue(), "x.png")).sight.tint == "ffffff"
