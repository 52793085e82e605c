from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from catalogue.certification.models import Certificate, CertificateChange
from catalogue.certification.operations import (
    Recognition,
    extend_certificate,
    recognise_product,
    revoke_certificate,
)
from catalogue.certification.rules import (
    ExtensionTooLong,
    OlderThanLive,
    ScoreTooLow,
    WrongDay,
    WrongEnd,
    WrongIssuer,
)
from catalogue.certification.states import (
    CERTIFICATE_MOVES,
    CertificateState,
    IssuerLevel,
    RevocationGround,
)
from catalogue.kernel.moves import MoveRefused
from tests.factories.catalogue import CertificateFactory, ProductFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


def recognition(**changes):
    values = {
        "number": "14-03982-01-2026",
        "stars": 4,
        "decision_number": "77/QĐ-UBND",
        "issuer_level": IssuerLevel.PROVINCE,
        "issuer_name": "UBND tỉnh Sơn La",
        "issued_on": date(2026, 11, 1),
    }
    return Recognition(**{**values, **changes})


def states_of(product):
    return list(product.certificates.order_by("issued_on").values_list("number", "state"))


def test_a_recognition_runs_36_months_and_leaves_a_row():
    product = ProductFactory(certificate=None)

    certificate = recognise_product(product=product, recognition=recognition(), at=NOW)

    assert certificate.ends_on == date(2029, 11, 1)
    assert list(certificate.changes.values_list("from_state", "to_state", "reason")) == [
        ("", "recognised", "77/QĐ-UBND")
    ]


def test_a_second_recognition_supersedes_the_first():
    product = ProductFactory(certificate__number="old")

    recognise_product(product=product, recognition=recognition(), at=NOW)

    assert states_of(product) == [("old", "superseded"), ("14-03982-01-2026", "recognised")]
    assert Certificate.objects.live().filter(product=product).count() == 1


def test_a_level_that_could_not_sign_writes_nothing():
    product = ProductFactory(certificate__number="old")

    with pytest.raises(WrongIssuer):
        recognise_product(product=product, recognition=recognition(stars=5), at=NOW)

    assert states_of(product) == [("old", "recognised")]


def test_the_database_refuses_two_live_certificates_of_one_product():
    product = ProductFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateFactory(product=product)


@pytest.mark.parametrize("stars", [2, 6])
def test_the_database_refuses_stars_that_get_no_certificate(stars):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProductFactory(certificate__stars=stars)


def test_an_extension_keeps_it_in_force_to_its_day_and_no_longer():
    product = ProductFactory(
        certificate__issued_on=date(2023, 11, 1), certificate__ends_on=date(2026, 11, 1)
    )
    certificate = product.certificates.get()
    assert not Certificate.objects.in_force(on=date(2026, 11, 2)).exists()

    extend_certificate(certificate_id=certificate.pk, until=date(2027, 4, 30), at=NOW)

    assert Certificate.objects.in_force(on=date(2027, 4, 30)).get() == certificate
    assert not Certificate.objects.in_force(on=date(2027, 5, 1)).exists()


def test_an_extension_beyond_180_days_changes_nothing():
    certificate = ProductFactory().certificates.get()
    too_late = certificate.ends_on + timedelta(days=181)

    with pytest.raises(ExtensionTooLong):
        extend_certificate(certificate_id=certificate.pk, until=too_late, at=NOW)

    certificate.refresh_from_db()
    assert (certificate.state, certificate.extended_until) == ("recognised", None)
    assert certificate.changes.count() == 0


def test_a_revoked_certificate_is_out_of_force_the_same_day():
    certificate = ProductFactory().certificates.get()

    revoke_certificate(
        certificate_id=certificate.pk,
        ground=RevocationGround.MARK_MISUSED,
        decision_number="9/QĐ-UBND",
        at=NOW,
    )

    certificate.refresh_from_db()
    assert (certificate.state, certificate.revoked_on) == ("revoked", date(2026, 11, 22))
    assert not Certificate.objects.in_force(on=date(2026, 11, 22)).exists()


