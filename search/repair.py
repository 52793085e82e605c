"""What a word with a slip of the finger was meant to be, by the words the shop knows.

Only a word that no product bears is repaired; where all are known and still nothing fits, one of
them is taken for the slip. A candidate is one slip away (a letter missing, too many, wrong or two
swapped), or the word is two run together. Of several the one that stands beside its neighbours in
some product wins, then the commoner.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from string import ascii_lowercase

#: Asks an index how many products hold each of these words, or pairs of words.
Frequencies = Callable[[str, Sequence[str]], Mapping[str, int]]

SHORTEST = 3
#: How many candidates of a word are looked at closely, and how many repaired texts are tried.
CLOSE, TRIED = 60, 4
#: A slip in the first letter is rarer than one further on.
FIRST_LETTER = 0.2


def repairs(words: Sequence[str], frequencies: Frequencies) -> list[tuple[str, ...]]:
    """Return texts that may have been meant, likeliest first; at most `TRIED`."""
    known = frequencies("word", words)
    unknown = [place for place, word in enumerate(words) if not known.get(word)]
    if len(unknown) > 3:
        return []
    if not unknown:
        return _with_one_slip(words, frequencies)
    texts = [tuple(words)]
    for place in unknown:
        choices = _candidates(words[place], frequencies)
        if not choices:
            return []
        # What earlier repairs put in may be two words, so the place has moved.
        texts = [
            text
            for one in texts
            for text in _ranked(one, place + len(one) - len(words), choices, frequencies)
        ][: TRIED * 2]
    return texts[:TRIED]


def _with_one_slip(words: Sequence[str], frequencies: Frequencies) -> list[tuple[str, ...]]:
    """Return the texts in which one known word is another that fits its neighbours."""
    if len(words) < 2:
        return []
    scored = []
    for place, word in enumerate(words):
        for candidate, count in _candidates(word, frequencies).items():
            scored.append((place, candidate, count))
    pairs = {pair for place, chosen, _ in scored for pair in _pairs(words, place, chosen)}
    together = frequencies("pair", sorted(pairs))
    fitting = []
    for place, chosen, count in scored:
        found = [together.get(pair, 0) for pair in _pairs(words, place, chosen)]
        if all(found):
            fitting.append((sum(found) * _likeness(words[place], chosen), count, place, chosen))
    best = sorted(fitting, key=lambda one: (-one[0], -one[1], one[2], one[3]))[:TRIED]
    return [_replaced(words, place, chosen) for _score, _count, place, chosen in best]


def _ranked(
    words: Sequence[str], place: int, choices: Mapping[tuple[str, ...], int], ask: Frequencies
) -> list[tuple[str, ...]]:
    pairs = {pair for chosen in choices for pair in _pairs(words, place, chosen)}
    together = ask("pair", sorted(pairs))

    def rank(chosen: tuple[str, ...]) -> tuple[float, float, tuple[str, ...]]:
        found = [together.get(pair, 0) for pair in _pairs(words, place, chosen)]
        fit = sum(1 for count in found if count) + sum(found) / 1_000
        likeness = _likeness(words[place], chosen)
        return (-fit * likeness, -choices[chosen] * likeness, chosen)

    return [_replaced(words, place, chosen) for chosen in sorted(choices, key=rank)[:TRIED]]


def _replaced(words: Sequence[str], place: int, chosen: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[:place], *chosen, *words[place + 1 :])


def _likeness(word: str, chosen: tuple[str, ...]) -> float:
    return 1.0 if chosen[0][:1] == word[:1] else FIRST_LETTER


def _pairs(words: Sequence[str], place: int, chosen: tuple[str, ...]) -> list[str]:
    line = [*words[max(0, place - 1) : place], *chosen, *words[place + 1 : place + 2]]
    return [f"{left}_{right}" for left, right in pairwise(line)]


def _candidates(word: str, frequencies: Frequencies) -> dict[tuple[str, ...], int]:
    """Return the known words one slip from ``word``, and the two it may have run together."""
    if len(word) < 2 or not (word.isascii() and word.isalpha()) or len(word) > 12:
        return {}
    single = frequencies("word", sorted(_one_slip(word))) if len(word) >= SHORTEST else {}
    best = sorted(single.items(), key=lambda item: (-item[1], item[0]))[:CLOSE]
    found: dict[tuple[str, ...], int] = {(other,): count for other, count in best if count}
    halves = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    if halves:
        pairs = frequencies("pair", [f"{left}_{right}" for left, right in halves])
        found |= {half: pairs[key] for half in halves if pairs.get(key := "_".join(half))}
    return found


def _one_slip(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    missing = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    wrong = {left + sign + right[1:] for left, right in cuts if right for sign in ascii_lowercase}
    extra = {left + sign + right for left, right in cuts for sign in ascii_lowercase}
    return {other for other in missing | swapped | wrong | extra if len(other) > 1} - {word}
