"""Hears every write to the database, and changes the generations of what it makes old.

It listens where SQL leaves for the database, not to the models' signals: a bare ``update()``, a
bulk insert or raw SQL cannot pass unheard. What is not known to be invisible makes all pages old;
only a statement that is known to touch less, touches less.
"""

import re
from collections.abc import Callable, Sequence
from threading import local
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import pre_save

from catalogue.kernel import generations
from catalogue.partner.models import StockRecord

_HARMLESS = re.compile(
    r"\s*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|PRAGMA|SET|SHOW|EXPLAIN|ANALYZE)\b",
    re.IGNORECASE,
)
_WRITE = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)",
    re.IGNORECASE,
)
#: Tables, or beginnings of their names, that no page shows that may be kept. A list of what is
#: not shown: a new table is taken to be shown until it stands here.
UNSEEN = (
    "accounts_user_",  # groups and permissions
    "address_useraddress",
    "analytics_",
    "auth_",
    "basket_",
    "communication_",
    "customer_productalert",
    "django_admin_log",
    "django_content_type",
    "django_migrations",
    "django_session",
    "order_",
    "outbox_",
    "partner_stockalert",
    "partner_teammember",
    "payment_",
    "pictures_picturerendition",  # drawn when a picture is first asked for
    "shipping_",
    "voucher_",
    "wagtailadmin_",
    "wagtailcore_comment",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_pagesubscription",
    "wagtailcore_referenceindex",
    "wagtailcore_revision",
    "wagtailcore_task",
    "wagtailcore_uploadedfile",
    "wagtailcore_workflow",
    "wagtailsearch_",
    "wagtailusers_",
    "wishlists_",
)
_SIGNING_IN = 'UPDATE "accounts_user" SET "last_login" = %s WHERE'
_STOCK = StockRecord._meta.db_table
#: The stock record that this thread is about to save.
_announced = local()


def connect() -> None:
    """Listen to every connection, and to what is announced of stock; called once at the start."""
    connection_created.connect(_listen, dispatch_uid="page cache")
    pre_save.connect(_announce_stock, StockRecord, dispatch_uid="page cache")


class _AfterCommit:
    """Changes, once the transaction is committed, what was written in it."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __call__(self) -> None:
        generations.change(*self.names)


def hear(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Run one statement; change what it makes old before it and after its transaction.

    Before: who makes a page from here on does it under the new mark, and who dies between commit
    and mark leaves nothing old behind. After: who has made a page of the old rows in between made
    it under a mark that is now replaced.
    """
    name = made_old_by(sql, params)
    if name is None:
        return execute(sql, params, many, context)
    generations.change(name)
    try:
        return execute(sql, params, many, context)
    finally:
        _change_after_commit(context["connection"], name)


def made_old_by(sql: Any, params: Any = ()) -> str | None:
    """Return the name of the generation that a statement ends, None when it ends none."""
    if isinstance(sql, str):
        if _HARMLESS.match(sql):
            return None
        if written := _WRITE.match(sql):
            table = written[1].lower()
            if table.startswith(UNSEEN) or sql.startswith(_SIGNING_IN):
                return None
            if table == _STOCK:
                return _announced_stock(sql, params) or generations.LISTS
    return generations.LISTS


def _change_after_commit(connection: BaseDatabaseWrapper, name: str) -> None:
    if not connection.in_atomic_block:
        generations.change(name)
        return
    # A rolled back savepoint takes its callbacks along, so the list itself is what is asked.
    waiting = (call for _sids, call, _robust in connection.run_on_commit)
    after = next((call for call in waiting if isinstance(call, _AfterCommit)), None)
    if after is None:
        after = _AfterCommit()
        connection.on_commit(after)
    after.names.add(name)


def _listen(connection: BaseDatabaseWrapper, **_: object) -> None:
    if hear not in connection.execute_wrappers:
        connection.execute_wrappers.append(hear)


def _announce_stock(instance: StockRecord, **_: object) -> None:
    """Remember which stock is saved next: the statement alone does not say whose it is.

    When it sells out, comes back or changes its price, `search.receivers` marks the product for
    the index, and that mark is a write that ends the generation of lists.
    """
    _announced.stock = (instance.pk, instance.product_id)


def _announced_stock(sql: str, params: Sequence[Any]) -> str | None:
    pk, product_id = _announced.__dict__.pop("stock", (None, None))
    own = pk is not None and sql.startswith("UPDATE") and pk in (params or ())
    return generations.of_product(product_id) if own else None
