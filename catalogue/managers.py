"""Queryset adjectives about products; `listed` is the one rule of this marketplace."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from oscar.apps.catalogue.managers import ProductQuerySet as OscarProductQuerySet


class ProductQuerySet(OscarProductQuerySet):
    """Oscar's adjectives, and those of the OCOP programme."""

    def listed(self, *, on: date | None = None) -> Self:
        """Keep the products that may be shown and sold on the day ``on`` (today if not given).

        A product is listed when it is public and a certificate of 3 stars or more, whose
        partner is active, is in force for it: Decision 26/2026/QĐ-TTg Art. 4 (36 months from
        issue, no certificate below 3 stars), Art. 12.3 (extension while a renewal is decided)
        and Art. 8 (revocation). A variant is covered by the certificate of its parent.
        """
        licences = _certificates().licensing(on=on or timezone.localdate())
        own = licences.filter(product_id=Coalesce(OuterRef("parent_id"), OuterRef("pk")))
        return self.filter(Exists(own), is_public=True)

    def browsable(self) -> Self:
        """Keep the listed products that have a page of their own; Oscar's lists ask for this."""
        return self.filter(parent=None).listed()

    def public(self) -> Self:
        """Keep the listed products, variants included; Oscar's own code asks for this."""
        return self.listed()

    def with_card_relations(self) -> Self:
        """Load, in three queries more however many products, what a product card shows."""
        return self.select_related(
            "partner", "commune", "old_province", "province__region"
        ).prefetch_related(
            "stockrecords",
            "images",
            Prefetch("certificates", _certificates().live(), to_attr="live_certificates"),
        )


def _certificates() -> QuerySet:
    # Certification stands above this module, so its model is named by string.
    return apps.get_model("certification", "Certificate").objects.all()
