"""Partners (cooperatives and other OCOP subjects), their team, their stock and prices."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Floor
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner, AbstractStockRecord
from phonenumber_field.modelfields import PhoneNumberField

from catalogue.partner.states import PartnerKind, PartnerState, TeamRole


class InsufficientStock(Exception):
    """Fewer units are free than were asked for; nothing was taken."""

    def __init__(self, stockrecord_id: int, quantity: int) -> None:
        super().__init__(f"stock record {stockrecord_id}: {quantity} not available")
        self.stockrecord_id = stockrecord_id
        self.quantity = quantity


class Partner(AbstractPartner):
    """An OCOP subject that sells here (chủ thể OCOP, Decision 26/2026/QĐ-TTg Art. 2).

    What a seller page must show by the E-commerce Law 122/2025 is held here: legal name and
    kind, place, phone and e-mail, tax code. Numbers of identity papers are not stored.
    """

    kind = models.CharField(
        _("Loại hình"), max_length=20, choices=PartnerKind, default=PartnerKind.COOPERATIVE
    )
    legal_name = models.CharField(_("Tên pháp lý"), max_length=200, blank=True)
    tax_code = models.CharField(
        _("Mã số thuế"),
        max_length=14,
        blank=True,
        validators=[RegexValidator(r"^\d{10}(-\d{3})?$", _("Mã số thuế gồm 10 chữ số."))],
    )
    province = models.ForeignKey(
        "places.Province",
        verbose_name=_("Tỉnh, thành phố"),
        related_name="partners",
        on_delete=models.PROTECT,
        null=True,
    )
    commune = models.ForeignKey(
        "places.Commune",
        verbose_name=_("Xã, phường"),
        related_name="partners",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    street = models.CharField(_("Số nhà, thôn, đường"), max_length=200, blank=True)
    phone = PhoneNumberField(_("Điện thoại"), blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    about = models.TextField(_("Giới thiệu"), blank=True)
    state = models.CharField(
        _("Trạng thái"), max_length=12, choices=PartnerState, default=PartnerState.APPLIED
    )
    demonstration_fields = models.JSONField(_("Dữ liệu trình diễn"), default=list, blank=True)

    class Meta(AbstractPartner.Meta):
        constraints = [
            models.CheckConstraint(
                name="partner_state_known", condition=Q(state__in=PartnerState.values)
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of the partner's public page."""
        return reverse("partner", kwargs={"slug": self.code})

    @property
    def is_active(self) -> bool:
        """Only an active partner's goods are listed and sold."""
        return self.state == PartnerState.ACTIVE


class TeamMember(models.Model):
    """A user's seat at a partner's desk."""

    partner = models.ForeignKey(Partner, related_name="team", on_delete=models.CASCADE)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="partner_seats", on_delete=models.CASCADE
    )
    role = models.CharField(_("Vai trò"), max_length=10, choices=TeamRole)

    class Meta:
        verbose_name = _("Thành viên")
        verbose_name_plural = _("Thành viên")
        constraints = [
            models.UniqueConstraint(name="one_seat_per_desk", fields=["partner", "user"]),
            models.CheckConstraint(name="team_role_known", condition=Q(role__in=TeamRole.values)),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.partner} · {self.get_role_display()}"


class PartnerChange(models.Model):
    """One move of a partner's state; rows are added, never changed."""

    partner = models.ForeignKey(Partner, related_name="changes", on_delete=models.CASCADE)
    from_state = models.CharField(max_length=12, choices=PartnerState)
    to_state = models.CharField(max_length=12, choices=PartnerState)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.partner}: {self.from_state} → {self.to_state}"


class StockRecord(AbstractStockRecord):
    """Price in whole đồng and stock of one product at its one partner."""

    class Meta(AbstractStockRecord.Meta):
        constraints = [
            models.UniqueConstraint(name="one_partner_per_product", fields=["product"]),
            models.CheckConstraint(
                name="stock_never_oversold",
                condition=Q(num_in_stock__isnull=True)
                | Q(num_in_stock__gte=Coalesce(F("num_allocated"), Value(0))),
            ),
            models.CheckConstraint(
                name="price_in_whole_dong",
                condition=Q(price__isnull=True) | Q(price=Floor("price"), price__gte=0),
            ),
        ]

    def clean(self) -> None:
        """Raise `ValidationError` for another seller than the product's.

        A certificate is one subject's (Decision 26/2026/QĐ-TTg Art. 2), so two sellers of one
        name are two products.
        """
        super().clean()
        product = self.product if self.product_id else None
        own = product and (product.partner_id or (product.parent and product.parent.partner_id))
        if own and self.partner_id and own != self.partner_id:
            raise ValidationError({"partner": _("Sản phẩm này là của người bán khác.")})

    def allocate(self, quantity: int) -> None:
        """Set ``quantity`` units aside for an order.

        Oscar's own is an update without a condition and oversells; this one takes the units
        only while that many are free. Raises `InsufficientStock` and changes nothing otherwise.
        """
        if not self.can_track_allocations:
            return
        self.pre_save_signal()
        allocated = Coalesce(F("num_allocated"), 0) + quantity
        taken = (
            type(self)
            .objects.filter(pk=self.pk, num_in_stock__gte=allocated)
            .update(num_allocated=allocated)
        )
        if not taken:
            raise InsufficientStock(self.pk, quantity)
        self.refresh_from_db(fields=["num_allocated"])
        self.post_save_signal()

    allocate.alters_data = True  # type: ignore[attr-defined]


from oscar.apps.partner.models import *
