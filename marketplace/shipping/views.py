"""What delivery of one good costs to the buyer's province."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalogue.models import Product
from catalogue.product_page import MOST_PER_ORDER, load_product
from marketplace.shipping.destination import keep_destination
from marketplace.shipping.queries import destination_for_slug, quote_product


@never_cache
@require_safe
def quote(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the province that was chosen, and say what it costs to send the product there.

    Asked by htmx, answer with the quote alone; else go back to the product's page, which shows
    it. An unknown province forgets the one that was kept.
    """
    try:
        product = load_product(pk=pk)
    except Product.DoesNotExist:
        raise Http404 from None
    if not product.history or product.partner is None:
        raise Http404
    destination = destination_for_slug(request.GET.get("province", "")[:80])
    if "HX-Request" in request.headers:
        asked = destination and quote_product(
            product=product, quantity=_quantity(request), destination=destination
        )
        response = render(request, "components/delivery_quote.html", {"quote": asked})
    else:
        response = redirect(f"{product.get_absolute_url()}#delivery")
    keep_destination(response, destination)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _quantity(request: HttpRequest) -> int:
    text = request.GET.get("quantity", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
    return min(max(number, 1), MOST_PER_ORDER)
