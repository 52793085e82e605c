"""A page as it is kept: compressed, with gaps where each visitor's own token goes.

Compressing a page takes longer than everything else about a kept one, so it is done once. Before
and after each gap stands compressed text that ends on a whole byte (RFC 1951, 3.2.3); the gap
itself is a block of uncompressed bytes (3.2.4), so a token is put in by joining bytes.
"""

import re
import zlib
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

#: Length of a masked token of Django's CSRF protection.
TOKEN_LENGTH = 64
_TOKEN = re.compile(rb"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])")
_GAP = bytes(TOKEN_LENGTH)
_GAP_HEAD = (
    b"\x00" + TOKEN_LENGTH.to_bytes(2, "little") + (~TOKEN_LENGTH & 0xFFFF).to_bytes(2, "little")
)
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_WINDOW = 32_768
_CRC_OF_GAP = zlib.crc32(_GAP)
_REVERSED_POLYNOMIAL = 0xEDB88320


class Body(NamedTuple):
    """A compressed page with gaps.

    ``crc`` is the checksum (CRC-32) of the page with its gaps full of zeros; ``columns`` say by
    how much it changes for each bit of the checksum of what fills them.
    """

    pieces: tuple[bytes, ...]
    size: int
    crc: int
    columns: tuple[int, ...]

    @property
    def has_gaps(self) -> bool:
        """Say whether the page holds a token at all."""
        return len(self.pieces) > 1

    def gzipped(self, token: bytes) -> bytes:
        """Return the page with ``token`` in every gap, as a gzip file (RFC 1952)."""
        crc = self.crc
        change = zlib.crc32(token) ^ _CRC_OF_GAP if self.has_gaps else 0
        for column in self.columns:
            if change & 1:
                crc ^= column
            change >>= 1
        tail = crc.to_bytes(4, "little") + self.size.to_bytes(4, "little")
        return _GZIP_HEAD + (_GAP_HEAD + token).join(self.pieces) + tail

    def plain(self, token: bytes) -> bytes:
        """Return the page with ``token`` in every gap, for the rare client that takes no gzip."""
        return zlib.decompress(self.gzipped(token), wbits=31)


def pack(content: bytes, *, tokens: set[bytes]) -> Body:
    """Return ``content`` compressed, with a gap wherever one of ``tokens`` stands.

    Raises `ValueError` for content with a zero byte, which is no text.
    """
    if 0 in content:
        raise ValueError("a page of text holds no zero byte")
    texts = _split(content, tokens)
    blank = _GAP.join(texts)
    pieces, seen = [], 0
    for position, text in enumerate(texts):
        # What stands before a gap may be referred to after it: its bytes are zeros here, which
        # no text holds, so no reference can point at a token.
        before = blank[max(0, seen - _WINDOW) : seen]
        packer = _packer(before)
        last = position == len(texts) - 1
        pieces.append(
            packer.compress(text) + packer.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)
        )
        seen += len(text) + TOKEN_LENGTH
    gaps = accumulate(len(text) + TOKEN_LENGTH for text in texts[:-1])
    return Body(
        pieces=tuple(pieces),
        size=len(blank),
        crc=zlib.crc32(blank),
        columns=_columns([len(blank) - end for end in gaps]),
    )


def candidates(content: bytes) -> set[bytes]:
    """Return everything in ``content`` that has the form of a masked token."""
    return set(_TOKEN.findall(content))


def _split(content: bytes, tokens: set[bytes]) -> list[bytes]:
    if not tokens:
        return [content]
    return re.split(b"|".join(map(re.escape, tokens)), content)


def _packer(before: bytes) -> "zlib._Compress":
    if before:
        return zlib.compressobj(wbits=-zlib.MAX_WBITS, zdict=before)
    return zlib.compressobj(wbits=-zlib.MAX_WBITS)


def _columns(lengths: list[int]) -> tuple[int, ...]:
    """Return what each bit of a checksum becomes when so many bytes follow, over all lengths."""
    if not lengths:
        return ()
    columns = [0] * 32
    for length in lengths:
        for bit in range(32):
            columns[bit] ^= _followed(1 << bit, length)
    return tuple(columns)


def _followed(crc: int, length: int) -> int:
    """Return what ``crc`` becomes when ``length`` zero bytes follow."""
    power = 0
    while length:
        if length & 1:
            crc = _applied(_doubled(power), crc)
        length >>= 1
        power += 1
    return crc


@lru_cache
def _doubled(power: int) -> tuple[int, ...]:
    """Return the columns for 2^``power`` zero bytes, as zlib's ``crc32_combine`` does."""
    if power:
        half = _doubled(power - 1)
        return tuple(_applied(half, column) for column in half)
    columns = []
    for bit in range(32):
        crc = 1 << bit
        for _ in range(8):
            crc = crc >> 1 ^ (_REVERSED_POLYNOMIAL if crc & 1 else 0)
        columns.append(crc)
    return tuple(columns)


def _applied(columns: tuple[int, ...], crc: int) -> int:
    result = 0
    for column in columns:
        if not crc:
            break
        if crc & 1:
            result ^= column
        crc >>= 1
    return result
