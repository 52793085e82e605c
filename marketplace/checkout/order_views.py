"""An order as its buyer sees it: by signed link, or signed in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.kernel.moves import MoveRefused
from catalogue.kernel.offline import keep_offline
from marketplace.order.links import order_for_token, order_link
from marketplace.order.models import Order
from marketplace.order.operations import move_partner_order
from marketplace.order.queries import order_timeline, orders_of
from marketplace.order.states import PartnerOrderState

ORDERS_PER_PAGE = 20


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def order_by_link(request: HttpRequest, number: str) -> HttpResponse:
    """Show an order to whoever holds its link; anything else is a page not found.

    A post of ``cancel`` with the id of a part cancels that part, while it is not yet packed.
    """
    order = _order_or_404(number, request.GET.get("token", ""))
    if request.method == "POST":
        _cancel_part(request, order)
        return redirect(request.get_full_path())
    response = render(request, "order/order.html", _context(order))
    # The address is the key: it must not leave with a click on another page's link.
    response["Referrer-Policy"] = "no-referrer"
    return keep_offline(response, "order")


@never_cache
@login_required
@require_safe
def order_list(request: HttpRequest) -> HttpResponse:
    """Show the orders that the signed-in user placed."""
    page = Paginator(orders_of(user=request.user), ORDERS_PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "oscar/customer/order/order_list.html", {"page_of_orders": page})


@never_cache
@login_required
@require_safe
def order_detail(request: HttpRequest, number: str) -> HttpResponse:
    """Show one order of the signed-in user; anyone else's is a page not found."""
    order = get_object_or_404(orders_of(user=request.user), number=number)
    return render(request, "order/order.html", _context(order))


def _order_or_404(number: str, token: str) -> Order:
    try:
        return order_for_token(number=number, token=token)
    except Order.DoesNotExist:
        raise Http404 from None


def _cancel_part(request: HttpRequest, order: Order) -> None:
    part = request.POST.get("cancel", "")
    if not (part.isascii() and part.isdigit() and len(part) < 19):
        raise Http404
    row = get_object_or_404(order.partner_orders, pk=int(part))
    by = request.user if request.user.is_authenticated else None
    try:
        move_partner_order(
            partner_order_id=row.pk, to=PartnerOrderState.CANCELLED, by=by, now=timezone.now()
        )
    except MoveRefused:
        text = _("Phần đơn này đã đóng gói hoặc đã kết thúc nên không hủy được nữa.")
        messages.error(request, text)
    else:
        messages.success(request, _("Đã hủy phần đơn %(number)s.") % {"number": row.number})


def _context(order: Order) -> dict[str, Any]:
    return {
        "order": order,
        "total": int(order.total_incl_tax),
        "address": order.shipping_address,
        "parts": order_timeline(order=order),
        "link": order_link(order.number),
    }
