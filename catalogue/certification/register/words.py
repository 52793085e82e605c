"""The closed lists of a register, as codes and as the Vietnamese words people write."""

from enum import StrEnum
from typing import TypeVar

from catalogue.certification.register.cells import CellError
from catalogue.certification.register.columns import fold_header
from catalogue.certification.register.rows import (
    IssuerLevel,
    ProducerKind,
    RevocationGround,
)

Word = TypeVar("Word", bound=StrEnum)

PRODUCER_KINDS: dict[str, ProducerKind] = {
    **{fold_header(kind): kind for kind in ProducerKind},
    "hop tac xa": ProducerKind.COOPERATIVE,
    "htx": ProducerKind.COOPERATIVE,
    "to hop tac": ProducerKind.COOPERATIVE_GROUP,
    "tht": ProducerKind.COOPERATIVE_GROUP,
    "cong ty": ProducerKind.COMPANY,
    "doanh nghiep": ProducerKind.COMPANY,
    "cong ty tnhh": ProducerKind.COMPANY,
    "cong ty co phan": ProducerKind.COMPANY,
    "trang trai": ProducerKind.FARM,
    "ho kinh doanh": ProducerKind.HOUSEHOLD,
    "ho san xuat": ProducerKind.HOUSEHOLD,
    "co so san xuat": ProducerKind.HOUSEHOLD,
    "hoi": ProducerKind.ASSOCIATION,
    "hiep hoi": ProducerKind.ASSOCIATION,
}

ISSUER_LEVELS: dict[str, IssuerLevel] = {
    **{fold_header(level): level for level in IssuerLevel},
    "huyen": IssuerLevel.DISTRICT,
    "cap huyen": IssuerLevel.DISTRICT,
    "tinh": IssuerLevel.PROVINCE,
    "cap tinh": IssuerLevel.PROVINCE,
    "trung uong": IssuerLevel.MINISTRY,
    "bo": IssuerLevel.MINISTRY,
}

REVOCATION_GROUNDS: dict[str, RevocationGround] = {
    **{fold_header(ground): ground for ground in RevocationGround},
    "ho so khong trung thuc": RevocationGround.FALSE_FILE,
    "khong con dap ung tieu chi": RevocationGround.CRITERIA_LOST,
    "vi pham phap luat": RevocationGround.LAW_BREACHED,
    "dung sai nhan hieu ocop": RevocationGround.MARK_MISUSED,
    "chu the ngung san xuat": RevocationGround.PRODUCTION_STOPPED,
    "ket luan khac cua co quan nha nuoc": RevocationGround.OTHER_FINDING,
}

COMMUNE_LISTS: dict[str, str] = {"new": "new", "moi": "new", "old": "old", "cu": "old"}


def find_word(words: dict[str, Word], text: str) -> Word:
    """The word of a closed list that a cell names; raises CellError with the codes it may hold."""
    found = words.get(fold_header(text))
    if found is None:
        codes = ", ".join(dict.fromkeys(words.values()))
        raise CellError(
            f"không biết “{text}”; chọn một trong: {codes}",
            f"unknown “{text}”; choose one of: {codes}",
        )
    return found
