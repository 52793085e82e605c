"""A whole register: the one door for whoever writes the rows."""

from pathlib import Path

from catalogue.certification.register.duplicates import part_duplicates
from catalogue.certification.register.files import UnreadableFile, read_lines
from catalogue.certification.register.parsing import parse_row
from catalogue.certification.register.rows import ReadResult, Refusal, RegisterRow
from catalogue.certification.register.sellers import agree_on_sellers


def read_register(path: Path) -> ReadResult:
    """Read xlsx, csv or json: every good row, and a refusal with line and reason for the rest.

    A file that cannot be read at all is one refusal on line 0 and no rows. Never raises for what
    a file holds.
    """
    rows: list[RegisterRow] = []
    refusals: list[Refusal] = []
    try:
        for line, cells in read_lines(path):
            if isinstance(cells, Refusal):
                refusals.append(cells)
                continue
            outcome = parse_row(line, cells)
            if isinstance(outcome, RegisterRow):
                rows.append(outcome)
            else:
                refusals += outcome
    except UnreadableFile as error:
        return ReadResult((), (Refusal(0, "", error.reason_vi, error.reason_en),))
    parted = part_duplicates(rows)
    agreed = agree_on_sellers(parted.rows)
    ordered = sorted(
        [*refusals, *parted.refusals, *agreed.refusals], key=lambda refusal: refusal.line
    )
    return ReadResult(agreed.rows, tuple(ordered))
