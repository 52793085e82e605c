"""What a typed name may mean."""

import pytest

from catalogue.places.kinds import COMMUNE_PREFIXES, DISTRICT_PREFIXES, readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã Tân Lập", [("xa", "tan lap"), (None, "xa tan lap")]),
        ("P. Bến Nghé", [("phuong", "ben nghe"), (None, "p. ben nghe")]),
        ("P.12", [("phuong", "12"), (None, "p.12")]),
        ("p12", [("phuong", "12"), (None, "p12")]),
        ("TT. Na Sầm,", [("thi_tran", "na sam"), (None, "tt. na sam")]),
        ("đặc khu Hoàng Sa", [("dac_khu", "hoang sa"), (None, "dac khu hoang sa")]),
        ("Phú Xuân", [(None, "phu xuan")]),
        ("xã", [(None, "xa")]),
    ],
)
def test_a_prefix_gives_a_kind_and_the_literal_reading_stays(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert readings(text, COMMUNE_PREFIXES) == expected


def test_districts_have_prefixes_of_their_own() -> None:
    assert readings("Q.1", DISTRICT_PREFIXES) == [("quan", "1"), (None, "q.1")]
