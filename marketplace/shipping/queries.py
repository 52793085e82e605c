"""Charges of a basket and the delivery terms of a product page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.places.queries import provinces_by_region
from catalogue.templatetags.shop_tags import dong
from marketplace.shipping.charges import (
    RATES,
    Item,
    Place,
    Zone,
    charge_for,
    parcel_grams,
    zone_between,
)

DESTINATIONS_KEPT_FOR = 300


@dataclass(frozen=True, slots=True)
class ChargeRange:
    """The least and the most that delivery can cost, in đồng, while the province is unknown."""

    least: int
    most: int


def charges_for_lines(*, lines: Iterable[Any], province: Any) -> dict[int, int]:
    """Return the đồng of delivery by partner id, for basket lines sent to ``province``.

    The lines come with ``product`` and ``stockrecord.partner.province`` loaded; no query is
    made then.
    """
    destination = Place(province=province.pk, region=province.region_id)
    return {
        partner.pk: charge_for(
            grams=parcel_grams(items), zone=zone_between(_place_of(partner), destination)
        )
        for partner, items in _parcels(lines)
    }


def charge_ranges_for_lines(*, lines: Iterable[Any]) -> dict[int, ChargeRange]:
    """Return, by partner id, between which charges delivery lies wherever the buyer lives."""
    ranges = {}
    for partner, items in _parcels(lines):
        charges = [charge_for(grams=parcel_grams(items), zone=zone) for zone in Zone]
        ranges[partner.pk] = ChargeRange(least=min(charges), most=max(charges))
    return ranges


@dataclass(frozen=True, slots=True)
class Destination:
    """A province that a parcel may go to, as a buyer chooses it."""

    slug: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Quote:
    """What one parcel costs, in đồng, and how many days it is on the way."""

    destination: Destination
    charge: int
    days_from: int
    days_to: int


def destinations() -> tuple[tuple[str, tuple[Destination, ...]], ...]:
    """Return the provinces by region, in the reader's language; kept for five minutes."""
    language = get_language() or "vi"
    key = f"destinations-{language}"
    found = cache.get(key)
    if not found:
        found = _destinations(language)
        cache.set(key, found, DESTINATIONS_KEPT_FOR)
    return found


def destination_for_slug(slug: str) -> Destination | None:
    """Return the province with this slug, None for anything else."""
    every = (each for _region, provinces in destinations() for each in provinces)
    return next((each for each in every if each.slug == slug), None)


def quote_product(*, product: Any, quantity: int, destination: Destination) -> Quote | None:
    """Return what it costs to send so many of ``product``; None for what is not sent.

    ``product`` comes with ``partner.province`` loaded; no query is made then.
    """
    if not product.needs_delivery:
        return None
    zone = zone_between(_place_of(product.partner), destination.place)
    grams = parcel_grams([Item(product.weight_grams, quantity)])
    rate = RATES[zone]
    return Quote(destination, charge_for(grams=grams, zone=zone), rate.days_from, rate.days_to)


def delivery_notes() -> list[tuple[str, str]]:
    """Return where, in how many days and from how much a parcel goes, as (label, text)."""
    labels = {
        Zone.SAME_PROVINCE: _("Cùng tỉnh với người bán"),
        Zone.SAME_REGION: _("Cùng vùng"),
        Zone.ELSEWHERE: _("Các tỉnh khác"),
    }
    text = _("%(days_from)d đến %(days_to)d ngày, phí từ %(charge)s mỗi kiện đến 1 kg")
    return [
        (
            labels[zone],
            text
            % {
                "days_from": rate.days_from,
                "days_to": rate.days_to,
                "charge": dong(rate.first),
            },
        )
        for zone, rate in RATES.items()
    ]


def _destinations(language: str) -> tuple[tuple[str, tuple[Destination, ...]], ...]:
    return tuple(
        (
            region.name_in(language),
            tuple(
                Destination(each.slug, each.name_in(language), Place(each.pk, region.pk))
                for each in provinces
            ),
        )
        for region, provinces in provinces_by_region()
    )


def _parcels(lines: Iterable[Any]) -> list[tuple[Any, list[Item]]]:
    partners: dict[int, Any] = {}
    items: defaultdict[int, list[Item]] = defaultdict(list)
    for line in lines:
        partner = line.stockrecord.partner
        partners[partner.pk] = partner
        items[partner.pk].append(
            Item(line.product.weight_grams, line.quantity, line.product.needs_delivery)
        )
    return [(partners[key], items[key]) for key in partners]


def _place_of(partner: Any) -> Place | None:
    if partner.province is None:
        return None
    return Place(province=partner.province.pk, region=partner.province.region_id)
