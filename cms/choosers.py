"""How editors find products: a chooser that looks up by name, and changes nothing."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet


class ProductChooserViewSet(ChooserViewSet):
    """Choose among the products that are listed today."""

    model = "catalogue.Product"
    icon = "tag"
    choose_one_text = _("Chọn sản phẩm")
    choose_another_text = _("Chọn sản phẩm khác")
    page_title = _("Sản phẩm")
    per_page = 20

    def get_object_list(self):
        """Leave out what may not be shown."""
        return self.model_class.objects.browsable().order_by("title")


product_chooser = ProductChooserViewSet("product_chooser")
ProductChooserBlock = product_chooser.get_block_class(
    name="ProductChooserBlock", module_path="cms.choosers"
)
