"""Pages as schema.org data (JSON-LD), rendered from plain data; nothing here asks the database.

Property names and enumerations are those of https://schema.org; what search engines require of
Product, BreadcrumbList, Article and ItemList is listed in the test of this module.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from catalogue.cards import ProductCard
from catalogue.certification.queries import CertificateView
from catalogue.product_page import ProductPage
from marketplace.shipping.charges import RATES, UNKNOWN_GRAMS, Zone, charge_for

COUNTRY = "VN"
CURRENCY = "VND"
Data = dict[str, Any]
#: In a script element these could end it or open another; as escapes they mean the same.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Shop:
    """Who speaks: name and e-mail of the shop, its address without a slash at the end, its sign."""

    name: str
    email: str
    site_url: str
    logo: str
    language: str

    def absolute(self, path: str) -> str:
        """Return ``path`` as an address that stands alone; an absolute one stays."""
        return path if "://" in path else f"{self.site_url}{path}"

    def organization(self) -> Data:
        """Return the shop as an Organization."""
        return {
            "@type": "Organization",
            "@id": f"{self.site_url}/#organization",
            "name": self.name,
            "url": f"{self.site_url}/",
            "logo": self.absolute(self.logo),
            "email": self.email,
        }


def as_script(data: Iterable[Mapping[str, Any]]) -> SafeString:
    """Return a data block that no content can leave; a browser never runs it."""
    graph = {"@context": "https://schema.org", "@graph": list(data)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


def website(shop: Shop, *, home: str, search: str) -> list[Data]:
    """Return the shop and its website with the address of its search."""
    return [
        shop.organization(),
        {
            "@type": "WebSite",
            "@id": f"{shop.site_url}/#website",
            "name": shop.name,
            "url": shop.absolute(home),
            "inLanguage": shop.language,
            "publisher": {"@id": f"{shop.site_url}/#organization"},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{shop.absolute(search)}?q={{search_term_string}}",
                },
                "query-input": "required name=search_term_string",
            },
        },
    ]


def breadcrumb_list(shop: Shop, trail: Iterable[tuple[str, str]]) -> Data:
    """Return the way to a page, from the home page; a step without an address is the page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                **({"item": shop.absolute(url)} if url else {}),
            }
            for position, (name, url) in enumerate(trail, 1)
        ],
    }


def item_list(shop: Shop, cards: Iterable[ProductCard], *, name: str) -> Data:
    """Return the goods of one page of a list, by their addresses."""
    items = [
        {"@type": "ListItem", "position": position, "url": shop.absolute(card.url)}
        for position, card in enumerate(cards, 1)
    ]
    return {
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(items),
        "itemListElement": items,
    }


def product(shop: Shop, page: ProductPage, *, url: str, images: Iterable[str], grams: int) -> Data:
    """Return a product; with an offer while it is listed and has a price, stars if reviewed.

    ``grams`` is what one piece weighs to be sent, 0 when its seller did not say.
    """
    data: Data = {
        "@type": "Product",
        "@id": f"{shop.absolute(url)}#product",
        "name": _plain(page.name),
        "url": shop.absolute(url),
        "image": [shop.absolute(image) for image in images],
        "description": page.description or f"{_plain(page.name)}, {page.place_today}",
        "sku": str(page.id),
        "brand": {"@type": "Brand", "name": page.partner_name},
        "countryOfOrigin": {"@type": "Country", "name": COUNTRY},
        "hasCertification": [certification(shop, each) for each in page.history],
    }
    if page.breadcrumbs:
        data["category"] = " > ".join(name for name, _ in page.breadcrumbs[1:])
    if page.listed and page.price is not None:
        data["offers"] = _offer(shop, page, url, grams)
    if page.reviews.count:
        data["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": page.reviews.average.replace(",", "."),
            "reviewCount": page.reviews.count,
            "bestRating": 5,
            "worstRating": 1,
        }
    return data


