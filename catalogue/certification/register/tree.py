"""The classification and the places as a register finds them in the database."""

from dataclasses import dataclass

from django.db import transaction

from catalogue.certification.classification import GROUPS
from catalogue.models import Category, ProductClass
from catalogue.places.models import FormerName, OldProvince, Province


@dataclass(frozen=True)
class Tree:
    """The classification in the database, and the places by slug."""

    categories: dict[int, Category]
    goods: ProductClass
    services: ProductClass
    provinces: dict[str, Province]
    old_provinces: dict[str, OldProvince]


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
        provinces=_provinces(),
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


def _provinces() -> dict[str, Province]:
    # Names are editable here, a register bears the name of its day: a former one finds it, too.
    former = FormerName.objects.filter(province__isnull=False).select_related("province")
    return {each.slug: each.province for each in former} | {
        province.slug: province for province in Province.objects.all()
    }
