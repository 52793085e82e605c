"""How often the right products come first, by the way in which people type."""

from collections.abc import Callable
from dataclasses import dataclass

#: Returns the references of at most ten products for a text, best first.
Find = Callable[[str], list[str]]


@dataclass(frozen=True)
class Score:
    """Of one class of queries: mean precision at ten, share of right first hits, of no hits."""

    queries: int
    precision: float
    success: float
    empty: float


def score(judged: list[dict], find: Find) -> dict[str, Score]:
    """Return the score of each class. Precision at ten is of what there is to find."""
    rows: dict[str, list[tuple[float, bool, bool]]] = {}
    for row in judged:
        answers, found = set(row["answers"]), find(row["query"])[:10]
        right = sum(reference in answers for reference in found)
        first = bool(found) and found[0] in answers
        rows.setdefault(row["class"], []).append((right / min(10, len(answers)), first, not found))
    return {
        name: Score(
            len(marks),
            round(sum(mark[0] for mark in marks) / len(marks), 3),
            round(sum(mark[1] for mark in marks) / len(marks), 3),
            round(sum(mark[2] for mark in marks) / len(marks), 3),
        )
        for name, marks in rows.items()
    }
