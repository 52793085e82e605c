from datetime import timedelta

from marketplace.outbox.delivery import pause_after


def test_the_pause_doubles_and_ends_at_six_hours():
    assert [pause_after(n) for n in (1, 2, 3)] == [
        timedelta(seconds=15),
        timedelta(seconds=30),
        timedelta(seconds=60),
    ]
    assert pause_after(12) == timedelta(hours=6)
