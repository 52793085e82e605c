"""What the law forbids about a certificate; `validity` says how long and by whom."""

from datetime import date, timedelta
from decimal import Decimal

from catalogue.certification.validity import (
    EXTENSION_DAYS,
    LEAST_SCORES,
    end_of_validity,
    issuer_level_for,
)

#: Decision 26/2026/QĐ-TTg Art. 7.6a: the file for a renewal, in days before the end.
RENEWAL_OPENS = timedelta(days=180)
RENEWAL_CLOSES = timedelta(days=120)


class WrongIssuer(ValueError):
    """That level could not recognise that many stars on that day."""


class ExtensionTooLong(ValueError):
    """An extension may reach at most 180 days beyond the end."""


class WrongDay(ValueError):
    """A decision is dated after the day on which it is written down, or its days are crossed."""


class WrongEnd(ValueError):
    """A certificate ends after its issue, and at most 36 months after it."""


class ScoreTooLow(ValueError):
    """So many stars stand on a higher score."""


class OlderThanLive(ValueError):
    """The product has a later certificate, which an earlier decision can't supersede."""


def check_issuer(*, level: str, stars: int, issued_on: date) -> None:
    """Raise `WrongIssuer` unless ``level`` recognised ``stars`` (3 to 5) on ``issued_on``."""
    if level != issuer_level_for(stars, issued_on):
        raise WrongIssuer(f"{level} / {stars} stars / {issued_on}")


def check_extension(*, ends_on: date, extended_until: date) -> None:
    """Raise `ExtensionTooLong` when ``extended_until`` is over 180 days past ``ends_on``.

    Decision 26/2026/QĐ-TTg Art. 12.3: the old certificate stays valid until the result.
    """
    if not ends_on < extended_until <= ends_on + timedelta(days=EXTENSION_DAYS):
        raise ExtensionTooLong(f"{ends_on} → {extended_until}")


def check_end(*, issued_on: date, ends_on: date) -> None:
    """Raise `WrongEnd` unless the end is after the issue and within its 36 months (Art. 4.3)."""
    if not issued_on < ends_on <= end_of_validity(issued_on):
        raise WrongEnd(f"{issued_on} → {ends_on}")


def check_score(*, stars: int, score: Decimal | None) -> None:
    """Raise `ScoreTooLow` for a score below the band of ``stars`` (Art. 3.3, 4.1).

    A higher score is no mistake: a gate of the rubric that was missed lowers the stars.
    """
    if score is not None and score < LEAST_SCORES[stars]:
        raise ScoreTooLow(f"{score} / {stars} stars")


def check_day(*, decided_on: date, today: date, since: date | None = None) -> None:
    """Raise `WrongDay` for a decision of a day to come, or of one before ``since``."""
    if decided_on > today or (since is not None and decided_on < since):
        raise WrongDay(f"{decided_on}")
