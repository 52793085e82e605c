"""Every write about certificates; nothing else saves them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from catalogue.certification import rules
from catalogue.certification.models import Certificate, CertificateChange
from catalogue.certification.states import (
    CERTIFICATE_MOVES,
    CertificateState,
    FileKind,
    IssuerLevel,
    RevocationGround,
)
from catalogue.certification.validity import end_of_validity
from catalogue.models import Product


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a recognition decision says about one product."""

    number: str
    stars: int
    decision_number: str
    issuer_level: IssuerLevel
    issuer_name: str
    issued_on: date
    file_kind: FileKind = FileKind.FIRST
    score: Decimal | None = None
    ends_on: date | None = None
    demonstration_fields: tuple[str, ...] = ()


@transaction.atomic
def recognise_product(
    *, product: Product, recognition: Recognition, at: datetime, by: Any = None
) -> Certificate:
    """Write the certificate of ``recognition``; an older live one is superseded.

    The end is 36 months from issue (Decision 26/2026/QĐ-TTg Art. 4.3) unless the decision
    says an earlier day. Raises `rules.WrongIssuer` when that level could not sign for those stars
    on that day, `rules.WrongEnd`, `rules.ScoreTooLow`, `rules.WrongDay` for a decision of a day
    to come, and `rules.OlderThanLive` for one from before the product's live certificate; nothing
    has changed then.
    """
    ends_on = recognition.ends_on or end_of_validity(recognition.issued_on)
    rules.check_issuer(
        level=recognition.issuer_level, stars=recognition.stars, issued_on=recognition.issued_on
    )
    rules.check_end(issued_on=recognition.issued_on, ends_on=ends_on)
    rules.check_score(stars=recognition.stars, score=recognition.score)
    rules.check_day(decided_on=recognition.issued_on, today=localdate(at))
    Product.objects.select_for_update().get(pk=product.pk)
    for older in Certificate.objects.live().filter(product=product).select_for_update():
        if older.issued_on > recognition.issued_on:
            raise rules.OlderThanLive(older.number)
        _move(older, CertificateState.SUPERSEDED, at=at, by=by, reason=recognition.decision_number)
    certificate = Certificate.objects.create(
        product=product,
        number=recognition.number,
        stars=recognition.stars,
        score=recognition.score,
        file_kind=recognition.file_kind,
        decision_number=recognition.decision_number,
        issuer_level=recognition.issuer_level,
        issuer_name=recognition.issuer_name,
        issued_on=recognition.issued_on,
        ends_on=ends_on,
        demonstration_fields=list(recognition.demonstration_fields),
    )
    CertificateChange.objects.create(
        certificate=certificate,
        to_state=CertificateState.RECOGNISED,
        at=at,
        by=by,
        reason=recognition.decision_number,
    )
    return certificate


@transaction.atomic
def extend_certificate(
    *, certificate_id: int, until: date, at: datetime, by: Any = None, reason: str = ""
) -> Certificate:
    """Keep a certificate in force while its renewal is being decided.

    At most 180 days past its end (Decision 26/2026/QĐ-TTg Art. 12.3): raises
    `rules.ExtensionTooLong` beyond that, `MoveRefused` when it is no longer live.
    """
    certificate = Certificate.objects.select_for_update().get(pk=certificate_id)
    rules.check_extension(ends_on=certificate.ends_on, extended_until=until)
    certificate.extended_until = until
    _move(certificate, CertificateState.EXTENDED, at=at, by=by, reason=reason)
    return certificate


@transaction.atomic
def revoke_certificate(
    *,
    certificate_id: int,
    ground: RevocationGround,
    decision_number: str,
    at: datetime,
    revoked_on: date | None = None,
    by: Any = None,
) -> Certificate:
    """Revoke a certificate; its product is unlisted from this moment.

    ``revoked_on`` is the day of the decision, today's where it is not given.

    Grounds: Decision 26/2026/QĐ-TTg Art. 8.1. Raises `MoveRefused` when it was revoked or
    superseded before, `rules.WrongDay` for a day to come or from before the issue.
    """
    certificate = Certificate.objects.select_for_update().get(pk=certificate_id)
    certificate.revoked_on = revoked_on or localdate(at)
    rules.check_day(
        decided_on=certificate.revoked_on, today=localdate(at), since=certificate.issued_on
    )
    certificate.revocation_ground = ground
    certificate.revocation_decision = decision_number
    _move(certificate, CertificateState.REVOKED, at=at, by=by, reason=decision_number)
    return certificate


def _move(
    certificate: Certificate, target: CertificateState, *, at: datetime, by: Any, reason: str
) -> None:
    source = CertificateState(certificate.state)
    CERTIFICATE_MOVES.check(source, target)
    certificate.state = target
    certificate.save()
    CertificateChange.objects.create(
        certificate=certificate, from_state=source, to_state=target, at=at, by=by, reason=reason
    )
