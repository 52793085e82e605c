"""What the shop asks of whoever brings the money: one Protocol, one file per provider.

Cash on delivery only promises. A provider that holds money at once will add its own steps
(authorise, capture, refund, fetch) beside `Provider.promise`.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Promise:
    """An amount in đồng that will be paid, and how the provider names it."""

    provider: str
    amount: int
    reference: str
    label: str


class Provider(Protocol):
    """One way of paying."""

    code: str

    @property
    def label(self) -> str:
        """The name that buyers read."""
        ...

    def promise(self, *, reference: str, amount: int) -> Promise:
        """Return the promise to pay ``amount`` đồng for ``reference``.

        Raises `PaymentRefused` when this provider can't take it; nothing was charged then.
        """
        ...


class PaymentRefused(Exception):
    """A provider does not take this payment."""
