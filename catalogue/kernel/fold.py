"""One spelling for looking names up: without accents, without case."""

import re
import unicodedata

_LATE_TONE = re.compile(r"(?<![qQ])([oOuU])([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?!\w)")
# "oà oá, oè oé" and "uỳ uý" end a syllable; "uà" or "oỳ" do not occur in Vietnamese.
_CLUSTERS = {"oa", "oe", "uy"}


def fold(text: str) -> str:
    """Return the text in lower case without accents, đ as d, runs of spaces as one.

    Composed and decomposed input give the same result; a typographic apostrophe (Ea H’leo) is
    read as the typed one. Unicode decomposition leaves đ whole, hence the replacement.
    """
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.lower().replace("đ", "d").replace("’", "'").split())


def respell(text: str) -> str:
    """Return the text in NFC with the tone on the first vowel of oa, oe, uy: Hòa, Thủy.

    Both spellings (Hoà, Hòa) are in official lists; the project writes one. Only open syllables
    differ, so Hoài and Huỳnh stay, and so does Quý, where u belongs to the consonant. Runs of
    white space, stray line breaks among them, become one space.
    """
    tidy = " ".join(unicodedata.normalize("NFC", text).replace("’", "'").split())
    return _LATE_TONE.sub(_move_tone, tidy)


def _move_tone(match: re.Match[str]) -> str:
    first, second = match.groups()
    parted = unicodedata.normalize("NFD", second)
    vowel, marks = parted[0], parted[1:]
    if (first + vowel).lower() not in _CLUSTERS:
        return match.group(0)
    return unicodedata.normalize("NFC", first + marks) + vowel
