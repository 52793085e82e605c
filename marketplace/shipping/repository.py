"""Oscar asks here which ways of delivery a basket has; the answer is `shipping.queries`."""

from oscar.apps.shipping.repository import Repository as OscarRepository

from marketplace.shipping.methods import PerPartner
from marketplace.shipping.queries import charge_ranges_for_lines, charges_for_lines


class Repository(OscarRepository):
    """One method, with Oscar's shipping offers applied around it."""

    def method_for(self, basket, *, charge: int):
        """Return the method at ``charge`` đồng, the basket's shipping offer around it."""
        methods = [PerPartner(charge)]
        if basket.has_shipping_discounts:
            methods = self.apply_shipping_offers(basket, methods)
        return methods[0]

    def get_available_shipping_methods(self, basket, shipping_addr=None, **_kwargs):
        """Return the one method: exact with an address, else at its least."""
        lines = basket.all_lines()
        if shipping_addr is not None and shipping_addr.commune is not None:
            province = shipping_addr.commune.province
            return [PerPartner(sum(charges_for_lines(lines=lines, province=province).values()))]
        ranges = charge_ranges_for_lines(lines=lines).values()
        return [PerPartner(sum(charges.least for charges in ranges))]
