"""The places, loaded once for a module and rolled back after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from catalogue.places.operations import load_places


@pytest.fixture(scope="module")
def loaded_places(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """Load the project's own data; tests run in savepoints inside the same transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_places()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def places(loaded_places: None, db: None) -> None:
    """Give a test the loaded places."""
