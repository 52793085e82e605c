"""From a file to the database, for real or for a look."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from catalogue.certification.register.reading import read_register
from catalogue.certification.register.writing import WriteReport, write_register


def import_register(*, path: Path, commit: bool, at: datetime) -> WriteReport:
    """Read ``path`` and write its good rows; without ``commit`` everything is rolled back.

    The report holds the refusals of reading and of writing, in the order of the lines. Never
    raises for what a file holds.
    """
    result = read_register(path)
    with transaction.atomic():
        report = write_register(rows=result.rows, at=at)
        if not commit:
            transaction.set_rollback(True)
    report.refusals = sorted([*result.refusals, *report.refusals], key=lambda each: each.line)
    return report
