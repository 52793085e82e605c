"""What was meant when the keyboard was not listening: Telex and VNI keystrokes read back.

``traf moocj chaau`` and ``tra2 mo65c cha6u`` are both ``trà mộc châu``. Only a word that reads as a
Vietnamese syllable is decoded, so English and product codes stay: ``coffee``, ``ST25``.
"""

import re
import unicodedata

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_HAT = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"o": "ơ", "u": "ư"}
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = frozenset("ăâêôơư")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:uyê|uya|iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|uyu|"
    r"ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|ui|uê|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|"
    r"[aăâeêioôơuưy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)
_WORD = re.compile(r"[a-z]+[a-z0-9]*")
LONGEST = 9


def decode(word: str) -> str | None:
    """Return the syllable that these keys of Telex or VNI give, composed, or None."""
    keys = word.lower()
    if len(keys) > LONGEST or not _WORD.fullmatch(keys):
        return None
    reader = _Vni if any(key.isdigit() for key in keys) else _Telex
    typed = reader()
    for key in keys:
        if not typed.press(key):
            return None
    return typed.syllable()


class _Typing:
    """One syllable while it is being typed."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.tone = ""
        self.changed = False

    def press(self, key: str) -> bool:
        """Take one key; False when no syllable can come of it."""
        raise NotImplementedError

    def syllable(self) -> str | None:
        """Return what was typed, if a key did something and it is a syllable."""
        plain = "".join(self.letters).replace("ưo", "ươ")
        self.letters = list(plain)
        if not self.changed or not _SYLLABLE.fullmatch(plain):
            return None
        if self.tone:
            at = self._toned()
            self.letters[at] += self.tone
        return unicodedata.normalize("NFC", "".join(self.letters))

    def set_tone(self, tone: str) -> bool:
        """Set the tone, once."""
        if self.tone or not self._vowels():
            return False
        self.tone, self.changed = tone, True
        return True

    def swap(self, changes: dict[str, str]) -> bool:
        """Give the last fitting letter its mark."""
        for at in range(len(self.letters) - 1, -1, -1):
            if self.letters[at] in changes:
                self.letters[at] = changes[self.letters[at]]
                self.changed = True
                return True
        return False

    def horn(self) -> bool:
        """Put the horn on o and u: on both of ``uo``, on the first of ``uu``, else on the last."""
        plain = "".join(self.letters)
        at = max(plain.find("uo"), plain.find("ưo"), plain.find("uơ"))
        if at >= 0 and not plain.startswith("q"):
            self.letters[at : at + 2] = ["ư", "ơ"]
        elif "uu" in plain:
            self.letters[plain.find("uu")] = "ư"
        else:
            return self.swap(_HORN) or "ơ" in self.letters or "ư" in self.letters
        self.changed = True
        return True

    def _vowels(self) -> list[int]:
        return [at for at, letter in enumerate(self.letters) if letter in _VOWELS]

    def _toned(self) -> int:
        """Return where the tone stands: on the marked vowel, else by the rime's shape."""
        vowels = self._vowels()
        plain = "".join(self.letters)
        if len(vowels) > 1 and plain.startswith(("qu", "gi")):
            vowels = [at for at in vowels if at != 1] or vowels
        marked = [at for at in vowels if self.letters[at] in _MARKED]
        if marked:
            return marked[-1]
        closed = vowels[-1] < len(self.letters) - 1
        return vowels[-1] if closed or len(vowels) == 1 else vowels[-2 if len(vowels) == 2 else 1]


class _Telex(_Typing):
    def press(self, key: str) -> bool:
        letters = self.letters
        if key in _TELEX_TONES and self._vowels():
            return self.set_tone(_TELEX_TONES[key])
        if key == "w":
            return self._press_w()
        if key in _HAT and key in letters and (letters[-1] == key or letters[-1] not in _VOWELS):
            at = len(letters) - 1 - letters[::-1].index(key)
            letters[at], self.changed = _HAT[key], True
            return True
        if key == "d" and letters[:1] == ["d"]:
            letters[0], self.changed = "đ", True
            return True
        letters.append(key)
        return key not in "fjz"

    def _press_w(self) -> bool:
        if not self._vowels():
            self.letters.append("ư")
            self.changed = True
            return True
        if "u" in self.letters or "o" in self.letters:
            # of oa and ua the mark is the a's: hoặc, quặn
            bare = "".join(self.letters)
            if "oa" in bare or bare.startswith("qua"):
                return self.swap({"a": "ă"})
            return self.horn()
        return self.swap({"a": "ă"}) or self.horn()


class _Vni(_Typing):
    def press(self, key: str) -> bool:
        marks = {"6": _HAT, "8": {"a": "ă"}, "9": {"d": "đ"}}
        if key in _VNI_TONES:
            return self.set_tone(_VNI_TONES[key])
        if key == "7":
            return self.horn()
        if key in marks:
            return self.swap(marks[key])
        self.letters.append(key)
        return key != "0"
