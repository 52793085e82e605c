"""Oscar's order, lines, discounts and voucher use, written without Oscar's mail and signal.

`oscar.apps.order.utils.OrderCreator.place_order` sends ``order_placed`` while the caller's
transaction is still open. Here its steps are called one by one and the signal is sent after
the commit, where a failing receiver can't undo or hold up an order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from oscar.apps.order.signals import order_placed
from oscar.apps.order.utils import OrderCreator as OscarOrderCreator
from oscar.core.prices import Price

from marketplace.order.states import OrderState


class VoucherNotAvailable(Exception):
    """A voucher in the basket can't be used by this buyer any more; the text says why."""


@dataclass(frozen=True)
class Placing:
    """All that Oscar's rows of one order are written from."""

    number: str
    basket: Any
    method: Any
    shipping_charge: Price
    total: Price
    address: Any
    user: Any
    email: str
    language: str
    now: datetime


class OrderCreator(OscarOrderCreator):
    """Writes an order from a `Placing`, in the caller's transaction."""

    def write(self, placing: Placing) -> Any:
        """Write the order with its lines, discounts and voucher use, and take the stock.

        Raises `InsufficientStock` and `VoucherNotAvailable`; the caller's transaction is then
        to be rolled back.
        """
        basket = placing.basket
        vouchers = self._check_vouchers(basket, placing.user)
        order = self.create_order_model(
            placing.user,
            basket,
            placing.address,
            placing.method,
            placing.shipping_charge,
            None,
            placing.total,
            placing.number,
            OrderState.PLACED,
            guest_email=placing.email,
            language=placing.language,
            date_placed=placing.now,
        )
        self._write_discounts(order, basket, placing.method)
        for voucher in vouchers:
            self.record_voucher_usage(order, voucher, placing.user)
        for line in basket.all_lines():
            self.create_line_models(order, line)
        self._take_stock(basket.all_lines())
        transaction.on_commit(
            partial(order_placed.send_robust, sender=self, order=order, user=placing.user),
            robust=True,
        )
        return order

    def _check_vouchers(self, basket: Any, user: Any) -> list[Any]:
        vouchers = []
        for voucher in basket.vouchers.select_for_update():
            if not voucher.is_active():
                basket.vouchers.remove(voucher)
                continue
            available, message = voucher.is_available_to_user(user=user)
            if not available:
                raise VoucherNotAvailable(message)
            vouchers.append(voucher)
        return vouchers

    def _write_discounts(self, order: Any, basket: Any, method: Any) -> None:
        for application in basket.offer_applications:
            application["message"] = application["offer"].apply_deferred_benefit(
                basket, order, application
            )
            if application["result"].affects_shipping:
                application["discount"] = method.discount(basket)
                if application["discount"] <= 0:
                    continue
            self.create_discount_model(order, application)
            self.record_discount(application)

    def _take_stock(self, lines: Iterable[Any]) -> None:
        # Always in the order of the stock records, so that two placements never wait for
        # each other in a circle.
        for line in sorted(lines, key=lambda line: line.stockrecord_id):
            self.update_stock_records(line)
