"""What comes out of reading a register: checked rows, and refusals with their reasons."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class ProducerKind(StrEnum):
    """Who may hold a certificate. Source: Quyết định 26/2026/QĐ-TTg Art. 2."""

    COOPERATIVE = "cooperative"
    COOPERATIVE_GROUP = "cooperative_group"
    COMPANY = "company"
    FARM = "farm"
    HOUSEHOLD = "household"
    ASSOCIATION = "association"


class IssuerLevel(StrEnum):
    """The level of state that gave the stars."""

    DISTRICT = "district"
    PROVINCE = "province"
    MINISTRY = "ministry"


class RevocationGround(StrEnum):
    """Why a certificate was taken back. Source: Quyết định 26/2026/QĐ-TTg Art. 8.1."""

    FALSE_FILE = "false_file"
    CRITERIA_LOST = "criteria_lost"
    LAW_BREACHED = "law_breached"
    MARK_MISUSED = "mark_misused"
    PRODUCTION_STOPPED = "production_stopped"
    OTHER_FINDING = "other_finding"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One certified product of a register, checked. `line` is its line in the file.

    Money is whole dong. `commune_as_of` is "new" for a commune of the list in force since
    1 July 2025 and "old" for one before. `demonstration` names the fields that were made up.
    """

    line: int
    reference: str
    name_vi: str
    name_en: str
    producer_name: str
    producer_kind: ProducerKind
    tax_code: str | None
    phone: str | None
    commune: str | None
    commune_as_of: str | None
    district_old: str | None
    province_old: str | None
    province: str
    ocop_set: int
    stars: int
    score: Decimal | None
    certificate_number: str
    decision_number: str
    issuer_level: IssuerLevel
    issuer_name: str
    issued_on: date
    ends_on: date
    extended_until: date | None
    revoked_on: date | None
    revocation_ground: RevocationGround | None
    revocation_decision: str
    price: int | None
    unit: str
    net_quantity: str
    weight_grams: int
    stock: int | None
    storage: str
    shelf_life: str
    ingredients: str
    description_vi: str
    description_en: str
    season_months: tuple[int, ...]
    demonstration: frozenset[str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a line, or with line 0 the whole file, was not taken. `column` may be empty."""

    line: int
    column: str
    reason_vi: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class ReadResult:
    """All good rows of a file in its order, and every refusal in the order of the lines."""

    rows: tuple[RegisterRow, ...]
    refusals: tuple[Refusal, ...]
