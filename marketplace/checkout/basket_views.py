"""The basket's pages: whole without a script, every change a POST."""

from http import HTTPStatus
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from oscar.apps.basket.models import Line

from catalogue.models import Product
from catalogue.product_page import MOST_PER_ORDER
from marketplace.checkout import operations
from marketplace.checkout.queries import view_basket

#: The tag of a message that stands beside the number on a product's page.
BESIDE_NUMBER = "beside-number"


@never_cache
@require_safe
def show_basket(request: HttpRequest) -> HttpResponse:
    """Show the basket by seller, with what stands against ordering it."""
    return _show(request)


@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a product into the basket and go on where the buyer was, else to the basket."""
    quantity = _quantity(request, default=1)
    onward = _next(request) or reverse("basket:summary")
    if quantity is None or quantity < 1:
        return _refuse_to_add(request, pk, onward, _wrong_quantity())
    try:
        line = operations.add_to_basket(
            basket=request.basket, product_id=pk, quantity=quantity, on=timezone.localdate()
        )
    except Product.DoesNotExist:
        raise Http404 from None
    except operations.AddRefused as refusal:
        return _refuse_to_add(request, pk, onward, str(refusal))
    else:
        text = _("Đã bỏ %(name)s vào giỏ.")
        messages.success(request, text % {"name": line.product.get_title()})
    address = urlsplit(onward)
    # A number that was refused before stands in the address no longer than it is wrong.
    return redirect(address.path if _is_page_of(address.path, pk) else onward)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Set how many a line holds; 0 removes it. What can't be is said beside the line's number.

    That answer stands at this address; whoever asks for it again, or in the other language, is
    led to the basket.
    """
    if request.method != "POST":
        return redirect("basket:summary")
    _own_line_or_404(request, pk)
    quantity = 0 if "remove" in request.POST else _quantity(request, default=None)
    if quantity is None:
        return _show(request, refused_line=pk, text=_wrong_quantity())
    try:
        operations.set_quantity(basket=request.basket, line_id=pk, quantity=quantity)
    except operations.AddRefused as refusal:
        return _show(request, refused_line=pk, text=str(refusal))
    return redirect("basket:summary")


@require_POST
def accept_prices(request: HttpRequest) -> HttpResponse:
    """Agree to the prices as they are now and go on to the checkout."""
    if request.basket.pk is not None:
        operations.accept_prices(basket=request.basket)
    response = redirect("checkout:index")
    response.status_code = HTTPStatus.SEE_OTHER
    return response


def _show(request: HttpRequest, *, refused_line: int | None = None, text: str = "") -> HttpResponse:
    view = view_basket(basket=request.basket, on=timezone.localdate(), user=request.user)
    context = {"view": view}
    if refused_line is not None:
        typed = request.POST.get("quantity", "").strip()[:6]
        context["refused"] = {"line": refused_line, "text": text, "typed": typed}
    status = HTTPStatus.OK if refused_line is None else HTTPStatus.BAD_REQUEST
    return render(request, "basket/basket.html", context, status=status)


def _refuse_to_add(request: HttpRequest, pk: int, onward: str, text: str) -> HttpResponse:
    """Say why nothing was added: beside the number on the product's own page, else above all."""
    address = urlsplit(onward)
    if not _is_page_of(address.path, pk):
        messages.error(request, text)
        return redirect(onward)
    messages.error(request, text, extra_tags=BESIDE_NUMBER)
    typed = urlencode({"quantity": request.POST.get("quantity", "").strip()[:6]})
    return redirect(f"{address.path}?{typed}#quantity")


def _is_page_of(path: str, pk: int) -> bool:
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return match.view_name == "catalogue:detail" and match.kwargs["pk"] == str(pk)


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
