"""The editors' interface, and nowhere else."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from cms.choosers import product_chooser


@hooks.register("register_admin_viewset")
def register_product_chooser() -> ViewSet:
    """Let editors choose products."""
    return product_chooser
