"""Which cell of a line belongs to which column."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.certification.register.columns import (
    REQUIRED,
    SILENT_HEADERS,
    column_for_header,
    fold_header,
)
from catalogue.certification.register.rows import Refusal


@dataclass(frozen=True, slots=True)
class Headers:
    """`columns`: column name to the index of its cell. `unknown` headers are not read."""

    columns: dict[str, int]
    unknown: tuple[str, ...]
    repeated: tuple[str, ...]
    width: int

    @property
    def missing(self) -> tuple[str, ...]:
        """The required columns that no header stands for."""
        return tuple(name for name in REQUIRED if name not in self.columns)

    def refusals(self, line: int) -> list[Refusal]:
        """One note for every header that no column answers to; the lines are read without it."""
        return [
            Refusal(
                line,
                header,
                f"không biết cột “{header}”; cột này không được đọc",
                f"unknown column “{header}”; it is not read",
            )
            for header in self.unknown
        ]


def read_headers(headers: Sequence[str]) -> Headers:
    """Match headers with columns by name, Vietnamese label or alias; the first of two wins."""
    columns: dict[str, int] = {}
    unknown: list[str] = []
    repeated: list[str] = []
    width = 0
    for index, header in enumerate(headers):
        folded = fold_header(header)
        if not folded:
            continue
        width = index + 1
        column = column_for_header(header)
        if column is None:
            if folded not in SILENT_HEADERS:
                unknown.append(header.strip()[:80])
        elif column.name in columns:
            repeated.append(column.name)
        else:
            columns[column.name] = index
    return Headers(columns, tuple(unknown), tuple(repeated), width)
