"""Lines that repeat an earlier one: the later line is refused and names the earlier."""

from collections.abc import Iterable

from catalogue.certification.register.columns import fold_header
from catalogue.certification.register.rows import ReadResult, Refusal, RegisterRow


def part_duplicates(rows: Iterable[RegisterRow]) -> ReadResult:
    """Keep each first row of a reference, a certificate number, and a name with its producer.

    A refused row blocks nothing: a third one is compared with the rows that were kept.
    """
    kept: list[RegisterRow] = []
    refusals: list[Refusal] = []
    first_lines: dict[tuple[str, str], int] = {}
    for row in rows:
        keys = {
            "reference": row.reference.casefold(),
            "certificate_number": row.certificate_number.casefold(),
            "name_vi": f"{row.name_vi.casefold()}\n{fold_producer(row)}",
        }
        found = [
            _refusal(row.line, column, first_lines[column, key])
            for column, key in keys.items()
            if (column, key) in first_lines
        ]
        if found:
            refusals += found
            continue
        kept.append(row)
        first_lines |= dict.fromkeys(keys.items(), row.line)
    return ReadResult(tuple(kept), tuple(refusals))


def fold_producer(row: RegisterRow) -> str:
    """The producer and province by which two spellings of one producer are one."""
    return f"{fold_header(row.producer_name)}\n{row.province}"


def _refusal(line: int, column: str, earlier: int) -> Refusal:
    what_vi, what_en = {
        "reference": ("mã tham chiếu", "reference"),
        "certificate_number": ("số giấy chứng nhận", "certificate number"),
        "name_vi": ("tên sản phẩm và chủ thể", "product name and producer"),
    }[column]
    return Refusal(
        line,
        column,
        f"trùng {what_vi} với dòng {earlier}",
        f"same {what_en} as line {earlier}",
    )
