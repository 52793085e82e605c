"""Writes a register: partners, products, prices, certificates; twice changes nothing.

An empty cell says nothing: what is in the database already, a seller's own price among it, stays.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DataError, IntegrityError, transaction

from catalogue.certification import operations, rules
from catalogue.certification.models import Certificate
from catalogue.certification.register.rows import Refusal, RegisterRow
from catalogue.certification.register.sellers import SELLER_COLUMNS
from catalogue.certification.register.tree import Tree, prepare_tree
from catalogue.certification.states import CertificateState, IssuerLevel, RevocationGround
from catalogue.kernel.moves import MoveRefused
from catalogue.kernel.slug import slugify
from catalogue.kernel.statistics import refresh_statistics
from catalogue.models import Product
from catalogue.partner.models import Partner, StockRecord
from catalogue.partner.states import PartnerState
from catalogue.places.exceptions import CommuneAmbiguous, CommuneUnknown
from catalogue.places.models import Commune, Province
from catalogue.places.queries import find_commune

TOURISM_SET = 26
#: From here on the database is told to count anew; for fewer rows it does so itself in time.
MANY_ROWS = 500
#: What a certificate was issued with; a register that says otherwise under its number is wrong.
ISSUED_FACTS = (
    "stars",
    "decision_number",
    "issuer_level",
    "issued_on",
    "ends_on",
)


class CertificateDiffers(Exception):
    """The certificate of that number was written with another fact, or for another product."""

    def __init__(self, column: str, written: str) -> None:
        super().__init__(f"{column}: {written}")
        self.column = column
        self.written = written


#: Why a row that reads well is not written; (column, Vietnamese, English) by the exception.
REASONS: dict[type[Exception], tuple[str, str, str]] = {
    CertificateDiffers: (
        "certificate_number",
        "giấy mang số này đã ghi khác",
        "this number was written otherwise",
    ),
    MoveRefused: (
        "certificate_number",
        "giấy này đã được thay hoặc đã bị thu hồi",
        "this certificate was superseded or revoked before",
    ),
    rules.OlderThanLive: (
        "issued_on",
        "sản phẩm đã có giấy mới hơn",
        "the product has a later certificate",
    ),
    rules.WrongDay: (
        "issued_on",
        "quyết định đề ngày chưa tới",
        "a decision dated in days to come",
    ),
    rules.WrongIssuer: (
        "issuer_level",
        "cấp này không được công nhận số sao đó vào ngày đó",
        "that level could not give so many stars on that day",
    ),
    rules.WrongEnd: (
        "ends_on",
        "giấy không hết hạn trong 36 tháng sau ngày cấp",
        "the end is not within 36 months after the issue",
    ),
    rules.ScoreTooLow: ("score", "điểm chưa đủ số sao", "the score is too low for the stars"),
    rules.ExtensionTooLong: (
        "extended_until",
        "kéo dài quá 180 ngày",
        "extended over 180 days",
    ),
    IntegrityError: ("", "dữ liệu mâu thuẫn với dòng đã ghi", "it contradicts what is written"),
    DataError: ("", "có ô không ghi được", "a cell can't be written"),
}


@dataclass
class WriteReport:
    """What became of the rows."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refusals: list[Refusal] = field(default_factory=list)


def write_register(*, rows: tuple[RegisterRow, ...], at: datetime) -> WriteReport:
    """Write each row in a savepoint of its own; one that can't be written is a refusal.

    A row whose product is as it should be already is counted as unchanged and touches nothing.
    """
    tree = prepare_tree()
    report = WriteReport()
    for row in rows:
        try:
            with transaction.atomic():
                outcome = _write_row(row, tree, at)
        except tuple(REASONS) as error:
            report.refusals.append(_refusal(row, error))
        else:
            setattr(report, outcome, getattr(report, outcome) + 1)
    if len(rows) >= MANY_ROWS:
        refresh_statistics()
    return report


def _refusal(row: RegisterRow, error: Exception) -> Refusal:
    column, vi, en = next(text for kind, text in REASONS.items() if isinstance(error, kind))
    number = row.certificate_number
    if isinstance(error, CertificateDiffers):
        column, written = error.column, error.written
        return Refusal(row.line, column, f"{number}: {vi}: {written}", f"{number}: {en}: {written}")
    return Refusal(row.line, column, f"{number}: {vi}", f"{number}: {en}")


def _write_row(row: RegisterRow, tree: Tree, at: datetime) -> str:
    province = tree.provinces[slugify(row.province)]
    commune = _find_commune(row, province)
    partner, partner_changed = _write_partner(row, province, commune)
    product, outcome = _write_product(row, tree, partner, commune)
    stock_changed = _write_stock(row, product, partner)
    certificate_changed = _write_certificate(row, product, at)
    if outcome == "unchanged" and (partner_changed or stock_changed or certificate_changed):
        return "changed"
    return outcome


def _find_commune(row: RegisterRow, province: Province) -> Commune | None:
    # A register names communes of any date; one that is not sure is left out, not guessed.
    if not row.commune:
        return None
    try:
        return find_commune(row.commune, province)
    except (CommuneUnknown, CommuneAmbiguous):
        return None


