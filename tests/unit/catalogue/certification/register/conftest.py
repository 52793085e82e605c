"""A good line of a register, to be spoiled one cell at a time."""

import pytest


@pytest.fixture
def good_line() -> dict[str, object]:
    """A four-star tea issued by the province, in the words of a spreadsheet."""
    return {
        "reference": "ocop-0088",
        "name_vi": "Nõn tâm trà",
        "name_en": "Tender-bud tea",
        "producer_name": "Hợp tác xã chè an toàn",
        "producer_kind": "Hợp tác xã",
        "province": "Thái Nguyên",
        "ocop_set": "11",
        "stars": "4",
        "certificate_number": "19-05476-12-2025",
        "decision_number": "2942/QĐ-UBND",
        "issued_on": "15/10/2025",
    }
