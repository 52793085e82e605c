"""Photographs made here: no test brings one along."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112
PLACE = {1: "N", 2: (21.0, 20.0, 10.0), 3: "E", 4: (103.0, 50.0, 5.0)}


def exif(orientation=1):
    """What a phone writes: make, way up, and where it stood."""
    told = Image.Exif()
    told[MAKE] = "Phone of a maker"
    told[ORIENTATION] = orientation
    told[GPS] = PLACE
    return told


def photograph(width=1600, height=1200, kind="JPEG", **saving):
    """The bytes of a photograph whose left half is green and whose right half is red."""
    image = Image.new("RGB", (width, height), (20, 120, 60))
    image.paste((180, 40, 30), (width // 2, 0, width, height))
    output = BytesIO()
    image.save(output, kind, **saving)
    return output.getvalue()


def upload(data=None, name="anh.jpg", content_type="image/jpeg"):
    return SimpleUploadedFile(name, photograph() if data is None else data, content_type)
