"""What may be uploaded as a photograph: checked, cleaned, otherwise refused with a reason.

Nothing is decoded before its size is known, so a small file of enormous dimensions costs nothing.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from catalogue.pictures.metadata import BrokenFile, without_metadata

MAX_BYTES = 15 * 1024 * 1024
#: 25 megapixels: what phones write, and 100 MB when decoded.
MAX_PIXELS = 25_000_000
MAX_SIDE = 12_000
#: Pillow's names of the formats, and the ending that a file of each is kept under.
FORMATS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
_ORIENTATION = 0x0112
_TURNED = range(5, 9)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of a picture by looking: pixels as it is shown, and its mean colour."""

    width: int
    height: int
    tint: str


class CleanPicture(ContentFile):
    """A photograph without metadata, with its `Sight`; made by `clean_upload` alone."""

    def __init__(self, data: bytes, name: str, sight: Sight) -> None:
        super().__init__(data, name=name)
        self.sight = sight


def clean_upload(upload: Any) -> CleanPicture:
    """Return the photograph in ``upload`` (a Django file) as it may be kept.

    The pixels are those of the original; position, time, device and all else told beside them
    are gone. Raises `ValidationError` with a sentence for whoever uploads.
    """
    inner = getattr(upload, "file", None)
    if isinstance(upload, CleanPicture) or isinstance(inner, CleanPicture):
        return upload if isinstance(upload, CleanPicture) else inner
    if upload.size > MAX_BYTES:
        raise _refusal("too_many_bytes", _("Ảnh nặng quá 15 MB. Hãy chọn ảnh nhẹ hơn."))
    upload.seek(0)
    data = upload.read(MAX_BYTES + 1)
    upload.seek(0)
    sight, orientation, kind = _look(BytesIO(data))
    try:
        cleaned = without_metadata(data, orientation=orientation)
    except BrokenFile as broken:
        raise _not_a_picture() from broken
    stem = str(upload.name).replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return CleanPicture(cleaned, f"{stem or 'anh'}.{FORMATS[kind]}", sight)


def check_upload(upload: Any) -> None:
    """Raise `ValidationError` when `clean_upload` would; what is stored already passes."""
    if not getattr(upload, "_committed", False):
        clean_upload(upload)


def _look(file: IO[bytes]) -> tuple[Sight, int, str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=["JPEG", "PNG", "WEBP"])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise _too_many_pixels() from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise _not_a_picture() from error
    kind = image.format or ""
    if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
        raise _too_many_pixels()
    if kind != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise _refusal("animated", _("Ảnh động không dùng được ở đây. Hãy chọn ảnh tĩnh."))
    try:
        orientation = image.getexif().get(_ORIENTATION, 1)
        width, height = image.size
        # A JPEG is decoded at an eighth of its size: enough for one colour, and for its end.
        image.draft("RGB", (width // 8, height // 8))
        red, green, blue = _mean_colour(image)
    except (OSError, ValueError, SyntaxError, TypeError) as error:
        raise _not_a_picture() from error
    if orientation not in range(1, 9):
        orientation = 1
    if orientation in _TURNED:
        width, height = height, width
    return Sight(width, height, f"{red:02x}{green:02x}{blue:02x}"), orientation, kind


def _mean_colour(image: Image.Image) -> tuple[int, int, int]:
    """Return the mean colour; what is transparent shows white."""
    image.load()
    small = image.convert("RGBA").resize((1, 1), Image.Resampling.BOX)
    paper = Image.new("RGBA", (1, 1), "white")
    red, green, blue = Image.alpha_composite(paper, small).getpixel((0, 0))[:3]  # type: ignore[index]
    return int(red), int(green), int(blue)


def _not_a_picture() -> ValidationError:
    text = _("Tệp này không phải ảnh JPEG, PNG hay WebP đọc được.")
    return _refusal("not_a_picture", text)


def _too_many_pixels() -> ValidationError:
    text = _("Ảnh quá lớn: nhiều nhất 25 triệu điểm ảnh. Hãy thu nhỏ rồi tải lại.")
    return _refusal("too_many_pixels", text)


def _refusal(code: str, text: str) -> ValidationError:
    return ValidationError(text, code=code)
