"""Each guard is taken away once, in a copy, and its tests have to fail: `make guards`.

A test that passes without the guard that it is about proves nothing. Each row below names a guard
of stock, money, permission or certificate, the line that is it, what stands there without it, and
the tests that must notice. Run on PostgreSQL and Redis; `make guards ARGS="allocate"` takes some.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from services import started

ROOT = Path(__file__).resolve().parent.parent
#: pytest's exit code for tests that ran and failed; others mean that nothing was proven.
TESTS_FAILED = 1
CERTIFICATES = "tests/integration/catalogue/certification/test_operations.py"
IMPORTS = "tests/integration/catalogue/certification/test_import_products.py"
PLACING = "tests/integration/marketplace/order/test_placing.py"
MOVING = "tests/integration/marketplace/order/test_moving.py"
RACES = "tests/integration/marketplace/order/test_races.py"
STAFF = "tests/integration/marketplace/order/test_staff_doors.py"
DESK = "tests/integration/marketplace/seller/test_desk.py"
OUTBOX = "tests/integration/marketplace/outbox/test_delivery.py"
UNLISTED = "tests/functional/test_unlisted_everywhere.py"


@dataclass(frozen=True)
class Guard:
    """One guard: where it stands, what is left without it, which tests are about it."""

    name: str
    path: str
    line: str
    without: str
    tests: str


GUARDS = [
    # kept pages
    Guard(
        "new marks",
        "marketplace/page_cache/hearing.py",
        "    if name is None:",
        "    if True:",
        "tests/integration/marketplace/page_cache/test_changes.py",
    ),
    Guard(
        "state of the world",
        "marketplace/page_cache/middleware.py",
        "if kept and kept[0] == stamp",
        "if kept",
        "tests/integration/marketplace/page_cache/test_changes.py",
    ),
    Guard(
        "strangers only",
        "marketplace/page_cache/keys.py",
        "if not request.COOKIES.keys().isdisjoint(_personal_cookies()):",
        "if False:",
        "tests/integration/marketplace/page_cache/test_visitors.py",
    ),
    Guard(
        "made for nobody",
        "marketplace/page_cache/middleware.py",
        "nobody = keys.nobody(request, address.query)",
        "nobody = request",
        "tests/integration/marketplace/page_cache/test_visitors.py",
    ),
    Guard(
        "whose tokens",
        "marketplace/page_cache/middleware.py",
        "etag = _etag(page, secret)",
        'etag = _etag(page, "")',
        "tests/integration/marketplace/page_cache/test_visitors.py",
    ),
    # the one rule
    Guard(
        "listed",
        "catalogue/managers.py",
        "return self.filter(Exists(own), is_public=True)",
        "return self.filter(is_public=True)",
        UNLISTED,
    ),
    Guard(
        "revoked",
        "catalogue/certification/models.py",
        "return self.live().filter(issued_on__lte=on",
        "return self.filter(issued_on__lte=on",
        "tests/integration/catalogue/test_listed.py",
    ),
    Guard(
        "day in the index",
        "search/plan.py",
        ', Between("listed_until", day, None)',
        ",",
        "tests/integration/search/test_engines.py -k first_day",
    ),
    Guard(
        "version in the index",
        "search/elastic.py",
        '"version": version,',
        '"version": 10**9,',
        "tests/integration/search/test_elastic_life.py -k late",
    ),
    Guard(
        "three of a seller",
        "search/diversity.py",
        "and shown[hit.seller] < MOST_OF_A_SELLER",
        "",
        "tests/integration/search/test_engines.py -k three_of_a_seller",
    ),
    # certificates
    Guard(
        "end", "catalogue/certification/operations.py", "rules.check_end(", "dict(", CERTIFICATES
    ),
    Guard(
        "score",
        "catalogue/certification/operations.py",
        "rules.check_score(",
        "dict(",
        CERTIFICATES,
    ),
    Guard(
        "issuer",
        "catalogue/certification/operations.py",
        "rules.check_issuer(",
        "dict(",
        CERTIFICATES,
    ),
    Guard(
        "extension",
        "catalogue/certification/operations.py",
        "rules.check_extension(",
        "dict(",
        CERTIFICATES,
    ),
    Guard(
        "older decision",
        "catalogue/certification/operations.py",
        "if older.issued_on > recognition.issued_on:",
        "if False:",
        CERTIFICATES,
    ),
    Guard(
        "certificate moves",
        "catalogue/certification/operations.py",
        "CERTIFICATE_MOVES.check(source, target)",
        "pass",
        CERTIFICATES,
    ),
    Guard(
        "issued facts",
        "catalogue/certification/register/writing.py",
        "    _refuse_other_facts(row, certificate, product)",
        "    pass",
        IMPORTS,
    ),
    Guard(
        "partner moves",
        "catalogue/partner/operations.py",
        "PARTNER_MOVES.check(source, to)",
        "pass",
        "tests/integration/catalogue/partner/test_operations.py",
    ),
    # stock and orders
    Guard(
        "allocate",
        "catalogue/partner/models.py",
        ".objects.filter(pk=self.pk, num_in_stock__gte=allocated)",
        ".objects.filter(pk=self.pk)",
        RACES,
    ),
    Guard(
        "basket lock",
        "marketplace/checkout/operations.py",
        "Basket.objects.select_for_update().get",
        "Basket.objects.get",
        RACES,
    ),
    Guard(
        "asked again when placing",
        "marketplace/order/operations.py",
        "if problems := find_problems(",
        "if False and (problems := find_problems)(",
        PLACING,
    ),
    Guard(
        "certificate is its seller's",
        "marketplace/order/basket_check.py",
        " and _is_its_sellers(line)",
        "",
        PLACING,
    ),
    Guard(
        "parts add up",
        "marketplace/order/routing.py",
        "if sum(part.total for part in parts) != charged:",
        "if False:",
        "tests/unit/marketplace/order/test_routing.py",
    ),
    Guard(
        "part moves",
        "marketplace/order/operations.py",
        "PARTNER_ORDER_MOVES.check(source, to)",
        "pass",
        MOVING,
    ),
    # permissions
    Guard(
        "desk scope",
        "marketplace/order/queries.py",
        "partner__team__user=user, partner__team__role__in=ORDER_ROLES",
        "partner__isnull=False",
        DESK,
    ),
    Guard(
        "order token",
        "marketplace/order/links.py",
        "if not constant_time_compare(order_token(number), token):",
        "if False:",
        "tests/integration/marketplace/checkout/test_pages.py",
    ),
    Guard(
        "partner's dashboard",
        "marketplace/accounts/models.py",
        "if perm == DASHBOARD_FOR_PARTNERS and not self.is_staff:",
        "if False:",
        STAFF,
    ),
    Guard(
        "styleguide",
        "marketplace/styleguide/views.py",
        "if not (settings.DEBUG or request.user.is_staff):",
        "if False:",
        "tests/integration/marketplace/styleguide",
    ),
    # messages
    Guard("lease", "marketplace/outbox/delivery.py", "if not row.exists():", "if False:", OUTBOX),
]


def copy_of_the_project(folder: Path) -> Path:
    """Copy what git knows of into ``folder``; the environment stays the project's own."""
    files = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    for name in filter(None, files):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    return folder


