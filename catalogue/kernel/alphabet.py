"""The order of the Vietnamese alphabet, in which a reader looks for a name in a list.

Ă and â come after a, đ after d, ê after e, ô and ơ after o, ư after u: Cà Mau, Cao Bằng, Cần Thơ.
A tone only decides between words that are otherwise the same, in the order of the school books:
none, grave, hook, tilde, acute, dot (TCVN 6909:2001 has the letters; databases differ, so lists are
put in order here).
"""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: chr(0x100 + place) for place, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def alphabet_key(text: str) -> tuple[str, str]:
    """Return what ``text`` is sorted by: its letters first, then its tones.

    Case and composition do not matter; a space comes before every letter, so An Giang stands
    before Anh Sơn.
    """
    letters, tones = [], []
    for letter in unicodedata.normalize("NFC", text).lower():
        decomposed = unicodedata.normalize("NFD", letter)
        marks = [mark for mark in decomposed if mark in _TONES]
        bare = unicodedata.normalize(
            "NFC", "".join(mark for mark in decomposed if mark not in _TONES)
        )
        letters.append(_PLACE.get(bare, bare))
        tones.append(_TONES[marks[0]] if marks else "0")
    return "".join(letters), "".join(tones)
