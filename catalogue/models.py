"""Products and categories: Oscar's, with what an OCOP product is more than a product."""

from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractProduct, AbstractProductImage
from oscar.utils.models import get_image_upload_path

from catalogue.managers import ProductQuerySet
from catalogue.pictures.models import Picture
from catalogue.pictures.upload import check_upload, clean_upload


class Product(AbstractProduct):
    """One good of one partner, from one place.

    The added columns are read on every card or are what the law wants shown on the page
    (E-commerce Law 122/2025, Decree 248/2026 Art. 8 and 13, labelling rules).
    """

    partner = models.ForeignKey(
        "partner.Partner",
        verbose_name=_("Chủ thể"),
        related_name="products",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    province = models.ForeignKey(
        "places.Province",
        verbose_name=_("Tỉnh, thành phố"),
        related_name="products",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    old_province = models.ForeignKey(
        "places.OldProvince",
        verbose_name=_("Tỉnh trước tháng 7/2025"),
        related_name="products",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    commune = models.ForeignKey(
        "places.Commune",
        verbose_name=_("Xã, phường"),
        related_name="products",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    ocop_set = models.PositiveSmallIntegerField(
        _("Bộ tiêu chí OCOP"),
        help_text=_("Số từ 1 đến 26, Phụ lục I Quyết định 26/2026/QĐ-TTg"),
        validators=[MinValueValidator(1), MaxValueValidator(26)],
        null=True,
        blank=True,
    )
    net_quantity = models.CharField(_("Quy cách"), max_length=80, blank=True)
    weight_grams = models.PositiveIntegerField(_("Khối lượng gửi (gam)"), default=0)
    ingredients = models.TextField(_("Thành phần"), blank=True)
    storage = models.CharField(_("Bảo quản"), max_length=200, blank=True)
    shelf_life = models.CharField(_("Hạn sử dụng"), max_length=120, blank=True)
    season_months = models.JSONField(_("Tháng có hàng"), default=list, blank=True)
    demonstration_fields = models.JSONField(
        _("Dữ liệu trình diễn"),
        help_text=_("Tên các trường được đặt ra cho bản trình diễn, không có trong nguồn"),
        default=list,
        blank=True,
    )

    objects = ProductQuerySet.as_manager()

    class Meta(AbstractProduct.Meta):
        constraints = [
            models.CheckConstraint(
                name="product_ocop_set_in_annex",
                condition=Q(ocop_set__isnull=True) | Q(ocop_set__range=(1, 26)),
            ),
        ]

    def is_listed(self, *, on: date | None = None) -> bool:
        """Say whether this product may be shown and sold on the day ``on``; one query."""
        return type(self).objects.filter(pk=self.pk).listed(on=on or timezone.localdate()).exists()

    @property
    def needs_delivery(self) -> bool:
        """Tourism (set 26) is booked, not sent."""
        return self.ocop_set != 26


class ProductImage(AbstractProductImage):
    """A photograph of a product.

    ``original`` is Oscar's file of the upload; ``picture`` holds a copy of it, from which pages
    are served. The two never share one file: whoever deletes one leaves the other whole.
    """

    original = models.ImageField(
        _("Ảnh gốc"),
        upload_to=get_image_upload_path,
        max_length=255,
        validators=[check_upload],
    )
    picture = models.OneToOneField(
        Picture,
        verbose_name=_("Ảnh"),
        related_name="product_image",
        on_delete=models.CASCADE,
        null=True,
        editable=False,
    )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file is cleaned and copied into a picture of its own.

        Raises `ValidationError` if it is no photograph.
        """
        replaced = None
        if self.original and not self.original._committed:
            cleaned = clean_upload(self.original.file)
            replaced, self.picture = (
                self.picture,
                Picture.objects.create(
                    title=self.caption or self.product.get_title(), file=cleaned
                ),
            )
            cleaned.seek(0)
            self.original = cleaned
        super().save(*args, **kwargs)
        if replaced:
            replaced.delete()


from oscar.apps.catalogue.models import *
