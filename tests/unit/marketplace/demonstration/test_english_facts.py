"""Every made-up fact of the demonstration can be read in English."""

import json
import re
from pathlib import Path

import pytest

DATA = Path(__file__).parents[4] / "marketplace/demonstration/data"
#: A number with a unit that both languages write alike.
ALIKE = re.compile(r"\d+ (g|kg|ml)")


@pytest.mark.parametrize("field", ["storage", "shelf_life", "ingredients", "net_quantity"])
def test_every_value_of_the_register_is_translated_and_none_in_vain(field):
    rows = json.loads((DATA / "register.json").read_text(encoding="utf-8"))
    words = json.loads((DATA / "english.json").read_text(encoding="utf-8"))[field]
    used = {row[field] for row in rows if row.get(field)}
    assert {value for value in used if not ALIKE.fullmatch(value)} == set(words)
    assert all(words.values())
