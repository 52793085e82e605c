"""The product page; Oscar looks the class up by this module's name."""

from typing import Any

from django.http import Http404
from django.utils import timezone
from oscar.apps.catalogue.views import ProductDetailView as OscarProductDetailView
from oscar.core.loading import get_class

from catalogue.kernel.offline import keep_offline
from catalogue.models import Product
from catalogue.product_page import (
    build_product_page,
    describe_for_search_engines,
    load_product,
)

CatalogueView = get_class("search.views", "CatalogueView")
ProductCategoryView = get_class("search.views", "ProductCategoryView")


class ProductDetailView(OscarProductDetailView):
    """One product; one that is not listed keeps its address, says why, and sells nothing."""

    template_name = "oscar/catalogue/detail.html"
    enforce_parent = True

    def get_object(self, queryset: Any = None) -> Product:
        """Load the product once, with all that its page needs; 404 when there is none."""
        if not hasattr(self, "object"):
            try:
                self.object = load_product(pk=self.kwargs["pk"])
            except Product.DoesNotExist as unknown:
                raise Http404 from unknown
        return self.object

    def is_viewable(self, product: Product, request: Any) -> bool:
        """Show what was ever certified; a draft that never was is nobody's business yet."""
        return product.partner_id is not None and bool(product.history)

    def send_signal(self, request: Any, response: Any, product: Product) -> None:
        """Record nothing: what people look at is sensitive data (Law 91/2025), and a write."""

    def render_to_response(self, context: dict, **kwargs: Any) -> Any:
        """Let the device keep the page of a product on sale, to show it without a network."""
        response = super().render_to_response(context, **kwargs)
        return keep_offline(response, "product") if context["page"].listed else response

    def get_context_data(self, **kwargs: Any) -> dict:
        """Give the template one `ProductPage`."""
        page = build_product_page(product=self.object, on=timezone.localdate())
        return {
            "view": self,
            "product": self.object,
            "page": page,
            "description": describe_for_search_engines(page),
        } | kwargs