def _write_partner(
    row: RegisterRow, province: Province, commune: Commune | None
) -> tuple[Partner, bool]:
    named = {"name": row.producer_name, "province": province}
    key = named
    if row.tax_code and not Partner.objects.filter(**named).exists():
        known = Partner.objects.filter(tax_code=row.tax_code).order_by("pk").first()
        key = {"pk": known.pk} if known else named
    return _upsert(
        Partner,
        key,
        {
            **(named if key is not named else {}),
            "legal_name": row.producer_name,
            "kind": row.producer_kind.value,
            "tax_code": row.tax_code or "",
            "phone": row.phone or "",
            "demonstration_fields": sorted(row.demonstration & SELLER_COLUMNS),
        },
        {"state": PartnerState.ACTIVE, "commune": commune},
    )


def _write_product(
    row: RegisterRow, tree: Tree, partner: Partner, commune: Commune | None
) -> tuple[Product, str]:
    is_tourism = row.ocop_set == TOURISM_SET
    existed = Product.objects.filter(upc=row.reference).exists()
    product, changed = _upsert(
        Product,
        {"upc": row.reference},
        {
            "title_vi": row.name_vi,
            "title_en": row.name_en or None,
            "description_vi": row.description_vi,
            "description_en": row.description_en or None,
            "partner": partner,
            "province": tree.provinces[slugify(row.province)],
            "old_province": tree.old_provinces.get(slugify(row.province_old or "")),
            "commune": commune,
            "ocop_set": row.ocop_set,
            "net_quantity_vi": row.net_quantity,
            "weight_grams": row.weight_grams,
            "ingredients_vi": row.ingredients,
            "storage_vi": row.storage,
            "shelf_life_vi": row.shelf_life,
            "season_months": list(row.season_months),
            "demonstration_fields": sorted(row.demonstration),
            "product_class": tree.services if is_tourism else tree.goods,
        },
        {"title": row.name_vi},
    )
    moved = _put_into_set(product, row.ocop_set, tree)
    if not existed:
        return product, "created"
    return product, "changed" if changed or moved else "unchanged"


def _put_into_set(product: Product, ocop_set: int, tree: Tree) -> bool:
    """Put the product under its set, and under no other set; other categories stay."""
    wanted = tree.categories[ocop_set]
    sets = {category.pk for category in tree.categories.values()}
    present = set(product.categories.values_list("pk", flat=True)) & sets
    if present == {wanted.pk}:
        return False
    product.categories.remove(*present - {wanted.pk})
    product.categories.add(wanted)
    return True


def _write_stock(row: RegisterRow, product: Product, partner: Partner) -> bool:
    # Stock belongs to the partner once the product is here; a register only opens it.
    _, changed = _upsert(
        StockRecord,
        {"product": product},
        {"partner": partner, "partner_sku": row.reference, "price": row.price},
        {"num_in_stock": row.stock or 0},
    )
    return changed


def _write_certificate(row: RegisterRow, product: Product, at: datetime) -> bool:
    """Recognise, extend or revoke as the row says; return whether anything was written."""
    certificate = Certificate.objects.filter(number=row.certificate_number).first()
    is_new = certificate is None
    if certificate is None:
        certificate = operations.recognise_product(
            product=product, recognition=_recognition(row), at=at
        )
    _refuse_other_facts(row, certificate, product)
    extends = row.extended_until is not None and certificate.state == CertificateState.RECOGNISED
    if extends:
        certificate = operations.extend_certificate(
            certificate_id=certificate.pk, until=row.extended_until, at=at
        )
    revokes = row.revoked_on is not None and certificate.state != CertificateState.REVOKED
    if revokes:
        operations.revoke_certificate(
            certificate_id=certificate.pk,
            ground=RevocationGround(row.revocation_ground.value),
            decision_number=row.revocation_decision,
            at=at,
            revoked_on=row.revoked_on,
        )
    return is_new or extends or revokes


def _refuse_other_facts(row: RegisterRow, certificate: Certificate, product: Product) -> None:
    # What was issued never changes: a correction is another decision, not another spelling.
    if certificate.product_id != product.pk:
        raise CertificateDiffers("certificate_number", str(certificate.product.upc))
    for name in ISSUED_FACTS:
        if getattr(certificate, name) != getattr(row, name):
            raise CertificateDiffers(name, str(getattr(certificate, name)))
    extended = certificate.extended_until
    if row.extended_until and extended and extended != row.extended_until:
        raise CertificateDiffers("extended_until", str(extended))


def _recognition(row: RegisterRow) -> operations.Recognition:
    return operations.Recognition(
        number=row.certificate_number,
        stars=row.stars,
        decision_number=row.decision_number,
        issuer_level=IssuerLevel(row.issuer_level.value),
        issuer_name=row.issuer_name,
        issued_on=row.issued_on,
        score=row.score,
        ends_on=row.ends_on,
        demonstration_fields=tuple(sorted(row.demonstration)),
    )


def _upsert(
    model: Any, key: dict[str, Any], wanted: dict[str, Any], at_first: dict[str, Any]
) -> tuple[Any, bool]:
    """Make or change one row; return it and whether anything was written."""
    found = model.objects.filter(**key).first()
    if found is None:
        return model.objects.create(**key, **wanted, **at_first), True
    different = {
        name: value
        for name, value in wanted.items()
        if (value or name == "demonstration_fields") and getattr(found, name) != value
    }
    for name, value in different.items():
        setattr(found, name, value)
    if different:
        found.save()
    return found, bool(different)
