import json
from datetime import date
from pathlib import Path

import pytest

from catalogue.certification.issuers import issuer_in
from catalogue.certification.register.parsing import parse_row
from marketplace.demonstration.dating import line_on

REGISTER = Path(__file__).parents[4] / "marketplace/demonstration/data/register.json"


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Bộ Nông nghiệp và Môi trường", "Ministry of Agriculture and Environment"),
        ("Ủy ban nhân dân tỉnh Gia Lai", "People’s Committee of Gia Lai Province"),
        ("Ủy ban nhân dân thành phố Huế", "People’s Committee of Huế City"),
        (
            "Ủy ban nhân dân cấp huyện Củ Chi, thành phố Hồ Chí Minh",
            "District People’s Committee, Củ Chi, Hồ Chí Minh City",
        ),
        (
            "Ủy ban nhân dân cấp huyện, tỉnh Bình Dương",
            "District People’s Committee, Bình Dương Province",
        ),
        ("Sở Công Thương", "Sở Công Thương"),
        ("Ủy ban nhân dân xã Kon Gang", "Ủy ban nhân dân xã Kon Gang"),
    ],
)
def test_an_issuer_is_named_in_english_or_left_as_the_decision_writes_it(name, english):
    assert issuer_in("en", name) == english
    assert issuer_in("vi", name) == name


def test_every_issuer_of_the_demonstration_has_an_english_name():
    rows = json.loads(REGISTER.read_text(encoding="utf-8"))
    lines = [line_on(row, on=date(2026, 11, 25)) for row in rows]
    names = {parse_row(number, line).issuer_name for number, line in enumerate(lines, start=1)}
    assert len(names) > 100
    assert [name for name in names if issuer_in("en", name) == name] == []
