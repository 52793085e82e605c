"""Writes a register: partners, products, prices, certificates; twice changes nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from catalogue.certification import operations
from catalogue.certification.classification import GROUPS, path_of_set
from catalogue.certification.models import Certificate
from catalogue.certification.register.rows import Refusal, RegisterRow
from catalogue.certification.rules import ExtensionTooLong, WrongIssuer
from catalogue.certification.states import CertificateState, IssuerLevel, RevocationGround
from catalogue.kernel.moves import MoveRefused
from catalogue.kernel.slug import slugify
from catalogue.kernel.statistics import refresh_statistics
from catalogue.models import Category, Product, ProductClass
from catalogue.partner.models import Partner, StockRecord
from catalogue.partner.states import PartnerState
from catalogue.places.exceptions import CommuneAmbiguous, CommuneUnknown
from catalogue.places.models import Commune, OldProvince, Province
from catalogue.places.queries import find_commune

TOURISM_SET = 26


@dataclass
class WriteReport:
    """What became of the rows."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refusals: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True)
class Tree:
    """The classification in the database, and the places by slug."""

    categories: dict[int, Category]
    goods: ProductClass
    services: ProductClass
    provinces: dict[str, Province]
    old_provinces: dict[str, OldProvince]


#: From here on the database is told to count anew; for fewer rows it does so itself in time.
MANY_ROWS = 500


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
        except (IntegrityError, MoveRefused, WrongIssuer, ExtensionTooLong) as error:
            report.refusals.append(
                Refusal(
                    row.line,
                    "certificate_number",
                    f"Không ghi được giấy {row.certificate_number}: {error}",
                    f"Certificate {row.certificate_number} could not be written: {error}",
                )
            )
        else:
            setattr(report, outcome, getattr(report, outcome) + 1)
    if len(rows) >= MANY_ROWS:
        refresh_statistics()
    return report


@transaction.atomic
def prepare_tree() -> Tree:
    """Make the classification of Annex I as categories, where it is not there yet."""
    categories: dict[int, Category] = {}
    for group in GROUPS:
        top = _category(None, group.slug, group.name_vi, group.name_en, group.code)
        for product_class in group.classes:
            middle = _category(
                top, product_class.slug, product_class.name_vi, product_class.name_en, ""
            )
            for each in product_class.sets:
                categories[each.number] = _category(
                    middle, each.slug, each.name_vi, each.name_en, ""
                )
    return Tree(
        categories=categories,
        goods=_product_class("Hàng hóa", requires_shipping=True),
        services=_product_class("Dịch vụ du lịch", requires_shipping=False),
        provinces={province.slug: province for province in Province.objects.all()},
        old_provinces={old.slug: old for old in OldProvince.objects.all()},
    )


def _category(
    parent: Category | None, slug: str, name_vi: str, name_en: str, code: str
) -> Category:
    siblings = parent.get_children() if parent else Category.get_root_nodes()
    found = siblings.filter(slug=slug).first()
    if found:
        return found
    fields = {"name_vi": name_vi, "name_en": name_en, "slug": slug, "code": code or None}
    return parent.add_child(**fields) if parent else Category.add_root(**fields)


def _product_class(name: str, *, requires_shipping: bool) -> ProductClass:
    found, _ = ProductClass.objects.get_or_create(
        name=name, defaults={"requires_shipping": requires_shipping, "track_stock": True}
    )
    return found


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
    made_up = sorted(row.demonstration & {"producer_name", "tax_code", "phone"})
    return _upsert(
        Partner,
        {"name": row.producer_name, "province": province},
        {
            "legal_name": row.producer_name,
            "kind": row.producer_kind.value,
            "tax_code": row.tax_code or "",
            "phone": row.phone or "",
            "demonstration_fields": made_up,
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
    if not existed:
        product.categories.add(tree.categories[path_of_set(row.ocop_set).product_set.number])
        return product, "created"
    return product, "changed" if changed else "unchanged"


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
    certificate = Certificate.objects.filter(number=row.certificate_number, product=product).first()
    is_new = certificate is None
    if certificate is None:
        certificate = operations.recognise_product(
            product=product, recognition=_recognition(row), at=at
        )
    extended = row.extended_until and certificate.extended_until != row.extended_until
    if extended and certificate.state == CertificateState.RECOGNISED:
        operations.extend_certificate(
            certificate_id=certificate.pk, until=row.extended_until, at=at
        )
    revoked = row.revoked_on and certificate.state != CertificateState.REVOKED
    if revoked and row.revocation_ground:
        operations.revoke_certificate(
            certificate_id=certificate.pk,
            ground=RevocationGround(row.revocation_ground.value),
            decision_number=row.revocation_decision,
            at=at,
            revoked_on=row.revoked_on,
        )
    return bool(is_new or extended or revoked)


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
    different = {name: value for name, value in wanted.items() if getattr(found, name) != value}
    for name, value in different.items():
        setattr(found, name, value)
    if different:
        found.save()
    return found, bool(different)
