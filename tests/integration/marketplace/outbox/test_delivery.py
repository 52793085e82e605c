from datetime import timedelta

import pytest

from marketplace.outbox import handlers, tasks
from marketplace.outbox.delivery import LEASE, deliver_due
from marketplace.outbox.models import MOST_ATTEMPTS, OutboxMessage
from marketplace.outbox.operations import write_message
from marketplace.outbox.queries import dead_messages
from tests.factories.order import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    payloads = []
    monkeypatch.setattr(
        handlers, "_handlers", {"test.said": lambda payload, now: payloads.append(payload)}
    )
    return payloads


def write(key="a", topic="test.said"):
    write_message(topic=topic, key=key, payload={"key": key}, now=NOW)


def test_the_same_key_twice_is_one_message(heard):
    write()
    write()
    assert deliver_due(now=NOW) == 1
    assert heard == [{"key": "a"}]


def test_a_delivered_message_is_marked_and_not_delivered_again(heard):
    write()
    deliver_due(now=NOW)
    assert deliver_due(now=NOW + timedelta(days=1)) == 0
    row = OutboxMessage.objects.get()
    assert (row.delivered_at, row.attempts, row.leased_until) == (NOW, 1, None)


def test_a_failure_is_kept_tried_later_and_holds_nobody_up(heard, monkeypatch):
    def fail(payload, now):
        raise OSError("no route")

    handlers.register("test.broken", fail)
    write("broken", topic="test.broken")
    write("fine")
    assert deliver_due(now=NOW) == 1
    row = OutboxMessage.objects.get(key="broken")
    assert row.last_error == "OSError: no route"
    assert row.due_at == NOW + timedelta(seconds=15)
    assert deliver_due(now=NOW + timedelta(seconds=14)) == 0
    handlers.register("test.broken", lambda payload, now: heard.append("mended"))
    assert deliver_due(now=NOW + timedelta(seconds=15)) == 1
    assert heard == [{"key": "fine"}, "mended"]


def test_twelve_failures_leave_a_message_for_people(heard):
    write("lost", topic="test.nobody")
    now = NOW
    for _ in range(MOST_ATTEMPTS + 3):
        deliver_due(now=now)
        now += timedelta(hours=7)
    row = dead_messages().get()
    assert (row.attempts, row.last_error) == (12, "NoHandler: test.nobody")


def test_a_leased_message_is_left_to_its_worker_until_the_lease_ends(heard):
    write()
    OutboxMessage.objects.update(leased_until=NOW + LEASE)
    assert deliver_due(now=NOW) == 0
    assert deliver_due(now=NOW + LEASE) == 1


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_down_never_fails_the_writer(heard, monkeypatch):
    def down():
        raise ConnectionError

    monkeypatch.setattr(tasks.deliver_due, "delay", down)
    write()
    assert OutboxMessage.objects.filter(delivered_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_a_message_is_delivered_right_after_the_commit(heard):
    write()
    assert heard == [{"key": "a"}]


def test_a_message_whose_lease_ended_in_a_long_batch_is_left_to_who_took_it(heard):
    def slow(payload, now):
        # A minute passes in here, so that another worker takes what this one still holds.
        handlers.register("test.slow", lambda payload, now: None)
        deliver_due(now=NOW + LEASE)

    handlers.register("test.slow", slow)
    write("a", topic="test.slow")
    write("b")
    deliver_due(now=NOW)
    assert heard == [{"key": "b"}]
    assert OutboxMessage.objects.filter(delivered_at=None).count() == 0
