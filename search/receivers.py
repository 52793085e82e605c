"""Which changes of the catalogue the index must hear of.

Signals are heard from models only; whoever writes with a bare ``update()`` calls
`search.indexing.mark_dirty` itself.
"""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from catalogue.certification.models import Certificate
from catalogue.models import Category, Product, ProductCategory
from catalogue.partner.models import Partner, StockRecord
from search.indexing import mark_dirty

_BEFORE = "_search_before"


def connect() -> None:
    """Listen; called once, when the apps are ready."""
    post_save.connect(product_changed, Product, dispatch_uid="search product saved")
    post_delete.connect(product_changed, Product, dispatch_uid="search product deleted")
    for signal in (post_save, post_delete):
        for sender in (Certificate, ProductCategory):
            signal.connect(part_changed, sender, dispatch_uid=f"search {sender.__name__}")
        signal.connect(category_changed, Category, dispatch_uid="search category")
    m2m_changed.connect(
        product_categories_changed, Product.categories.through, dispatch_uid="search m2m"
    )
    for sender, seen in ((StockRecord, stock_seen), (Partner, partner_seen)):
        pre_save.connect(seen, sender, dispatch_uid=f"search before {sender.__name__}")
    post_save.connect(stock_changed, StockRecord, dispatch_uid="search stock saved")
    post_delete.connect(part_changed, StockRecord, dispatch_uid="search stock deleted")
    post_save.connect(partner_changed, Partner, dispatch_uid="search partner saved")


def product_changed(instance: Product, **_: object) -> None:
    """Mark a saved or deleted product."""
    mark_dirty([instance.pk])


def part_changed(instance: Certificate | StockRecord | ProductCategory, **_: object) -> None:
    """Mark the product that something belongs to."""
    mark_dirty([instance.product_id])


def category_changed(instance: Category, **_: object) -> None:
    """Mark the products of a category and those below it, whose path names it."""
    inside = Product.objects.filter(categories__path__startswith=instance.path)
    mark_dirty(inside.values_list("pk", flat=True))


def product_categories_changed(
    instance: Product | Category, action: str, pk_set: set[int] | None, reverse: bool, **_: object
) -> None:
    """Mark the products of changed links; those that are about to be cleared, while they exist."""
    if action not in {"post_add", "post_remove", "pre_clear"}:
        return
    if not reverse:
        mark_dirty([instance.pk])
    else:
        cleared = Product.objects.filter(categories=instance).values_list("pk", flat=True)
        mark_dirty(cleared if pk_set is None else pk_set)


def stock_seen(instance: StockRecord, **_: object) -> None:
    """Remember what the index was told of this stock."""
    stored = StockRecord.objects.filter(pk=instance.pk) if instance.pk else ()
    setattr(instance, _BEFORE, next(map(_of_interest, stored), None))


def stock_changed(instance: StockRecord, **_: object) -> None:
    """Mark the product when it sold out, came back or changed its price; not at each sale."""
    if getattr(instance, _BEFORE, None) != _of_interest(instance):
        mark_dirty([instance.product_id])


def partner_seen(instance: Partner, **_: object) -> None:
    """Remember what the index was told of this partner."""
    stored = Partner.objects.filter(pk=instance.pk) if instance.pk else Partner.objects.none()
    setattr(instance, _BEFORE, stored.values_list(*_PARTNER_COLUMNS).first())


def partner_changed(instance: Partner, **_: object) -> None:
    """Mark all goods of a partner whose state or name changed."""
    now = tuple(getattr(instance, column) for column in _PARTNER_COLUMNS)
    if getattr(instance, _BEFORE, None) != now:
        mark_dirty(Product.objects.filter(partner=instance).values_list("pk", flat=True))


_PARTNER_COLUMNS = ("state", "name", "legal_name", "code")


def _of_interest(stock: StockRecord) -> tuple:
    free = (stock.num_in_stock or 0) > (stock.num_allocated or 0)
    return (stock.product_id, stock.price, free)
