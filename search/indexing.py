"""Keeping the index true: what changed is written down with the change and sent after it.

A change marks its product in its own transaction (`mark_dirty`), so a rollback leaves no ghost
and a crash loses nothing. One drainer at a time (`drain_dirty`) loads the marked products as they
are by then and sends whole documents; a repeated or late drain only sends the truth again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Q

from catalogue.certification.models import Certificate
from catalogue.kernel import generations
from catalogue.models import Product
from search import engines
from search.documents import SALES_DAYS, iterate_documents, load_documents
from search.engine import Document, EngineUnavailable, IndexBusy, IndexWriter
from search.fields import digest_of, fields_of
from search.models import DirtyProduct, ProductText, Reading

BATCH = 500


#: Readings that are kept; each is only a number.
READINGS_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Differences:
    """Products that the index lacks, holds though they are not listed, or holds as they were."""

    missing: tuple[int, ...] = ()
    left_over: tuple[int, ...] = ()
    stale: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.left_over or self.stale)


def mark_dirty(product_ids: Iterable[int]) -> None:
    """Write down that the index must look at these products again, and nudge the drainer.

    The rows belong to the caller's transaction; the nudge goes out after its commit, and a lost
    one is made up for by the timetable.
    """
    rows = [DirtyProduct(product_id=number) for number in dict.fromkeys(product_ids)]
    if rows:
        DirtyProduct.objects.bulk_create(rows)
        # One nudge a transaction is enough, however many products it changes.
        if not any(waiting[1] is _nudge for waiting in connection.run_on_commit):
            transaction.on_commit(_nudge, robust=True)


def mark_turning(*, on: date) -> None:
    """Mark the products for which something turns with the day ``on``, though no row changes.

    Their certificate began or ended in the week up to that day: a search never finds an ended one
    anyway; this takes its product out of the index, and puts in those whose certificate begins.
    Their sales of 90 days changed; on the first of a month, their season may.
    """
    week = (on - timedelta(days=7), on)
    turned = Certificate.objects.filter(Q(last_day__range=week) | Q(issued_on__range=week))
    since = on - timedelta(days=SALES_DAYS + 2)
    lines = apps.get_model("order", "Line").objects.filter(order__date_placed__date__gte=since)
    seasonal = Product.objects.exclude(season_months=[]) if on.day == 1 else Product.objects.none()
    mark_dirty(
        {
            *turned.values_list("product_id", flat=True),
            *lines.exclude(product_id=None).values_list("product_id", flat=True).distinct(),
            *seasonal.values_list("pk", flat=True),
        }
    )


def drain_dirty(*, on: date) -> int:
    """Bring the index up to date with the marked products; return how many marks were cleared.

    While another process holds the index, or the server does not answer, nothing is done here and
    all marks stay: the next drain will find them.
    """
    cleared = 0
    # Asked again after each batch: a mark may have been set while the index was held.
    while not engines.is_resting() and DirtyProduct.objects.exists():
        try:
            done = _drain_batch(on)
        except IndexBusy:
            break
        except EngineUnavailable as error:
            engines.note_down(error)
            break
        if not done:
            break
        cleared += done
    return cleared


def rebuild(*, on: date) -> int:
    """Fill a new index from the database; return how many products it holds.

    Searches go on in the old one until the new one is whole. Raises `EngineUnavailable`, among
    them `IndexBusy`, and `RebuildFailed`.
    """
    engine = engines.get_engine()
    with engine.rebuilding() as writer:
        marks = list(DirtyProduct.objects.values_list("pk", flat=True))
        version = _new_version()
        texts = set(ProductText.objects.values_list("pk", flat=True))
        writer.index(_texts_kept(iterate_documents(on=on), texts), version=version)
    _clear(marks)
    for start in range(0, len(gone := sorted(texts)), BATCH):
        ProductText.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    # A cleared mark would tell of it, but there may have been none.
    generations.change(generations.LISTS)
    return engine.count()


def find_differences(*, on: date) -> Differences:
    """Compare every document that the database gives that day with the one in the index."""
    held = dict(engines.get_engine().digests())
    wanted = {document.id: digest_of(document) for document in iterate_documents(on=on)}
    return Differences(
        tuple(sorted(wanted.keys() - held.keys())),
        tuple(sorted(held.keys() - wanted.keys())),
        tuple(sorted(key for key in wanted.keys() & held.keys() if wanted[key] != held[key])),
    )


def repair(differences: Differences, *, on: date) -> None:
    """Have the index look again at every product that differs, now."""
    mark_dirty([*differences.missing, *differences.left_over, *differences.stale])
    drain_dirty(on=on)


def _drain_batch(on: date) -> int:
    # The writer comes before the reading: an embedded index is held meanwhile, so two drainers
    # cannot send an older state last; on a server the version sees to it.
    with engines.get_engine().writing() as writer:
        marks = dict(DirtyProduct.objects.values_list("pk", "product_id")[:BATCH])
        _send(writer, set(marks.values()), on)
    sent = [mark for mark, number in marks.items() if number not in writer.refused]
    _clear(sent)
    return len(sent)


def _send(writer: IndexWriter, ids: set[int], on: date) -> None:
    version = _new_version()
    documents = load_documents(ids, on=on)
    gone = ids - {document.id for document in documents}
    ProductText.objects.filter(pk__in=gone).delete()
    writer.index(_texts_kept(documents), version=version)
    writer.remove(gone, version=version)


def _new_version() -> int:
    """Return a number above that of every reading begun before."""
    version = Reading.objects.create().pk
    Reading.objects.filter(pk__lte=version - READINGS_KEPT).delete()
    return int(version)


def _texts_kept(
    documents: Iterable[Document], others: set[int] | None = None
) -> Iterator[Document]:
    """Pass documents on, their words kept in the database; take their ids out of ``others``."""
    remaining = iter(documents)
    while batch := list(islice(remaining, BATCH)):
        texts = [ProductText(document.id, _words_of(document)) for document in batch]
        ProductText.objects.bulk_create(
            texts, update_conflicts=True, unique_fields=["product_id"], update_fields=["words"]
        )
        if others is not None:
            others.difference_update(document.id for document in batch)
        yield from batch


def _words_of(document: Document) -> str:
    return f" {' '.join(fields_of(document).words['word'])} "


def _clear(marks: list[int]) -> None:
    for start in range(0, len(marks), BATCH):
        DirtyProduct.objects.filter(pk__in=marks[start : start + BATCH]).delete()


def _nudge() -> None:
    from search.tasks import drain_dirty_task  # noqa: PLC0415 (the task calls this module)

    drain_dirty_task.delay()
