"""Set a product name so that it breaks between words, not between syllables.

Vietnamese words are several syllables with spaces between. Syllables that belong together are
glued with a no-break space; what is left to the browser are breaks between words.
"""

from catalogue.label.compounds import COMPOUNDS

NO_BREAK = "\u00a0"
LONGEST = 13
_DASHES = frozenset("-–—")
_LONGEST_COMPOUND = max(len(words) for words in COMPOUNDS)


def glue(name: str) -> str:
    """Put no-break spaces where a name must not break.

    Glued are runs of capitalised syllables except after the first word, known compounds, and a
    dash to what precedes it. No glued run is longer than 13 characters, or it would not fit a
    phone card: a longer one breaks at the space nearest its middle.
    """
    words = name.replace(NO_BREAK, " ").split()
    glued = _capital_runs(words) | _compounds(words)
    glued = {i for i in glued if words[i] not in _DASHES and words[i + 1] not in _DASHES}
    runs: list[list[str]] = []
    for i, word in enumerate(words):
        if i - 1 in glued:
            runs[-1].append(word)
        else:
            runs.append([word])
    pieces = [piece for run in runs for piece in _short(run)]
    return _bind_dashes(pieces)


def glue_place(place: str) -> str:
    """Put no-break spaces into a place such as ``Mường Khương, Lào Cai``.

    It breaks only after a comma, and inside a part only where that is longer than 13 characters.
    """
    parts = place.replace(NO_BREAK, " ").split(", ")
    return ", ".join(" ".join(_short(part.split())) for part in parts)


def _capital_runs(words: list[str]) -> set[int]:
    """Give each i such that words i and i + 1 are both capitalised, the first word left out."""
    starts = _compound_starts(words)
    return {
        i
        for i in range(1, len(words) - 1)
        if words[i][:1].isupper() and words[i + 1][:1].isupper() and i + 1 not in starts
    }


def _compound_starts(words: list[str]) -> set[int]:
    return {start for start, _ in _found(words)}


def _compounds(words: list[str]) -> set[int]:
    return {i for start, end in _found(words) for i in range(start, end - 1)}


def _found(words: list[str]) -> list[tuple[int, int]]:
    """Give (start, end) of each compound in the name, the longest first at every place."""
    lowered = [word.lower().strip(",.()") for word in words]
    found, at = [], 0
    while at < len(lowered):
        for length in range(min(_LONGEST_COMPOUND, len(lowered) - at), 1, -1):
            if tuple(lowered[at : at + length]) in COMPOUNDS:
                found.append((at, at + length))
                at += length
                break
        else:
            at += 1
    return found


def _short(run: list[str]) -> list[str]:
    """Break a run until every piece has at most 13 characters, nearest the middle first."""
    text = NO_BREAK.join(run)
    if len(text) <= LONGEST or len(run) == 1:
        return [text]
    best = min(range(1, len(run)), key=lambda i: abs(len(NO_BREAK.join(run[:i])) - len(text) / 2))
    return _short(run[:best]) + _short(run[best:])


def _bind_dashes(pieces: list[str]) -> str:
    """Join the pieces with spaces; a dash stays with what precedes it."""
    text = ""
    for piece in pieces:
        if not text:
            text = piece
        else:
            text += (NO_BREAK if piece in _DASHES else " ") + piece
    return text
