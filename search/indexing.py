"""Keeping the index true: what changed is written down with the change and sent after it.

A change marks its product in its own transaction (`mark_dirty`), so a rollback leaves no ghost
and a crash loses nothing. One drainer at a time (`drain_dirty`) loads the marked products as they
are by then and sends whole documents; a repeated or late drain only sends the truth again.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models import Q

from catalogue.certification.models import Certificate
from catalogue.kernel import generations
from search.documents import iterate_documents, listed_ids, load_documents
from search.embedded import get_engine
from search.engine import IndexBusy, IndexWriter
from search.models import DirtyProduct

BATCH = 500


@dataclass(frozen=True, slots=True)
class Differences:
    """Products that the index lacks, and those it holds though they are not listed."""

    missing: tuple[int, ...]
    left_over: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.left_over)


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
    """Mark the products whose certificate began or ended in the week up to the day ``on``.

    No row changes when a day passes. A search never finds an ended certificate anyway; this takes
    its product out of the index, and puts in those whose certificate begins.
    """
    week = (on - timedelta(days=7), on)
    turned = Certificate.objects.filter(Q(last_day__range=week) | Q(issued_on__range=week))
    mark_dirty(turned.values_list("product_id", flat=True))


def drain_dirty(*, on: date) -> int:
    """Bring the index up to date with the marked products; return how many marks were cleared.

    While another process is writing, nothing is done here and all marks stay: it, or the next
    drain, will find them.
    """
    cleared = 0
    with suppress(IndexBusy):
        # Asked again after each batch: a mark may have been set while the index was held.
        while DirtyProduct.objects.exists():
            cleared += _drain_batch(on)
    return cleared


def rebuild(*, on: date) -> int:
    """Fill the index anew from the database; return how many products it holds.

    Searches see the old content until the new one is whole. Raises `IndexBusy`.
    """
    engine = get_engine()
    with engine.writing() as writer:
        marks = list(DirtyProduct.objects.values_list("pk", flat=True))
        writer.clear()
        writer.index(iterate_documents(on=on))
    _clear(marks)
    # A cleared mark would tell of it, but there may have been none.
    generations.change(generations.LISTS)
    return engine.count()


def find_differences(*, on: date) -> Differences:
    """Compare the listed products with those that a search finds that day, by id."""
    listed, indexed = set(listed_ids(on=on)), get_engine().ids(on=on)
    return Differences(tuple(sorted(listed - indexed)), tuple(sorted(indexed - listed)))


def _drain_batch(on: date) -> int:
    # The lock comes before the reading: two drainers could otherwise send an older state last.
    with get_engine().writing() as writer:
        marks = dict(DirtyProduct.objects.values_list("pk", "product_id")[:BATCH])
        _send(writer, set(marks.values()), on)
    _clear(list(marks))
    return len(marks)


def _send(writer: IndexWriter, ids: set[int], on: date) -> None:
    documents = load_documents(ids, on=on)
    writer.index(documents)
    writer.remove(ids - {document.id for document in documents})


def _clear(marks: list[int]) -> None:
    for start in range(0, len(marks), BATCH):
        DirtyProduct.objects.filter(pk__in=marks[start : start + BATCH]).delete()


def _nudge() -> None:
    from search.tasks import drain_dirty_task  # noqa: PLC0415 (the task calls this module)

    drain_dirty_task.delay()