def certification(shop: Shop, certificate: CertificateView) -> Data:
    """Return one certificate (https://schema.org/Certification) as it stands today."""
    active = "CertificationActive" if certificate.licenses else "CertificationInactive"
    return {
        "@type": "Certification",
        "name": "OCOP",
        "url": shop.absolute(certificate.url),
        "certificationIdentification": certificate.number,
        "certificationStatus": f"https://schema.org/{active}",
        "certificationRating": {
            "@type": "Rating",
            "ratingValue": certificate.stars,
            "bestRating": 5,
            "worstRating": 3,
        },
        "issuedBy": {"@type": "GovernmentOrganization", "name": certificate.issuer},
        "validFrom": _day(certificate.issued_on),
        "expires": _day(
            certificate.revoked_on or certificate.extended_until or certificate.ends_on
        ),
        "validIn": {"@type": "Country", "name": COUNTRY},
    }


def seller(shop: Shop, *, name: str, url: str, address: str) -> Data:
    """Return a cooperative or another seller on its own page."""
    return {
        "@type": "Organization",
        "@id": f"{shop.absolute(url)}#organization",
        "name": name,
        "url": shop.absolute(url),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": address,
            "addressCountry": COUNTRY,
        },
    }


@dataclass(frozen=True, slots=True)
class Story:
    """What an article is described by; the times are aware."""

    title: str
    lead: str
    url: str
    image: str
    published: datetime | None
    changed: datetime | None


def article(shop: Shop, story: Story) -> Data:
    """Return a story as an Article by the shop's editors."""
    data: Data = {
        "@type": "Article",
        "headline": story.title,
        "description": story.lead,
        "image": [shop.absolute(story.image)],
        "mainEntityOfPage": shop.absolute(story.url),
        "inLanguage": shop.language,
        "author": shop.organization(),
        "publisher": {"@id": f"{shop.site_url}/#organization"},
    }
    if story.published:
        data["datePublished"] = story.published.isoformat()
    if story.changed:
        data["dateModified"] = story.changed.isoformat()
    return data


def _offer(shop: Shop, page: ProductPage, url: str, grams: int) -> Data:
    state = "InStock" if page.free_stock else "OutOfStock"
    offer: Data = {
        "@type": "Offer",
        "url": shop.absolute(url),
        "price": page.price,
        "priceCurrency": CURRENCY,
        "availability": f"https://schema.org/{state}",
        "itemCondition": "https://schema.org/NewCondition",
        "seller": {
            "@type": "Organization",
            "name": page.partner_name,
            "url": shop.absolute(page.partner_url),
        },
        # The shop's terms: what is damaged or not as described goes back free of charge; a
        # change of mind is no ground (components/terms.html).
        "hasMerchantReturnPolicy": {
            "@type": "MerchantReturnPolicy",
            "applicableCountry": COUNTRY,
            "returnPolicyCategory": "https://schema.org/MerchantReturnNotPermitted",
            "itemDefectReturnFees": "https://schema.org/FreeReturn",
        },
    }
    if page.needs_delivery:
        # Anywhere costs what the farthest costs; the seller's own province costs the least.
        offer["shippingDetails"] = [_shipping(grams, Zone.ELSEWHERE)]
        if page.province_name:
            near = _shipping(grams, Zone.SAME_PROVINCE)
            near["shippingDestination"]["addressRegion"] = page.province_name
            offer["shippingDetails"].append(near)
    return offer


def _shipping(grams: int, zone: Zone) -> Data:
    rate = RATES[zone]
    return {
        "@type": "OfferShippingDetails",
        "shippingRate": {
            "@type": "MonetaryAmount",
            "value": charge_for(grams=grams or UNKNOWN_GRAMS, zone=zone),
            "currency": CURRENCY,
        },
        "shippingDestination": {"@type": "DefinedRegion", "addressCountry": COUNTRY},
        "deliveryTime": {
            "@type": "ShippingDeliveryTime",
            "handlingTime": _days(0, 1),
            "transitTime": _days(rate.days_from, rate.days_to),
        },
    }


def _days(least: int, most: int) -> Data:
    return {"@type": "QuantitativeValue", "minValue": least, "maxValue": most, "unitCode": "DAY"}


def _day(day: date) -> str:
    return day.isoformat()


def _plain(text: str) -> str:
    """Return a well-set name with plain spaces."""
    return text.replace("\u00a0", " ")
