"""Reads about certificates, as plain data for pages and the API."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.certification.issuers import issuer_in
from catalogue.certification.models import Certificate
from catalogue.certification.states import CertificateState


@dataclass(frozen=True, slots=True)
class CertificateView:
    """What a page says about one certificate on one day.

    ``state`` is one of ``in_force``, ``renewing`` (extended, still in force), ``ended``,
    ``revoked``, ``superseded``, ``not_yet`` (issued after that day).
    """

    number: str
    url: str
    stars: int
    issuer: str
    decision: str
    issued_on: date
    ends_on: date
    extended_until: date | None
    revoked_on: date | None
    ground: str
    state: str
    headline: str

    @property
    def licenses(self) -> bool:
        """Say whether goods may be sold under it."""
        return self.state in {"in_force", "renewing"}


def view_certificate(*, certificate: Certificate, on: date) -> CertificateView:
    """Return ``certificate`` as it is to be shown on the day ``on``; no query."""
    state = _state_on(certificate, on)
    return CertificateView(
        number=certificate.number,
        url=certificate.get_absolute_url(),
        stars=certificate.stars,
        issuer=issuer_in(get_language() or "vi", certificate.issuer_name),
        decision=certificate.decision_number,
        issued_on=certificate.issued_on,
        ends_on=certificate.ends_on,
        extended_until=certificate.extended_until,
        revoked_on=certificate.revoked_on,
        ground=certificate.get_revocation_ground_display(),
        state=state,
        headline=_headline(certificate, state),
    )


def view_history(*, certificates: Iterable[Certificate], on: date) -> list[CertificateView]:
    """Return the certificates of one product, the one that counts on the day ``on`` first."""
    views = [view_certificate(certificate=each, on=on) for each in certificates]
    return sorted(views, key=lambda view: (not view.licenses, -view.issued_on.toordinal()))


def get_certificate(*, number: str) -> Certificate:
    """Return the certificate of that number with product, partner and changes.

    Raises `Certificate.DoesNotExist`.
    """
    return (
        Certificate.objects.select_related("product__partner", "product__province")
        .prefetch_related("changes", "product__certificates")
        .get(number=number)
    )


def _state_on(certificate: Certificate, on: date) -> str:
    if certificate.state == CertificateState.REVOKED:
        return "revoked"
    if certificate.state == CertificateState.SUPERSEDED:
        return "superseded"
    if certificate.issued_on > on:
        return "not_yet"
    if not certificate.is_in_force(on=on):
        return "ended"
    return "in_force" if on <= certificate.ends_on else "renewing"


def _headline(certificate: Certificate, state: str) -> str:
    stars = _("OCOP %(stars)d sao") % {"stars": certificate.stars}
    last_day = date_format(certificate.extended_until or certificate.ends_on, "d/m/Y")
    if state == "in_force":
        return _("%(stars)s, còn hạn") % {"stars": stars}
    if state == "renewing":
        return _("%(stars)s, đang đánh giá lại") % {"stars": stars}
    if state == "revoked":
        day = date_format(certificate.revoked_on, "d/m/Y")
        return _("Giấy đã bị thu hồi ngày %(day)s") % {"day": day}
    if state == "superseded":
        return _("Đã có giấy mới thay thế")
    if state == "not_yet":
        day = date_format(certificate.issued_on, "d/m/Y")
        return _("Có giá trị từ ngày %(day)s") % {"day": day}
    return _("Giấy đã hết hạn từ sau ngày %(day)s") % {"day": last_day}
