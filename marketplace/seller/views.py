"""The desk of a cooperative: phone first, one task a page."""

from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.kernel.moves import MoveRefused
from marketplace.order.models import PartnerOrder
from marketplace.order.operations import ReasonMissing, move_partner_order
from marketplace.order.queries import partner_order_for
from marketplace.order.states import BUYERS_MOVES, PartnerOrderState
from marketplace.seller.queries import desk_order, has_seat, parts_in_state, tabs_for

ORDERS_PER_PAGE = 20


def at_a_desk(view: Any) -> Any:
    """Let only those in who sit at a desk: sign in first, then a page that says why not."""

    @wraps(view)
    @login_required
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not has_seat(user=request.user):
            return render(request, "seller/no_seat.html", status=HTTPStatus.FORBIDDEN)
        return view(request, *args, **kwargs)

    return never_cache(guarded)


@at_a_desk
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the orders in one state, the new ones unless another is chosen."""
    chosen = request.GET.get("state", PartnerOrderState.NEW.value)
    if chosen not in PartnerOrderState.values:
        raise Http404
    parts = parts_in_state(user=request.user, state=chosen)
    page = Paginator(parts, ORDERS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs_for(user=request.user, chosen=chosen),
        "chosen": PartnerOrderState(chosen),
        "page_of_parts": page,
    }
    return render(request, "seller/index.html", context)


@at_a_desk
@require_safe
def order(request: HttpRequest, number: str) -> HttpResponse:
    """Show one order of the desk with what can be done about it now."""
    return _show(request, _part_or_404(request, number))


@at_a_desk
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, number: str) -> HttpResponse:
    """Move an order on; what the table does not allow changes nothing and is said.

    What is said stands at this address; whoever asks for it again is led to the order.
    """
    if request.method != "POST":
        return redirect("seller:order", number=number)
    part = _part_or_404(request, number)
    to = request.POST.get("to", "")
    reason = request.POST.get("reason", "").strip()[:300]
    if to not in PartnerOrderState.values or PartnerOrderState(to) in BUYERS_MOVES:
        return _show(request, part, refused=True, status=HTTPStatus.CONFLICT)
    try:
        move_partner_order(
            partner_order_id=part.pk,
            to=PartnerOrderState(to),
            by=request.user,
            now=timezone.now(),
            reason=reason,
        )
    except ReasonMissing:
        return _show(request, part, reason_missing=True, status=HTTPStatus.BAD_REQUEST)
    except MoveRefused:
        fresh = _part_or_404(request, number)
        return _show(request, fresh, refused=True, status=HTTPStatus.CONFLICT)
    label = PartnerOrderState(to).label
    messages.success(
        request,
        _("Đơn %(number)s: %(state)s.") % {"number": number, "state": str(label).lower()},
    )
    return redirect("seller:order", number=number)


def _show(
    request: HttpRequest,
    part: PartnerOrder,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    **flags: bool,
) -> HttpResponse:
    context = {"desk": desk_order(part=part), **flags}
    return render(request, "seller/order.html", context, status=status)


def _part_or_404(request: HttpRequest, number: str) -> PartnerOrder:
    try:
        return partner_order_for(user=request.user, number=number)
    except PartnerOrder.DoesNotExist:
        raise Http404 from None