def is_noticed(guard: Guard, project: Path) -> bool:
    """Say whether the guard's tests fail without it; raises `ValueError` if it isn't there."""
    path = project / guard.path
    source = path.read_text(encoding="utf-8")
    if guard.line not in source:
        raise ValueError(f"{guard.name}: {guard.path} has no line {guard.line!r}")
    path.write_text(source.replace(guard.line, guard.without, 1), encoding="utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
        finished = subprocess.run(
            [*command, *guard.tests.split()], cwd=project, capture_output=True, check=False
        )
    finally:
        path.write_text(source, encoding="utf-8")
    return finished.returncode == TESTS_FAILED


def main() -> int:
    """Return 1 when a guard could be taken away without a test noticing."""
    wanted = [guard for guard in GUARDS if not sys.argv[1:] or guard.name in sys.argv[1:]]
    unnoticed = 0
    with started(with_browser=False) as services, tempfile.TemporaryDirectory() as folder:
        os.environ.update(services.environment)
        project = copy_of_the_project(Path(folder))
        for guard in wanted:
            noticed = is_noticed(guard, project)
            unnoticed += not noticed
            print(f"{'noticed  ' if noticed else 'UNNOTICED'} {guard.name}", flush=True)
    print(f"{len(wanted) - unnoticed} of {len(wanted)} guards are held by a test")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
