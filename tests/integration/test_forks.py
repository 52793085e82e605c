"""Our forks of Oscar stay in step with the Oscar that is installed."""

from pathlib import Path

import oscar
import pytest

ROOT = Path(__file__).resolve().parents[2]
OSCAR = Path(oscar.__file__).parent / "apps"
FORKS = {
    "catalogue": "catalogue",
    "partner": "catalogue/partner",
    "order": "marketplace/order",
    "payment": "marketplace/payment",
    "shipping": "marketplace/shipping",
}


def names(folder):
    return {path.name for path in folder.glob("[0-9]*.py")}


@pytest.mark.parametrize(("app", "folder"), FORKS.items())
def test_every_migration_of_oscar_is_copied_and_ours_have_numbers_of_their_own(app, folder):
    theirs = names(OSCAR / app / "migrations")
    copied = {name for name in names(ROOT / folder / "migrations") if name < "1000"}

    assert theirs
    assert copied == theirs


@pytest.mark.parametrize(("app", "folder"), FORKS.items())
def test_copied_migrations_are_not_edited(app, folder):
    for path in (OSCAR / app / "migrations").glob("[0-9]*.py"):
        assert (ROOT / folder / "migrations" / path.name).read_bytes() == path.read_bytes()
