"""The months in which something is to be had, in words."""

from collections.abc import Iterable

from django.utils.dates import MONTHS
from django.utils.translation import get_language


def months_in_words(months: Iterable[int]) -> str:
    """Return months (1 to 12) for use in a sentence: "3, 4" or "March, April".

    Vietnamese counts its months, so the sentence says "tháng" and the number follows; English
    names them.
    """
    if (get_language() or "vi").startswith("vi"):
        return ", ".join(str(month) for month in months)
    return ", ".join(str(MONTHS[month]) for month in months)
