"""How long a certificate runs, and who may issue which stars on which day."""

import calendar
from dataclasses import dataclass
from datetime import date

from catalogue.certification.register.rows import IssuerLevel

#: A certificate lives 36 months from its issue (26/2026/QĐ-TTg Art. 4.3).
VALIDITY_MONTHS = 36
#: While a renewal is being decided, at most 180 days past the end (26/2026/QĐ-TTg Art. 12.3).
EXTENSION_DAYS = 180
#: The least average score of each number of stars with a certificate (26/2026/QĐ-TTg Art. 3.3).
LEAST_SCORES = {3: 50, 4: 70, 5: 90}


@dataclass(frozen=True, slots=True)
class IssuingPeriod:
    """From `since` on, this level of state gives three, four and five stars."""

    since: date
    levels: dict[int, IssuerLevel]


_PROVINCE_LED = {
    3: IssuerLevel.PROVINCE,
    4: IssuerLevel.PROVINCE,
    5: IssuerLevel.MINISTRY,
}
_DISTRICT_LED = {
    3: IssuerLevel.DISTRICT,
    4: IssuerLevel.PROVINCE,
    5: IssuerLevel.MINISTRY,
}

#: Newest first: 26/2026/QĐ-TTg kept what 1489/QĐ-TTg (6 July 2025) had moved to the province;
#: 148/QĐ-TTg (24 February 2023) had given three stars to the district; 1048/QĐ-TTg is the first.
PERIODS: tuple[IssuingPeriod, ...] = (
    IssuingPeriod(date(2025, 7, 6), _PROVINCE_LED),
    IssuingPeriod(date(2023, 2, 24), _DISTRICT_LED),
    IssuingPeriod(date(2019, 8, 21), _PROVINCE_LED),
)


def issuer_level_for(stars: int, issued_on: date) -> IssuerLevel | None:
    """The level that gave `stars` (3 to 5) on a day; None before the first national criteria.

    Source: Quyết định 1048/QĐ-TTg of 21 August 2019, 148/QĐ-TTg, 1489/QĐ-TTg, 26/2026/QĐ-TTg.
    """
    for period in PERIODS:
        if issued_on >= period.since:
            return period.levels[stars]
    return None


def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day when it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def end_of_validity(issued_on: date) -> date:
    """The last day of a certificate issued on `issued_on` (26/2026/QĐ-TTg Art. 4.3)."""
    return months_later(issued_on, VALIDITY_MONTHS)
