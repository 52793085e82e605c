"""Fork of Oscar's order."""

from oscar.apps.order.apps import OrderConfig as OscarOrderConfig


class OrderConfig(OscarOrderConfig):
    """Oscar's order with a part per partner; its mail leaves through the outbox."""

    name = "marketplace.order"

    def ready(self) -> None:
        """Register who delivers the messages that orders write."""
        from marketplace.order import mail, operations  # noqa: PLC0415 - models are ready now
        from marketplace.outbox.handlers import register  # noqa: PLC0415

        super().ready()
        register(operations.ORDER_PLACED, mail.tell_buyer_of_order)
        register(operations.PART_PLACED, mail.tell_seller_of_part)
        register(operations.PART_MOVED, mail.tell_buyer_of_move)
