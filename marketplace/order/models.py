"""Orders, the part of each partner in them, and the append-only rows of their moves."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.address.abstract_models import AbstractShippingAddress
from oscar.apps.order.abstract_models import AbstractOrder

from marketplace.order.states import OrderState, PartnerOrderState


class Order(AbstractOrder):
    """What one buyer bought in one checkout, from one or several partners."""

    #: Nothing may follow for whoever asks Oscar's way (`set_status`, the dashboard's forms): an
    #: order ends with its parts, and `operations.move_partner_order` is the only door.
    pipeline: ClassVar = {state.value: () for state in OrderState}

    #: What the buyer read the shop in; every later mail about the order keeps to it.
    language = models.CharField(
        _("Ngôn ngữ"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )

    class Meta(AbstractOrder.Meta):
        constraints = [
            models.CheckConstraint(
                name="order_state_known", condition=Q(status__in=OrderState.values)
            ),
            # The lock on the basket keeps two tabs apart; this is the wall behind it.
            models.UniqueConstraint(name="one_order_per_basket", fields=["basket"]),
        ]


class ShippingAddress(AbstractShippingAddress):
    """Where an order goes: province, commune, street; no district since 1 July 2025.

    ``line1`` is the street, ``line4`` the commune's and ``state`` the province's name as they
    were on the day of the order, whatever happens to the names afterwards.
    """

    #: Vietnamese postcodes have 5 digits since 2018 and shoppers do not know them.
    POSTCODES_REGEX = {**AbstractShippingAddress.POSTCODES_REGEX, "VN": r"^([0-9]{5,6})?$"}

    commune = models.ForeignKey(
        "places.Commune", related_name="+", on_delete=models.SET_NULL, null=True, blank=True
    )


class PartnerOrder(models.Model):
    """One partner's part of an order: its lines, its delivery charge, its state."""

    order = models.ForeignKey(
        "order.Order", related_name="partner_orders", on_delete=models.CASCADE
    )
    partner = models.ForeignKey(
        "partner.Partner", related_name="partner_orders", on_delete=models.PROTECT
    )
    number = models.CharField(_("Mã đơn của người bán"), max_length=130, unique=True)
    state = models.CharField(
        _("Trạng thái"), max_length=10, choices=PartnerOrderState, default=PartnerOrderState.NEW
    )
    goods_total = models.PositiveBigIntegerField(_("Tiền hàng (đồng)"))
    shipping_charge = models.PositiveBigIntegerField(_("Phí giao (đồng)"))
    placed_at = models.DateTimeField(_("Đặt lúc"))

    class Meta:
        verbose_name = _("Đơn theo người bán")
        verbose_name_plural = _("Đơn theo người bán")
        ordering = ["-placed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="one_part_per_partner", fields=["order", "partner"]),
            models.CheckConstraint(
                name="partner_order_state_known", condition=Q(state__in=PartnerOrderState.values)
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """Return the address of this part at its partner's desk."""
        return reverse("seller:order", kwargs={"number": self.number})

    @property
    def total(self) -> int:
        """Goods and delivery in whole đồng."""
        return self.goods_total + self.shipping_charge

    @property
    def lines(self) -> QuerySet:
        """The lines of the order that are this partner's, and no others."""
        return self.order.lines.filter(partner_id=self.partner_id).order_by("pk")


class PartnerOrderChange(models.Model):
    """One move of a partner order; rows are added, never changed."""

    partner_order = models.ForeignKey(
        PartnerOrder, related_name="changes", on_delete=models.CASCADE
    )
    from_state = models.CharField(max_length=10, choices=PartnerOrderState, blank=True)
    to_state = models.CharField(max_length=10, choices=PartnerOrderState)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.partner_order}: {self.from_state} → {self.to_state}"


from oscar.apps.order.models import *
