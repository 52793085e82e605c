"""What the law forbids about a certificate; `validity` says how long and by whom."""

from datetime import date, timedelta

from catalogue.certification.validity import EXTENSION_DAYS, issuer_level_for

#: Decision 26/2026/QĐ-TTg Art. 7.6a: the file for a renewal, in days before the end.
RENEWAL_OPENS = timedelta(days=180)
RENEWAL_CLOSES = timedelta(days=120)


class WrongIssuer(ValueError):
    """That level could not recognise that many stars on that day."""


class ExtensionTooLong(ValueError):
    """An extension may reach at most 180 days beyond the end."""


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
