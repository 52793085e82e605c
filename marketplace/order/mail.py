"""The mail about orders. Sent by the outbox only, never in a request.

Each handler may run twice for one message; the Message-ID is made from the cause, so that a
mail server or reader sees the second as the same letter.
"""

from datetime import datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from catalogue.partner.models import Partner
from marketplace.order.links import order_link
from marketplace.order.models import Order, PartnerOrder, PartnerOrderChange
from marketplace.order.queries import (
    ORDER_ROLES,
    email_of,
    order_timeline,
    state_in_words,
    view_of_line,
)
from marketplace.order.states import PartnerOrderState


def tell_buyer_of_order(payload: dict[str, Any], now: datetime) -> None:
    """Send the buyer what they ordered and the link to follow it; nothing without an address."""
    del now
    order = Order.objects.select_related("user", "shipping_address").get(pk=payload["order_id"])
    with translation.override(order.language):
        context = {
            "order": order,
            "parts": order_timeline(order=order),
            "total": int(order.total_incl_tax),
            "link": order_link(order.number),
        }
        _send("order_placed", f"order-{order.pk}", [email_of(order)], context)


def tell_seller_of_part(payload: dict[str, Any], now: datetime) -> None:
    """Tell a seller that an order waits; buyer's name and address stay at the desk."""
    del now
    part = PartnerOrder.objects.select_related("order", "partner").get(
        pk=payload["partner_order_id"]
    )
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "part": part,
            "lines": [view_of_line(line) for line in part.lines],
            "link": f"{settings.SITE_URL}{reverse('seller:order', args=[part.number])}",
        }
        _send("part_placed", f"part-{part.pk}", _addresses_of(part.partner), context)


def tell_buyer_of_move(payload: dict[str, Any], now: datetime) -> None:
    """Tell the buyer that one seller's part has moved."""
    del now
    change = PartnerOrderChange.objects.select_related(
        "partner_order__order__user", "partner_order__partner"
    ).get(pk=payload["change_id"])
    part = change.partner_order
    with translation.override(part.order.language):
        context = {
            "order": part.order,
            "part": part,
            "change": change,
            "state": state_in_words(PartnerOrderState(change.to_state)),
            "lines": [view_of_line(line) for line in part.lines],
            "link": order_link(part.order.number),
        }
        _send("part_moved", f"change-{change.pk}", [email_of(part.order)], context)


def _addresses_of(partner: Partner) -> list[str]:
    if partner.email:
        return [partner.email]
    seats = partner.team.filter(role__in=ORDER_ROLES).order_by("pk")
    return list(seats.values_list("user__email", flat=True))


def _send(name: str, cause: str, recipients: list[str], context: dict[str, Any]) -> None:
    recipients = [address for address in recipients if address]
    if not recipients:
        return
    context = {"shop_name": settings.OSCAR_SHOP_NAME, "site_url": settings.SITE_URL, **context}
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    message = EmailMultiAlternatives(
        subject=" ".join(render_to_string(f"email/{name}/subject.txt", context).split()),
        body=render_to_string(f"email/{name}/body.txt", context),
        to=recipients,
        headers={"Message-ID": f"<{cause}@{host}>"},
    )
    message.attach_alternative(render_to_string(f"email/{name}/body.html", context), "text/html")
    message.send()
