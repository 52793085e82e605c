"""The checkout: one page, one press, one order."""

from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe
from oscar.apps.basket.models import Basket

from catalogue.places.models import Province
from marketplace.checkout.forms import CheckoutForm
from marketplace.checkout.operations import BasketEmpty, Checkout, complete_checkout
from marketplace.checkout.order_views import order_by_link
from marketplace.checkout.queries import view_basket
from marketplace.order.basket_check import BasketRefused
from marketplace.order.creation import VoucherNotAvailable
from marketplace.order.links import order_link
from marketplace.order.models import Order
from marketplace.order.operations import Buyer
from marketplace.order.queries import last_address_of, order_timeline
from marketplace.shipping.destination import destination_of

__all__ = ["checkout", "order_by_link", "summary", "thank_you"]

#: What was typed, kept in the session while the buyer is sent back to the basket.
DRAFT = "checkout_draft"
#: The number of the order that this session placed last.
PLACED = "checkout_order"
_signer = Signer(salt="checkout.basket")


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    """Show the form and what it will cost; place the order when it is sent whole."""
    if request.method != "POST":
        return _show(request, CheckoutForm(initial=_initial(request)))
    if "charges" in request.POST:
        # Only the province is wanted yet; what else was typed stays without a word about it.
        return _show(request, CheckoutForm(initial=request.POST.dict()))
    basket_id = _basket_id(request)
    if basket_id is None:
        return redirect("basket:summary")
    form = CheckoutForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    try:
        order = complete_checkout(_checkout_of(request, form, basket_id), now=timezone.now())
    except (BasketEmpty, BasketRefused, VoucherNotAvailable):
        request.session[DRAFT] = _draft(request)
        return redirect("basket:summary")
    request.session.pop(DRAFT, None)
    request.session[PLACED] = order.number
    return redirect("checkout:thank-you")


@never_cache
@require_safe
def summary(request: HttpRequest) -> HttpResponse:
    """Return the sums alone, for the script that asks when the province changes."""
    view = view_basket(
        basket=request.basket,
        on=timezone.localdate(),
        user=request.user,
        province=_province(request.GET.get("province")),
    )
    return render(request, "checkout/summary.html", {"view": view})


@never_cache
@require_safe
def thank_you(request: HttpRequest) -> HttpResponse:
    """Show the order that this session has just placed, and the link to keep."""
    number = request.session.get(PLACED)
    order = Order.objects.filter(number=number).first() if number else None
    if order is None:
        raise Http404
    context = {
        "order": order,
        "total": int(order.total_incl_tax),
        "parts": order_timeline(order=order),
        "link": order_link(order.number),
    }
    return render(request, "checkout/thank_you.html", context)


def _show(request: HttpRequest, form: CheckoutForm) -> HttpResponse:
    chosen = form["province"].value()
    view = view_basket(
        basket=request.basket,
        on=timezone.localdate(),
        user=request.user,
        province=_province(chosen),
    )
    if not view.can_order:
        request.session[DRAFT] = _draft(request) if request.method == "POST" else {}
        return redirect("basket:summary")
    context = {"form": form, "view": view, "signed_basket": _signer.sign(request.basket.pk)}
    return render(request, "checkout/checkout.html", context)


def _checkout_of(request: HttpRequest, form: CheckoutForm, basket_id: int) -> Checkout:
    user = request.user if request.user.is_authenticated else None
    return Checkout(
        basket_id=basket_id,
        buyer=Buyer(
            user=user,
            email=form.cleaned_data["email"],
            language=(get_language() or settings.LANGUAGE_CODE)[:2],
        ),
        destination=form.destination(),
        provider=form.cleaned_data["payment"],
        strategy=request.strategy,
    )


def _basket_id(request: HttpRequest) -> int | None:
    """Return the basket that the form was made for, if it was ordered; else the one open now.

    So a second post of the same form finds its order, though the open basket is another.
    """
    try:
        signed = int(_signer.unsign(request.POST.get("basket", "")))
    except (BadSignature, ValueError):
        signed = None
    if signed and Basket.objects.filter(pk=signed, status=Basket.SUBMITTED).exists():
        return signed
    return request.basket.pk


def _initial(request: HttpRequest) -> dict[str, Any]:
    if draft := request.session.get(DRAFT):
        return draft
    kept = destination_of(request)
    province = {"province": kept.slug} if kept else {}
    if not request.user.is_authenticated:
        return province
    known = {"name": request.user.get_full_name(), "email": request.user.email, **province}
    address = last_address_of(user=request.user)
    if address is None:
        return known
    commune = address.commune
    return {
        **known,
        "name": address.last_name,
        "phone": address.phone_number.as_national if address.phone_number else "",
        "province": commune.province.slug if commune else "",
        "commune": str(commune) if commune else address.line4,
        "street": address.line1,
    }


def _draft(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "")[:300] for name in CheckoutForm.base_fields}


def _province(value: Any) -> Province | None:
    if not value:
        return None
    return Province.objects.select_related("region").filter(slug=str(value)[:80]).first()
