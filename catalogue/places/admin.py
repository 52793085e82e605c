"""Places in Django's admin: today's names can be corrected, old ones only looked up."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from catalogue.places.models import (
    Commune,
    FormerName,
    OldCommune,
    OldDistrict,
    OldProvince,
    Province,
    Region,
)

if TYPE_CHECKING:
    PlaceAdmin = admin.ModelAdmin[Model]
else:
    PlaceAdmin = admin.ModelAdmin


class ReadOnlyAdmin(PlaceAdmin):
    """History and codes come from the prepared files."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Refuse."""
        return False


class SpellingAdmin(PlaceAdmin):
    """Names of today may be corrected; places are neither added nor deleted by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Refuse."""
        return False


@admin.register(Region)
class RegionAdmin(SpellingAdmin):
    """The six regions."""

    list_display = ("name_vi", "name_en", "position")
    readonly_fields = ("code", "slug")


@admin.register(Province)
class ProvinceAdmin(SpellingAdmin):
    """The 34 provinces and cities."""

    list_display = ("name", "kind", "region", "name_since", "code")
    list_filter = ("region", "kind")
    list_select_related = ("region",)
    search_fields = ("name", "folded", "old_provinces__name", "old_provinces__folded")
    readonly_fields = ("code", "slug")


@admin.register(Commune)
class CommuneAdmin(SpellingAdmin):
    """The 3,321 communes, wards and special zones."""

    list_display = ("name", "kind", "province", "name_since", "code")
    list_filter = ("kind", "province")
    list_select_related = ("province",)
    search_fields = ("name", "folded", "code")
    readonly_fields = ("code", "province")


@admin.register(OldProvince)
class OldProvinceAdmin(ReadOnlyAdmin):
    """The 63 provinces before July 2025."""

    list_display = ("name", "province", "area", "code")
    list_select_related = ("province",)
    search_fields = ("name", "folded")


@admin.register(OldDistrict)
class OldDistrictAdmin(ReadOnlyAdmin):
    """The 696 districts before July 2025."""

    list_display = ("name", "kind", "old_province")
    list_filter = ("kind",)
    list_select_related = ("old_province",)
    search_fields = ("name", "folded")


@admin.register(OldCommune)
class OldCommuneAdmin(ReadOnlyAdmin):
    """The communes, wards and townships before July 2025."""

    list_display = ("name", "kind", "old_district")
    list_filter = ("kind",)
    list_select_related = ("old_district",)
    search_fields = ("name", "folded", "old_district__name", "old_district__folded")


@admin.register(FormerName)
class FormerNameAdmin(ReadOnlyAdmin):
    """Names and kinds that ended since July 2025."""

    list_display = ("name", "kind", "province", "commune", "since", "until")
    list_select_related = ("province", "commune")
    search_fields = ("name", "folded")
