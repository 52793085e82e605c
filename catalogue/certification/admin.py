"""Certificates in the Django admin: to read; decisions are written by operations."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from catalogue.certification.models import Certificate, CertificateChange


class CertificateChangeInline(admin.TabularInline):
    """The append-only rows of one certificate."""

    model = CertificateChange
    extra = 0
    can_delete = False
    readonly_fields = ["from_state", "to_state", "at", "by", "reason"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are added by operations only."""
        return False


@admin.register(Certificate)
class CertificateAdmin(admin.ModelAdmin):
    """A list with search; nothing is edited here."""

    list_display = ["number", "product", "stars", "state", "issued_on", "ends_on"]
    list_filter = ["state", "stars", "issuer_level"]
    search_fields = ["number", "product__title", "decision_number"]
    inlines = [CertificateChangeInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Certificates are recognised by operations only."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A certificate changes by a decision, never by an edit."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A certificate is history; it is never deleted."""
        return False
