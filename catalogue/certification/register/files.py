"""Opening a register: xlsx, csv or json to numbered lines of column names and raw cells.

A file comes from outside: its size, its rows, its columns and what a compressed workbook unpacks
to are limited before anything is read.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from openpyxl import load_workbook  # it ships no types

from catalogue.certification.register.headers import Headers, read_headers
from catalogue.certification.register.rows import Refusal

FILE_LIMIT_BYTES = 20 * 1024 * 1024
UNPACKED_LIMIT_BYTES = 200 * 1024 * 1024
PACKING_RATIO_LIMIT = 200
ROW_LIMIT = 20_000
COLUMN_LIMIT = 100
DELIMITERS = (",", ";", "\t")

#: A line with its cells by column name, or with the reason why it cannot be read at all.
Line = tuple[int, Mapping[str, object] | Refusal]


class UnreadableFile(Exception):
    """A file that cannot be read as a register. Carries the reason in both languages."""

    def __init__(self, reason_vi: str, reason_en: str) -> None:
        super().__init__(reason_en)
        self.reason_vi = reason_vi
        self.reason_en = reason_en


def read_lines(path: Path) -> Iterator[Line]:
    """The lines of a register. Raises UnreadableFile, also while the lines are being taken."""
    readers = {".xlsx": _read_xlsx, ".csv": _read_csv, ".json": _read_json}
    reader = readers.get(path.suffix.casefold())
    if reader is None:
        raise UnreadableFile(
            f"không đọc được tệp “{path.suffix}”; dùng .xlsx, .csv hoặc .json",
            f"cannot read a “{path.suffix}” file; use .xlsx, .csv or .json",
        )
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFile("không mở được tệp", "the file cannot be opened") from error
    if size > FILE_LIMIT_BYTES:
        raise UnreadableFile("tệp lớn hơn 20 MB", "the file is larger than 20 MB")
    return reader(path)


def _read_xlsx(path: Path) -> Iterator[Line]:
    _check_archive(path)
    try:
        workbook = load_workbook(path, read_only=True, data_only=False, keep_links=False)
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True, max_col=COLUMN_LIMIT)
        yield from _table_lines(enumerate((list(row) for row in rows), start=1))
        workbook.close()
    except UnreadableFile:
        raise
    # A damaged workbook fails in the zip, the XML or openpyxl's own reading of either.
    except Exception as error:
        raise UnreadableFile(
            "tệp Excel bị hỏng hoặc không phải .xlsx",
            "a damaged workbook, or not .xlsx",
        ) from error


def _check_archive(path: Path) -> None:
    """Refuse an archive that would unpack to far more than a register can be."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableFile(
            "tệp Excel bị hỏng hoặc không phải .xlsx",
            "a damaged workbook, or not .xlsx",
        ) from error
    unpacked = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if unpacked > UNPACKED_LIMIT_BYTES or unpacked > packed * PACKING_RATIO_LIMIT:
        raise UnreadableFile("tệp Excel bung ra quá lớn", "the workbook unpacks to far too much")


def _read_csv(path: Path) -> Iterator[Line]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            "tệp csv không ở bảng mã UTF-8; trong Excel chọn “CSV UTF-8” khi lưu",
            "the csv file is not UTF-8; in Excel save it as “CSV UTF-8”",
        ) from error
    if "\x00" in text:
        raise UnreadableFile("tệp csv có ký tự rỗng", "the csv file holds NUL characters")
    first_line = text.split("\n", 1)[0]
    delimiter = max(
        DELIMITERS,
        key=lambda sign: len(read_headers(first_line.strip().split(sign)).columns),
    )
    yield from _table_lines(_csv_records(text, delimiter))


def _csv_records(text: str, delimiter: str) -> Iterator[tuple[int, list[object]]]:
    """Records with the number of their first line; a record may run over several."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    started = 1
    try:
        for record in reader:
            yield started, list(record)
            started = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile(
            f"dòng {started}: dấu nháy hoặc ô không đúng dạng csv",
            f"line {started}: quotes or a cell are not proper csv",
        ) from error


def _read_json(path: Path) -> Iterator[Line]:
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            "tệp json không ở bảng mã UTF-8", "the json file is not UTF-8"
        ) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("tệp json không đúng dạng", "the json file is not valid") from error
    if not isinstance(found, list):
        raise UnreadableFile(
            "tệp json phải là một danh sách đối tượng",
            "the json file must be a list of objects",
        )
    if len(found) > ROW_LIMIT:
        raise _too_long()
    known: dict[tuple[str, ...], Headers] = {}
    told: set[str] = set()
    for number, entry in enumerate(found, start=1):
        yield from _json_line(number, entry, known, told)


def _json_line(
    number: int, entry: object, known: dict[tuple[str, ...], Headers], told: set[str]
) -> Iterator[Line]:
    if not isinstance(entry, dict):
        yield (
            number,
            Refusal(number, "", "không phải là một đối tượng", "not an object"),
        )
        return
    keys = tuple(entry)
    headers = known.setdefault(keys, read_headers(keys))
    for refusal in headers.refusals(number):
        if refusal.column not in told:
            told.add(refusal.column)
            yield number, refusal
    values = list(entry.values())
    yield number, {name: values[index] for name, index in headers.columns.items()}


def _table_lines(records: Iterable[tuple[int, list[object]]]) -> Iterator[Line]:
    """The first filled record is the header; blank records are passed over."""
    headers: Headers | None = None
    for line, cells in _limited(records):
        if not any(str(cell).strip() for cell in cells if cell is not None):
            continue
        if headers is None:
            headers = read_headers(["" if cell is None else str(cell) for cell in cells])
            _require_columns(headers)
            for refusal in headers.refusals(line):
                yield line, refusal
            continue
        if any(cell not in (None, "") for cell in cells[headers.width :]):
            yield (
                line,
                Refusal(line, "", "nhiều ô hơn số cột", "more cells than columns"),
            )
            continue
        yield (
            line,
            {name: cells[index] for name, index in headers.columns.items() if index < len(cells)},
        )
    if headers is None:
        raise UnreadableFile("tệp không có dòng nào", "the file has no lines")


def _limited(
    records: Iterable[tuple[int, list[object]]],
) -> Iterator[tuple[int, list[object]]]:
    """At most ROW_LIMIT records below the header; raises UnreadableFile when there are more."""
    iterator = iter(records)
    yield from islice(iterator, ROW_LIMIT + 1)
    for _line, cells in iterator:
        if any(cell not in (None, "") for cell in cells):
            raise _too_long()


def _too_long() -> UnreadableFile:
    return UnreadableFile(
        f"quá {ROW_LIMIT} dòng; chia tệp ra", f"over {ROW_LIMIT} lines; split the file"
    )


def _require_columns(headers: Headers) -> None:
    if headers.missing:
        names = ", ".join(headers.missing)
        raise UnreadableFile(f"thiếu cột: {names}", f"missing columns: {names}")
    if headers.repeated:
        names = ", ".join(headers.repeated)
        raise UnreadableFile(f"cột lặp lại: {names}", f"repeated columns: {names}")
