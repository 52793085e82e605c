"""Certificates and the append-only rows of their changes."""

from datetime import date
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue.certification.states import (
    LIVE_STATES,
    CertificateState,
    FileKind,
    IssuerLevel,
    RevocationGround,
)
from catalogue.partner.states import PartnerState


class CertificateQuerySet(models.QuerySet):
    """Adjectives about certificates."""

    def live(self) -> Self:
        """Keep those neither superseded nor revoked; they may have ended by date."""
        return self.filter(state__in=LIVE_STATES)

    def in_force(self, *, on: date) -> Self:
        """Keep those valid on the day ``on``, the last day included.

        36 months from issue (Decision 26/2026/QĐ-TTg Art. 4.3) or, while a renewal is being
        decided, until the day of the extension (Art. 12.3); never after a revocation (Art. 8).
        """
        return self.live().filter(issued_on__lte=on, stars__gte=3, last_day__gte=on)

    def licensing(self, *, on: date) -> Self:
        """Keep those under which goods may be sold on the day ``on``.

        In force, the product public, its partner active: the whole rule of this marketplace.
        `catalogue.managers.ProductQuerySet.listed` asks it of products.
        """
        return self.in_force(on=on).filter(
            product__is_public=True, product__partner__state=PartnerState.ACTIVE
        )


class Certificate(models.Model):
    """One recognition of one product: what was decided, by whom, and for how long."""

    product = models.ForeignKey(
        "catalogue.Product",
        verbose_name=_("Sản phẩm"),
        related_name="certificates",
        on_delete=models.PROTECT,
    )
    number = models.CharField(
        _("Số giấy"),
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[0-9A-Za-z][0-9A-Za-z.\-]*$")],
    )
    stars = models.PositiveSmallIntegerField(
        _("Số sao"), validators=[MinValueValidator(3), MaxValueValidator(5)]
    )
    score = models.DecimalField(
        _("Điểm trung bình"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    file_kind = models.CharField(
        _("Loại hồ sơ"), max_length=14, choices=FileKind, default=FileKind.FIRST
    )
    decision_number = models.CharField(_("Số quyết định"), max_length=80)
    issuer_level = models.CharField(_("Cấp công nhận"), max_length=10, choices=IssuerLevel)
    issuer_name = models.CharField(_("Cơ quan công nhận"), max_length=200)
    issued_on = models.DateField(_("Ngày cấp"))
    ends_on = models.DateField(_("Có giá trị đến hết ngày"))
    extended_until = models.DateField(_("Kéo dài đến hết ngày"), null=True, blank=True)
    last_day = models.GeneratedField(
        expression=Coalesce("extended_until", "ends_on"),
        output_field=models.DateField(),
        db_persist=True,
    )
    revoked_on = models.DateField(_("Ngày thu hồi"), null=True, blank=True)
    revocation_ground = models.CharField(
        _("Lý do thu hồi"), max_length=20, choices=RevocationGround, blank=True
    )
    revocation_decision = models.CharField(_("Quyết định thu hồi"), max_length=80, blank=True)
    state = models.CharField(
        _("Trạng thái"),
        max_length=12,
        choices=CertificateState,
        default=CertificateState.RECOGNISED,
    )
    demonstration_fields = models.JSONField(_("Dữ liệu trình diễn"), default=list, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("Giấy chứng nhận")
        verbose_name_plural = _("Giấy chứng nhận")
        ordering = ["-issued_on", "-pk"]
        indexes = [models.Index(fields=["last_day"], name="certificate_last_day")]
        constraints = [
            models.CheckConstraint(
                name="certificate_state_known", condition=Q(state__in=CertificateState.values)
            ),
            models.CheckConstraint(
                name="certificate_3_to_5_stars", condition=Q(stars__range=(3, 5))
            ),
            models.CheckConstraint(
                name="certificate_ends_after_issue", condition=Q(ends_on__gt=F("issued_on"))
            ),
            models.CheckConstraint(
                name="certificate_extended_after_end",
                condition=Q(extended_until__isnull=True) | Q(extended_until__gt=F("ends_on")),
            ),
            models.CheckConstraint(
                name="certificate_revoked_whole",
                condition=Q(state=CertificateState.REVOKED, revoked_on__isnull=False)
                | (~Q(state=CertificateState.REVOKED) & Q(revoked_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="certificate_revoked_after_issue",
                condition=Q(revoked_on__isnull=True) | Q(revoked_on__gte=F("issued_on")),
            ),
            models.CheckConstraint(
                name="certificate_extended_whole",
                condition=~Q(state__in=LIVE_STATES)
                | Q(state=CertificateState.RECOGNISED, extended_until__isnull=True)
                | Q(state=CertificateState.EXTENDED, extended_until__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_live_certificate_per_product",
                fields=["product"],
                condition=Q(state__in=LIVE_STATES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.stars} sao"

    def get_absolute_url(self) -> str:
        """Return the address of the public check of this certificate."""
        return reverse("certificate", kwargs={"number": self.number})

    def is_in_force(self, *, on: date) -> bool:
        """Say whether this certificate is valid on the day ``on``; the rule of `in_force`."""
        return (
            self.state in LIVE_STATES
            and self.stars >= 3
            and self.issued_on <= on <= (self.extended_until or self.ends_on)
        )


class CertificateChange(models.Model):
    """One decision about a certificate; rows are added, never changed."""

    certificate = models.ForeignKey(Certificate, related_name="changes", on_delete=models.CASCADE)
    from_state = models.CharField(max_length=12, choices=CertificateState, blank=True)
    to_state = models.CharField(max_length=12, choices=CertificateState)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.from_state} → {self.to_state}"
