"""Text of a cell: normalised, or recognised as broken.

A cell that looks like a formula ("=1+1") is plain text and nothing else: it is never computed
here, and whoever writes it into a spreadsheet again has to quote it.
"""

import re
import unicodedata

_LATIN_LEADS = "\u00c2\u00c3\u00c4\u00c5\u00c6"
_CONTINUATIONS = "\u0080-\u009f\u00a1-\u00bf\u20ac\u201a\u0192\u201e\u2020\u2021\u02c6\u2030"
_CONTINUATIONS += "\u0160\u2039\u0152\u017d\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_ANY_CONTINUATION = _CONTINUATIONS + "\u00a0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u2026"
#: UTF-8 read as Windows-1252: "á" became "Ã¡", "ậ" became "áº­", a dash became "â€“".
_MOJIBAKE = re.compile(
    f"[{_LATIN_LEADS}][{_CONTINUATIONS}]"
    f"|\u00e1[\u00b8-\u00bb][{_ANY_CONTINUATION}]"
    f"|\u00e2\u20ac[{_ANY_CONTINUATION}]"
)


def is_broken(text: str) -> bool:
    """Whether text lost its encoding: replacement characters, control characters or mojibake."""
    if "\ufffd" in text or _MOJIBAKE.search(text):
        return True
    if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\t\n\r" for sign in text):
        return True
    return _reads_as_utf8(text)


def _reads_as_utf8(text: str) -> bool:
    """Whether the whole text, taken back to bytes, is UTF-8 with letters beyond ASCII."""
    if text.isascii():
        return False
    try:
        text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    return True


def clean_text(value: object) -> str:
    """The text of a cell in NFC with single spaces; None and blank are the empty text.

    Invisible format signs (byte order marks, zero-width spaces) are dropped; a whole number held
    as a float (a spreadsheet's habit) loses its ".0".
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    visible = (sign for sign in str(value) if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFC", "".join(visible)).split())
