"""Oscar's three list views over its own queryset, rendered with its own templates."""

from types import SimpleNamespace

from django.shortcuts import get_object_or_404
from django.views.generic import ListView
from oscar.core.loading import get_model

Product = get_model("catalogue", "Product")
Category = get_model("catalogue", "Category")


class CatalogueView(ListView):
    """All products."""

    template_name = "oscar/catalogue/browse.html"
    paginate_by = 20

    def get_queryset(self):
        return Product.objects.browsable().base_queryset().order_by("-date_created")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        # Oscar's templates expect search results that hold the product.
        page.object_list = [SimpleNamespace(object=product) for product in page.object_list]
        context["page"] = page
        context["summary"] = "All products"
        context["products"] = page.object_list
        return context


class ProductCategoryView(CatalogueView):
    """Products of a category."""

    template_name = "oscar/catalogue/category.html"

    def get_queryset(self):
        self.category = get_object_or_404(Category, pk=self.kwargs["pk"])
        categories = self.category.get_descendants_and_self()
        return super().get_queryset().filter(categories__in=categories).distinct()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"category": self.category}


class FacetedSearchView(CatalogueView):
    """Not measured."""
