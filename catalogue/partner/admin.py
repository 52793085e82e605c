"""Partners in the Django admin; their state moves by operations only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from oscar.apps.partner.admin import *

from catalogue.partner.models import Partner, PartnerChange, TeamMember

admin.site.unregister(Partner)


class TeamMemberInline(admin.TabularInline):
    """Who sits at the partner's desk."""

    model = TeamMember
    extra = 0
    autocomplete_fields = ["user"]


class PartnerChangeInline(admin.TabularInline):
    """The append-only rows of the partner's moves."""

    model = PartnerChange
    extra = 0
    can_delete = False
    readonly_fields = ["from_state", "to_state", "at", "by", "reason"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are added by operations only."""
        return False


@admin.register(Partner)
class PartnerAdmin(admin.ModelAdmin):
    """Everything about a partner but its state."""

    list_display = ["name", "kind", "province", "state"]
    list_filter = ["state", "kind"]
    search_fields = ["name", "legal_name", "code", "tax_code"]
    readonly_fields = ["state"]
    autocomplete_fields = ["province", "commune"]
    exclude = ["users"]
    inlines = [TeamMemberInline, PartnerChangeInline]
