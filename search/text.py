"""One analysis of Vietnamese text, for documents and for queries alike.

The engines only ever see what this module returns, so every engine behaves the same. The facts
behind each step:

- Text is composed (NFC) first: decomposed input breaks tokenisers.
- The tone is lifted out of the syllable and written behind it as a digit, numbered as the VNI
  keyboard does (1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng), so ``hòa`` and ``hoà`` meet in ``hoa2``.
  The marks of quality (ă â ê ô ơ ư đ) stay in their letter.
- ``y`` becomes ``i`` when it is the whole rime (``mỳ`` is ``mì``, ``quý`` is ``quí``), never
  inside one (``thủy``, ``tay``, ``nguyên``).
- ``đ`` has no decomposition in Unicode, so folding names it.
- Letters and digits part (``ST25`` is ``st 25``), so both ways of writing meet, and a typed digit
  is never mistaken for a tone.
- No Vietnamese syllable ends in s, so a longer word that does is an English plural and loses it
  (``noodles`` is ``noodle``); the ``s`` that Telex puts behind a syllable goes the same way.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

#: Changes whenever the same text would give other tokens; part of the name of every index.
ANALYSIS_VERSION = "2"

_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_QUALITIES = frozenset("\u0302\u0306\u031b")
_MARKS = "".join(_TONES) + "".join(_QUALITIES)
_WORD = re.compile(rf"\d+|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*")
#: Latin letters, our marks and common punctuation: nothing in it is to be taken out.
_ONLY_OURS = re.compile(rf"[\x00-\xac\xae-\u024f\u2010-\u2027\u20ab{_MARKS}]*")
_ONSET = "ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx]"
_WHOLE_RIME_Y = re.compile(rf"(?:{_ONSET})?y")


@dataclass(frozen=True, slots=True)
class Token:
    """One syllable or number: with its marks, without them, and whether it was typed with any."""

    exact: str
    folded: str
    accented: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tokens of a text, and the folded neighbours in it joined by ``_``."""

    tokens: tuple[Token, ...]

    @property
    def exact(self) -> tuple[str, ...]:
        """Return the tokens with their marks."""
        return tuple(token.exact for token in self.tokens)

    @property
    def folded(self) -> tuple[str, ...]:
        """Return the tokens without marks."""
        return tuple(token.folded for token in self.tokens)

    @property
    def bigrams(self) -> tuple[str, ...]:
        """Return each two neighbouring folded tokens as one."""
        folded = self.folded
        return tuple(f"{left}_{right}" for left, right in pairwise(folded))


def analyse(text: str) -> Analysis:
    """Return the tokens of ``text``, in order; any string is allowed."""
    return Analysis(tuple(_token(word) for word in _words(text)))


def meaning(concept: str) -> str:
    """Return the token that stands for a concept among words; no word looks like it."""
    return f"={concept}"


def surfaces(text: str) -> tuple[str, ...]:
    """Return the words behind the tokens of ``text`` as they were typed, composed, lower-case."""
    return tuple(unicodedata.normalize("NFC", word) for word in _words(text))


def fold(text: str) -> str:
    """Return the folded tokens of ``text`` joined by one space."""
    return " ".join(analyse(text).folded)


def _words(text: str) -> list[str]:
    lowered = unicodedata.normalize("NFC", text).lower()
    if lowered.isascii():
        return _WORD.findall(lowered)
    spread = unicodedata.normalize("NFD", lowered)
    if _ONLY_OURS.fullmatch(spread):
        return _WORD.findall(spread)
    kept = "".join(
        sign
        for sign in spread
        if sign in _MARKS or unicodedata.category(sign) not in {"Mn", "Me", "Cf"}
    )
    return _WORD.findall(kept)


@lru_cache(maxsize=32_768)
def _token(word: str) -> Token:
    """Return the token of one lower-case word in NFD without foreign marks."""
    if word.isascii():
        plain = _with_i(_singular(word))
        return Token(plain, plain, accented=False)
    tone = next((_TONES[sign] for sign in word if sign in _TONES), "")
    letters = "".join(sign for sign in word if sign not in _TONES)
    composed = _with_i(_composed_once(letters))
    folded = _with_i("".join(sign for sign in letters if sign not in _QUALITIES).replace("đ", "d"))
    return Token(composed + tone, folded, accented=bool(tone) or composed != folded)


def _singular(word: str) -> str:
    """Take the ending of an English plural off."""
    if len(word) < 4 or word[-1] != "s" or word[-2] == "s":
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("oes", "shes", "ches")) else word[:-1]


def _composed_once(letters: str) -> str:
    """Compose each letter with the first of its marks; a flood of further ones is dropped."""
    once = re.sub(rf"([{_MARKS}])[{_MARKS}]+", r"\1", letters)
    return unicodedata.normalize("NFC", once)


def _with_i(syllable: str) -> str:
    """Write the lone rime ``y`` as ``i``."""
    return syllable[:-1] + "i" if _WHOLE_RIME_Y.fullmatch(syllable) else syllable