@pytest.mark.parametrize("source", list(CertificateState))
@pytest.mark.parametrize("target", [CertificateState.EXTENDED, CertificateState.REVOKED])
def test_only_the_moves_of_the_table_are_made(source, target):
    certificate = ProductFactory().certificates.get()
    revoked_on = date(2026, 1, 1) if source == CertificateState.REVOKED else None
    extended = certificate.ends_on + timedelta(days=30)
    Certificate.objects.filter(pk=certificate.pk).update(
        state=source,
        revoked_on=revoked_on,
        extended_until=extended if source == CertificateState.EXTENDED else None,
    )

    def move():
        if target == CertificateState.EXTENDED:
            until = certificate.ends_on + timedelta(days=90)
            extend_certificate(certificate_id=certificate.pk, until=until, at=NOW)
        else:
            revoke_certificate(
                certificate_id=certificate.pk,
                ground=RevocationGround.OTHER_FINDING,
                decision_number="1/QĐ",
                at=NOW,
            )

    if CERTIFICATE_MOVES.allows(source, target):
        move()
        certificate.refresh_from_db()
        assert certificate.state == target
        assert certificate.changes.count() == 1
    else:
        with pytest.raises(MoveRefused):
            move()
        certificate.refresh_from_db()
        assert (certificate.state, certificate.revoked_on) == (source, revoked_on)
        assert certificate.changes.count() == 0


@pytest.mark.parametrize("source", list(CertificateState))
def test_only_a_live_certificate_is_superseded(source):
    product = ProductFactory(certificate__number="old")
    Certificate.objects.update(
        state=source,
        revoked_on=date(2026, 1, 1) if source == CertificateState.REVOKED else None,
        extended_until=date(2028, 6, 1) if source == CertificateState.EXTENDED else None,
    )

    recognise_product(product=product, recognition=recognition(), at=NOW)

    moved = CERTIFICATE_MOVES.allows(source, CertificateState.SUPERSEDED)
    old = Certificate.objects.get(number="old")
    assert old.state == (CertificateState.SUPERSEDED if moved else source)
    assert old.changes.count() == moved


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"ends_on": date(2029, 11, 2)}, WrongEnd),
        ({"ends_on": date(2026, 11, 1)}, WrongEnd),
        ({"score": Decimal("69.99")}, ScoreTooLow),
        ({"issued_on": date(2026, 11, 23)}, WrongDay),
        ({"issued_on": date(2025, 2, 28)}, OlderThanLive),
    ],
)
def test_a_decision_that_the_law_or_the_calendar_rules_out_writes_nothing(changes, refusal):
    product = ProductFactory(certificate__number="old")

    with pytest.raises(refusal):
        recognise_product(product=product, recognition=recognition(**changes), at=NOW)

    assert states_of(product) == [("old", "recognised")]
    assert CertificateChange.objects.count() == 0


def test_the_last_day_and_the_least_score_of_the_law_pass():
    product = ProductFactory(certificate=None)
    edge = recognition(ends_on=date(2029, 11, 1), score=Decimal(70), issued_on=date(2026, 11, 1))

    assert recognise_product(product=product, recognition=edge, at=NOW).state == "recognised"


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2025, 2, 28)])
def test_a_revocation_is_dated_between_issue_and_today(day):
    certificate = ProductFactory().certificates.get()

    with pytest.raises(WrongDay):
        revoke_certificate(
            certificate_id=certificate.pk,
            ground=RevocationGround.FALSE_FILE,
            decision_number="9/QĐ-UBND",
            at=NOW,
            revoked_on=day,
        )

    certificate.refresh_from_db()
    assert (certificate.state, certificate.revoked_on) == ("recognised", None)


@pytest.mark.parametrize(
    "values",
    [
        {"state": "lost"},
        {"state": "extended"},
        {"extended_until": date(2028, 6, 1)},
        {"state": "revoked"},
        {"revoked_on": date(2026, 1, 1)},
        {"state": "revoked", "revoked_on": date(2025, 2, 28)},
        {"ends_on": date(2025, 3, 1)},
        {"state": "extended", "extended_until": date(2028, 2, 29)},
    ],
)
def test_the_database_refuses_a_state_that_does_not_go_with_its_days(values):
    ProductFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.update(**values)
