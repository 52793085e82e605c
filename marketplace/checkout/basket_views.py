"""The basket's pages: whole without a script, every change a POST."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from oscar.apps.basket.models import Line

from catalogue.models import Product
from catalogue.product_page import MOST_PER_ORDER
from marketplace.checkout import operations
from marketplace.checkout.queries import view_basket


@never_cache
@require_safe
def show_basket(request: HttpRequest) -> HttpResponse:
    """Show the basket by seller, with what stands against ordering it."""
    view = view_basket(basket=request.basket, on=timezone.localdate(), user=request.user)
    return render(request, "basket/basket.html", {"view": view})


@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a product into the basket and go on where the buyer was, else to the basket."""
    quantity = _quantity(request, default=1)
    onward = _next(request) or reverse("basket:summary")
    if quantity is None or quantity < 1:
        messages.error(request, _wrong_quantity())
        return redirect(onward)
    try:
        line = operations.add_to_basket(
            basket=request.basket, product_id=pk, quantity=quantity, on=timezone.localdate()
        )
    except Product.DoesNotExist:
        raise Http404 from None
    except operations.AddRefused as refusal:
        messages.error(request, str(refusal))
    else:
        text = _("Đã bỏ %(name)s vào giỏ.")
        messages.success(request, text % {"name": line.product.get_title()})
    return redirect(onward)


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Set how many a line holds; 0 removes it."""
    quantity = 0 if "remove" in request.POST else _quantity(request, default=None)
    if quantity is None:
        messages.error(request, _wrong_quantity())
        return redirect("basket:summary")
    _own_line_or_404(request, pk)
    try:
        operations.set_quantity(basket=request.basket, line_id=pk, quantity=quantity)
    except operations.AddRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("basket:summary")


@require_POST
def accept_prices(request: HttpRequest) -> HttpResponse:
    """Agree to the prices as they are now and go on to the checkout."""
    if request.basket.pk is not None:
        operations.accept_prices(basket=request.basket)
    response = redirect("checkout:index")
    response.status_code = HTTPStatus.SEE_OTHER
    return response


def _own_line_or_404(request: HttpRequest, pk: int) -> None:
    if request.basket.pk is None or not Line.objects.filter(pk=pk, basket=request.basket).exists():
        raise Http404


def _wrong_quantity() -> str:
    return _("Số lượng là một số từ 1 đến %(most)d.") % {"most": MOST_PER_ORDER}


def _quantity(request: HttpRequest, *, default: int | None) -> int | None:
    """Return the posted quantity, ``default`` when there is none, None for no number in range."""
    text = request.POST.get("quantity", "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > 4 or int(text) > MOST_PER_ORDER:
        return None
    return int(text)


def _next(request: HttpRequest) -> str:
    """Return where the buyer goes on: ``next``, else the page they came from.

    "" for anything that would leave this host.
    """
    asked = request.POST.get("next") or request.GET.get("next")
    target = asked or request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if safe else ""
