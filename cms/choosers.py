"""How editors find products: a chooser that looks up by name, maker or place; changes nothing."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser as chooser_views
from wagtail.admin.viewsets.chooser import ChooserViewSet

from catalogue.models import Product
from cms.queries import products_named


class ProductFilterForm(BaseFilterForm):
    """One box: words of a product's name, its maker or its province, accents not needed."""

    q = forms.CharField(
        label=_("Tên, người bán hoặc tỉnh"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Gõ không dấu cũng được")}),
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        """Keep the products that all typed words fit."""
        objects = super().filter(objects)
        words = self.cleaned_data.get("q")
        if not words:
            return objects
        self.is_searching = True
        self.search_query = words
        return products_named(products=objects, words=words)


class ListedProducts:
    """What both views of the chooser show: the products that are listed today."""

    filter_form_class = ProductFilterForm

    def get_object_list(self) -> QuerySet:
        """Leave out what may not be shown."""
        products = Product.objects.browsable().select_related("partner", "province")
        return products.order_by("title", "pk")

    @property
    def columns(self) -> list[Column]:
        """Tell goods of one name apart by who makes them and where."""
        return [
            self.title_column,  # type: ignore[attr-defined]
            Column("partner", label=_("Người bán"), accessor="partner.name"),
            Column("province", label=_("Tỉnh, thành phố"), accessor="province.name"),
        ]


class ChooseProductView(ListedProducts, chooser_views.ChooseView):
    """The window that opens."""


class ProductResultsView(ListedProducts, chooser_views.ChooseResultsView):
    """What stands in it after another word or page."""


class ProductChooserViewSet(ChooserViewSet):
    """Choose among the products that are listed today."""

    model = "catalogue.Product"
    icon = "tag"
    choose_one_text = _("Chọn sản phẩm")
    choose_another_text = _("Chọn sản phẩm khác")
    page_title = _("Sản phẩm")
    per_page = 20
    choose_view_class = ChooseProductView
    choose_results_view_class = ProductResultsView


product_chooser: Any = ProductChooserViewSet("product_chooser")
ProductChooserBlock = product_chooser.get_block_class(
    name="ProductChooserBlock", module_path="cms.choosers"
)
