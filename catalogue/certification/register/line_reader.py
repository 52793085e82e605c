"""Reading the cells of one line while collecting every reason to refuse it."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from catalogue.certification.register.cells import CellError
from catalogue.certification.register.columns import BY_NAME, COLUMNS
from catalogue.certification.register.rows import Refusal
from catalogue.certification.register.texts import clean_text, is_broken

Converted = TypeVar("Converted")
_ORDER = {column.name: index for index, column in enumerate(COLUMNS)}


class LineReader:
    """The cells of one line by column name, and its refusals so far."""

    def __init__(self, line: int, mapping: Mapping[str, object]) -> None:
        self._line = line
        self._mapping = mapping
        self.refusals: list[Refusal] = []

    def refuse(self, column: str, reason_vi: str, reason_en: str) -> None:
        """Note one reason, once; a line with any is refused as a whole."""
        refusal = Refusal(self._line, column, reason_vi, reason_en)
        if refusal not in self.refusals:
            self.refusals.append(refusal)

    def sorted_refusals(self) -> list[Refusal]:
        """All refusals in the order of the columns."""
        return sorted(self.refusals, key=lambda refusal: _ORDER[refusal.column])

    def text(self, name: str, *, required: bool = False) -> str:
        """The cleaned text of a cell; "" when it is empty, or broken or too long and refused."""
        column, value = BY_NAME[name], self._mapping.get(name)
        if isinstance(value, list | dict):
            value = ", ".join(str(part) for part in value)
        if is_broken(str(value or "")):
            self.refuse(name, "chữ bị lỗi bảng mã; lưu lại tệp ở UTF-8", "broken text encoding")
            return ""
        text = clean_text(value)
        if len(text) > column.max_length:
            self.refuse(
                name,
                f"dài {len(text)} ký tự, tối đa {column.max_length}",
                f"{len(text)} characters long, at most {column.max_length}",
            )
            return ""
        if required and not text:
            self.refuse(name, f"thiếu {column.label_vi.lower()}", f"{name} is missing")
        return text

    def convert(
        self,
        name: str,
        converter: Callable[[object, str], Converted],
        *,
        required: bool = False,
    ) -> Converted | None:
        """The cell as `converter` makes it from its raw value and its text; None when empty."""
        text = self.text(name, required=required)
        if not text:
            return None
        try:
            return converter(self._mapping.get(name), text)
        except CellError as error:
            self.refuse(name, error.reason_vi, error.reason_en)
            return None

    def convert_text(
        self, name: str, converter: Callable[[str], Converted], *, required: bool = False
    ) -> Converted | None:
        """The cell as `converter` makes it from its text alone; None when empty."""
        return self.convert(name, lambda _value, text: converter(text), required=required)

    def words(self, name: str) -> list[str]:
        """The parts of a list cell, or of a text cell with commas or semicolons between them."""
        return [word.strip() for word in re.split("[,;]", self.text(name)) if word.strip()]

    def is_refused(self, *names: str) -> bool:
        """Whether one of these columns has been refused already."""
        return any(refusal.column in names for refusal in self.refusals)
