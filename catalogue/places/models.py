"""The tables of places.

The region is computed from the province: only Province points at a Region, everything else asks
its province. The regions were redrawn in October 2025 and may be again.
"""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models

from catalogue.kernel.fold import fold
from catalogue.languages import reads_english
from catalogue.places.kinds import CommuneKind, DistrictKind, OldCommuneKind, ProvinceKind

HO_CHI_MINH_PREFIX = "TP. "
"""Stands before the name of Ho Chi Minh City, which is never called by the man's name alone."""


def searchable(name: str) -> str:
    """Return the name as it stands in the column "folded"."""
    return fold(name.removeprefix(HO_CHI_MINH_PREFIX))


class NamedPlace(models.Model):
    """A name and the same name folded, kept together by every save."""

    name = models.CharField("tên", max_length=80)
    folded = models.CharField("tên không dấu", max_length=80, db_index=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the folded name computed from the name."""
        self.folded = searchable(self.name)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)


class Region(models.Model):
    """One of the six socio-economic regions (Resolution 306/NQ-CP of 5 October 2025)."""

    code = models.CharField("mã", max_length=8, primary_key=True)
    slug = models.SlugField("đường dẫn", max_length=80, unique=True)
    name_vi = models.CharField("tên tiếng Việt", max_length=80)
    name_en = models.CharField("tên tiếng Anh", max_length=80)
    position = models.PositiveSmallIntegerField("thứ tự", unique=True)

    class Meta:
        ordering = ["position"]
        verbose_name = "vùng"
        verbose_name_plural = "vùng"

    def __str__(self) -> str:
        return self.name_vi

    def name_in(self, language: str) -> str:
        """Return the Vietnamese name for "vi", else the English one."""
        return self.name_en if reads_english(language) else self.name_vi


class Province(NamedPlace):
    """One of the 34 provinces and cities; the code is the statistics office's.

    `areas` holds one or two label areas ("TN NT"), inland first, as on the cloth map, where
    `map_column` and `map_row` place the province on a grid of 8 columns, counted from 1.
    """

    code = models.PositiveSmallIntegerField("mã", primary_key=True)
    slug = models.SlugField("đường dẫn", max_length=80, unique=True)
    kind = models.CharField("cấp", max_length=12, choices=ProvinceKind)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="provinces", verbose_name="vùng"
    )
    name_since = models.DateField("mang tên này từ")
    name_en = models.CharField("tên tiếng Anh", max_length=80)
    areas = models.CharField(
        "biên nhãn",
        max_length=5,
        validators=[RegexValidator(r"^(NB|SH|BT|NT|TN|DN|CL)( (NB|SH|BT|NT|TN|DN|CL))?$")],
    )
    map_column = models.PositiveSmallIntegerField("cột trên bản đồ vải")
    map_row = models.PositiveSmallIntegerField("hàng trên bản đồ vải")

    class Meta:
        ordering = ["folded"]
        verbose_name = "tỉnh, thành phố"
        verbose_name_plural = "tỉnh, thành phố"
        constraints = [
            models.UniqueConstraint(fields=["map_column", "map_row"], name="places_map_cell_unique")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """The name with its kind: "Tỉnh Sơn La", "Thành phố Hồ Chí Minh"."""
        return f"{self.get_kind_display()} {self.name.removeprefix(HO_CHI_MINH_PREFIX)}"

    @property
    def area_codes(self) -> tuple[str, ...]:
        """The one or two label areas, inland first."""
        return tuple(self.areas.split())

    def name_in(self, language: str) -> str:
        """Return the Vietnamese name for "vi", else the English one."""
        return self.name_en if reads_english(language) else self.name


class OldProvince(NamedPlace):
    """One of the 63 provinces before July 2025.

    Its code says nothing against today's: 24 was Bắc Giang and is Bắc Ninh now.
    """

    code = models.PositiveSmallIntegerField("mã cũ", unique=True)
    slug = models.SlugField("đường dẫn cũ", max_length=80, unique=True)
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, related_name="old_provinces", verbose_name="nay thuộc"
    )
    area = models.CharField("biên nhãn", max_length=2)
    region_before = models.CharField("vùng trước đây", max_length=60)

    class Meta:
        ordering = ["folded"]
        verbose_name = "tỉnh cũ"
        verbose_name_plural = "tỉnh cũ"

    def __str__(self) -> str:
        return self.name


class Commune(NamedPlace):
    """One of the 3,321 communes, wards and special zones of today; the code has five digits."""

    code = models.CharField("mã", max_length=5, unique=True)
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, related_name="communes", verbose_name="tỉnh, thành phố"
    )
    kind = models.CharField("loại", max_length=8, choices=CommuneKind)
    name_since = models.DateField("mang tên này từ")

    class Meta:
        ordering = ["folded", "code"]
        verbose_name = "xã, phường, đặc khu"
        verbose_name_plural = "xã, phường, đặc khu"
        indexes = [models.Index(fields=["province", "folded"], name="places_commune_in_province")]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with its kind: "Xã Tân Lập", "Phường 1 Bảo Lộc"."""
        return f"{self.get_kind_display()} {self.name}"


class OldDistrict(NamedPlace):
    """One of the 696 districts of the end of June 2025, when the level was abolished.

    `commune` is set for the five island districts without communes, each now one special zone.
    """

    old_province = models.ForeignKey(
        OldProvince, on_delete=models.CASCADE, related_name="districts", verbose_name="tỉnh cũ"
    )
    kind = models.CharField("loại", max_length=12, choices=DistrictKind)
    slug = models.SlugField("đường dẫn", max_length=80)
    commune = models.ForeignKey(
        Commune,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="old_districts",
        verbose_name="nay là",
    )

    class Meta:
        ordering = ["folded", "pk"]
        verbose_name = "huyện, quận cũ"
        verbose_name_plural = "huyện, quận cũ"
        constraints = [
            models.UniqueConstraint(
                fields=["old_province", "slug"], name="places_old_district_unique"
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with its kind: "Huyện Mộc Châu", "Quận 1"."""
        return f"{self.get_kind_display()} {self.name}"


class OldCommune(NamedPlace):
    """A commune, ward or township before July 2025, and the communes of today that hold it.

    A few were divided, so there may be several.
    """

    old_district = models.ForeignKey(
        OldDistrict, on_delete=models.CASCADE, related_name="old_communes", verbose_name="huyện cũ"
    )
    kind = models.CharField("loại", max_length=8, choices=OldCommuneKind)
    communes = models.ManyToManyField(Commune, related_name="old_communes", verbose_name="nay là")

    class Meta:
        ordering = ["folded", "pk"]
        verbose_name = "xã, phường, thị trấn cũ"
        verbose_name_plural = "xã, phường, thị trấn cũ"
        constraints = [
            models.UniqueConstraint(
                fields=["old_district", "kind", "name"], name="places_old_commune_unique"
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with its kind: "Thị trấn Mộc Châu"."""
        return f"{self.get_kind_display()} {self.name}"

    @property
    def old_province(self) -> OldProvince:
        """The province it belonged to."""
        return self.old_district.old_province


class FormerName(NamedPlace):
    """A name or kind that a place of today bore, from a day until the day before another.

    Either a province's (its slug redirects) or a commune's.
    """

    province = models.ForeignKey(
        Province,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="former",
        verbose_name="tỉnh, thành phố",
    )
    commune = models.ForeignKey(
        Commune,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="former",
        verbose_name="xã, phường, đặc khu",
    )
    kind = models.CharField("loại", max_length=12)
    slug = models.SlugField("đường dẫn", max_length=80, blank=True)
    since = models.DateField("từ ngày")
    until = models.DateField("đến trước ngày")

    class Meta:
        ordering = ["-until", "pk"]
        verbose_name = "tên trước đây"
        verbose_name_plural = "tên trước đây"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(province__isnull=True, commune__isnull=False)
                | models.Q(province__isnull=False, commune__isnull=True),
                name="places_former_name_of_one_place",
            ),
            models.CheckConstraint(
                condition=models.Q(until__gt=models.F("since")),
                name="places_former_name_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["province", "until"], name="places_former_province_unique"
            ),
            models.UniqueConstraint(
                fields=["commune", "until"], name="places_former_commune_unique"
            ),
        ]

    def __str__(self) -> str:
        return self.name
