"""Room for more than one seller on the first page."""

from collections import Counter
from collections.abc import Sequence

from search.engine import Hit

#: At most so many products of one seller on the first page, where there are others to show.
MOST_OF_A_SELLER = 3


def spread(hits: Sequence[Hit], *, first: int) -> list[Hit]:
    """Return ``hits`` with at most three of one seller among the first ``first``.

    The others follow in their order; where sellers are too few to fill the page, they fill it.
    """
    page: list[Hit] = []
    later: list[Hit] = []
    shown: Counter[int] = Counter()
    for hit in hits:
        if len(page) < first and shown[hit.seller] < MOST_OF_A_SELLER:
            shown[hit.seller] += 1
            page.append(hit)
        else:
            later.append(hit)
    return page + later
