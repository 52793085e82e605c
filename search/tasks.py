"""What search does in the background."""

from celery import shared_task
from django.utils import timezone

from search import indexing


@shared_task(name="search.drain_dirty")
def drain_dirty_task() -> int:
    """Drain the marks; run after commits and by the timetable, safe to repeat."""
    return indexing.drain_dirty(on=timezone.localdate())


@shared_task(name="search.mark_turning")
def mark_turning_task() -> None:
    """Mark what began or ended with the day; run once a day, safe to repeat."""
    indexing.mark_turning(on=timezone.localdate())
