"""Take out of a photograph's file what it tells beside the picture; the pixels stay bit by bit.

Phones write where and when a picture was taken, with what, sometimes a film of the seconds before
(ITU-T T.81 for JPEG, PNG third edition, the WebP container specification). Kept are the pixels,
the colour profile and the way up.
"""

import struct
from collections.abc import Iterator
from itertools import pairwise
from zlib import crc32

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TELLING = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}
_WEBP_TELLING = {b"EXIF", b"XMP "}
_WEBP_FLAGS_OF_TELLING = 0x08 | 0x04
_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_RESTARTS = range(0xD0, 0xD8)
_APPS = range(0xE0, 0xF0)


class BrokenFile(ValueError):
    """The file does not have the form that its first bytes promise."""


def without_metadata(data: bytes, *, orientation: int = 1) -> bytes:
    """Return a JPEG, PNG or WebP file without what it tells beside the picture.

    ``orientation`` is the way up by EXIF, 1 to 8; other than 1 it is written again, alone.
    Raises `BrokenFile`.
    """
    try:
        if data.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(data, orientation))
        if data.startswith(_PNG):
            return b"".join(_png(data, orientation))
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data, orientation)
    except (struct.error, IndexError) as error:
        raise BrokenFile(str(error)) from error
    raise BrokenFile("neither JPEG, PNG nor WebP")


def _jpeg(data: bytes, orientation: int) -> Iterator[bytes]:
    """Yield the segments that stay; what follows the end of the picture does not."""
    yield data[:2]
    if orientation != 1:
        body = b"Exif\x00\x00" + _exif(orientation)
        yield b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    at = 2
    while True:
        if data[at] != 0xFF:
            raise BrokenFile(f"no marker at {at}")
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker == _EOI:
            yield data[at : at + 2]
            return
        else:
            end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
            if marker == _SOS:
                end = _end_of_scan(data, end)
            if end > len(data) or end < at + 4:
                raise BrokenFile(f"segment at {at} leaves the file")
            if _stays(marker, data[at + 4 : at + 18]):
                yield data[at:end]
            at = end


def _stays(marker: int, start: bytes) -> bool:
    if marker == 0xE2:
        return start.startswith(b"ICC_PROFILE\x00")
    if marker == 0xE0:
        return start.startswith(b"JFIF\x00")
    if marker == 0xEE:
        return start.startswith(b"Adobe")
    return marker not in _APPS and marker != _COM


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the coded pixels end: at a marker that is neither padding nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise BrokenFile("the picture has no end")
        if data[at + 1] != 0 and data[at + 1] not in _RESTARTS and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2


def _png(data: bytes, orientation: int) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise BrokenFile(f"chunk at {at} leaves the file")
        if kind not in _PNG_TELLING:
            yield data[at:end]
        if kind == b"IHDR" and orientation != 1:
            yield _png_chunk(b"eXIf", _exif(orientation))
        if kind == b"IEND":
            return
        at = end


def _png_chunk(kind: bytes, body: bytes) -> bytes:

    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc32(kind + body))


def _webp(data: bytes, orientation: int) -> bytes:
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    if end > len(data):
        raise BrokenFile("the file is shorter than it says")
    starts, at = [], 12
    while at < end:
        starts.append(at)
        length = struct.unpack_from("<I", data, at + 4)[0]
        at += 8 + length + length % 2
    if at > len(data):
        raise BrokenFile("a chunk leaves the file")
    chunks = [data[first:last] for first, last in pairwise([*starts, at])]
    kept = [_webp_flags(chunk, orientation) for chunk in chunks if chunk[:4] not in _WEBP_TELLING]
    if orientation != 1 and kept and kept[0].startswith(b"VP8X"):
        exif = _exif(orientation)
        kept.append(b"EXIF" + struct.pack("<I", len(exif)) + exif + b"\x00" * (len(exif) % 2))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_flags(chunk: bytes, orientation: int) -> bytes:
    if not chunk.startswith(b"VP8X"):
        return chunk
    flags = chunk[8] & ~_WEBP_FLAGS_OF_TELLING & 0xFF
    if orientation != 1:
        flags |= 0x08
    return chunk[:8] + bytes([flags]) + chunk[9:]


def _exif(orientation: int) -> bytes:
    """Return an EXIF block (TIFF 6.0, big-endian) with the orientation (tag 0x0112) alone."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
