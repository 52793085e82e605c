"""Orders in the Django admin: to look at; their states move by operations only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from oscar.apps.order.admin import *
from oscar.apps.order.admin import LineInline as OscarLineInline
from oscar.apps.order.admin import OrderAdmin as OscarOrderAdmin

from marketplace.order.models import Line, LinePrice, Order, OrderStatusChange, PartnerOrder

# Lines are seen with their order; what they took of the stock is not typed in by hand.
admin.site.unregister([Order, Line, LinePrice, OrderStatusChange])


class LineInline(OscarLineInline):
    """What was bought, as it was bought."""

    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a line added here would belong to no part and have taken no stock."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: stock and money were settled by what stands here."""
        return False


class PartnerOrderInline(admin.TabularInline):
    """The sellers' parts of an order."""

    model = PartnerOrder
    extra = 0
    can_delete = False
    readonly_fields = ["partner", "number", "state", "goods_total", "shipping_charge", "placed_at"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: parts are written with their order."""
        return False


@admin.register(Order)
class OrderAdmin(OscarOrderAdmin):
    """Everything about an order but its state and what hangs on it."""

    readonly_fields = (*OscarOrderAdmin.readonly_fields, "status", "currency", "date_placed")
    inlines = [LineInline, PartnerOrderInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: orders are placed by operations only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: contracts are kept (E-commerce Law 122/2025), and stock hangs on them."""
        return False
