"""Pages that list products: all, found, of a category, of a partner.

Oscar asks for three of these classes by name, in place of its Haystack ones.
"""

from typing import Any
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from catalogue.cards import in_language
from catalogue.models import Category
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from search.listing import build_listing, empty_listing
from search.vocabulary import CategoryNode, category_url, load_categories


class CatalogueView(TemplateView):
    """All products."""

    template_name = "search/results.html"
    address = "catalogue:index"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the list and the way here."""
        base_url = reverse(self.address)
        on = timezone.localdate()
        listing = build_listing(self.request.GET, base_url=base_url, on=on)
        return super().get_context_data(
            listing=listing,
            q=listing.q,
            breadcrumbs=[(_("Tất cả sản vật"), base_url)],
            **kwargs,
        )


class FacetedSearchView(CatalogueView):
    """What was looked for; the same page at the address of the search box."""

    address = "search:search"


class ProductCategoryView(TemplateView):
    """The products of one category and those below it."""

    template_name = "search/category.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send a category's former address on to today's."""
        nodes = load_categories()
        node = next((node for node in nodes if node.id == int(kwargs["pk"])), None)
        if node is None:
            raise Http404
        if unquote(category_url(node)) != unquote(request.path):
            return HttpResponsePermanentRedirect(category_url(node))
        return super().get(request, *args, nodes=nodes, node=node, **kwargs)

    def get_context_data(
        self, *, nodes: tuple[CategoryNode, ...], node: CategoryNode, **kwargs: Any
    ) -> dict[str, Any]:
        """Give the category, the ones below it with their counts, the way here, the list."""
        listing = build_listing(
            self.request.GET,
            base_url=category_url(node),
            on=timezone.localdate(),
            fixed={"category": node.slug},
        )
        counts = listing.counts["category"]
        below = [other for other in nodes if other.path[:-1] == node.path]
        above = [other for other in nodes if other.path == node.path[: other.depth]]
        return super().get_context_data(
            category=Category.objects.get(pk=node.id),
            breadcrumbs=[(other.name, category_url(other)) for other in above],
            children=[
                (other.name, category_url(other), counts[other.slug])
                for other in below
                if counts.get(other.slug)
            ],
            listing=listing,
            **kwargs,
        )


class PartnerView(TemplateView):
    """A partner's public page, with the facts that the E-commerce Law 122/2025 wants shown."""

    template_name = "partner/detail.html"

    def get_context_data(self, slug: str, **kwargs: Any) -> dict[str, Any]:
        """Give the partner, who it is, and its goods while it is active."""
        partner = get_object_or_404(
            Partner.objects.select_related("province", "commune").exclude(
                state=PartnerState.APPLIED
            ),
            code=slug,
        )
        address = partner.get_absolute_url()
        if partner.is_active:
            listing = build_listing(
                self.request.GET,
                base_url=address,
                on=timezone.localdate(),
                fixed={"partner": partner.code},
            )
        else:
            listing = empty_listing(
                base_url=address, message=_("Gian hàng này đang tạm ngừng bán trên chợ.")
            )
        return super().get_context_data(
            partner=partner,
            facts=partner_facts(partner),
            listing=listing,
            breadcrumbs=[(partner.name, address)],
            **kwargs,
        )


def partner_address(partner: Partner) -> str:
    """Return a partner's address from street to province on one line."""
    province = partner.province and in_language(partner.province.name, partner.province.name_en)
    place = [partner.street, partner.commune and partner.commune.full_name, province]
    return ", ".join(filter(None, place))


def partner_facts(partner: Partner) -> list[tuple[str, str]]:
    """Return label and value of what identifies a seller; what is not known is left out."""
    facts = [
        (_("Tên pháp lý"), partner.legal_name or partner.name),
        (_("Loại hình"), partner.get_kind_display()),
        (_("Mã số thuế"), partner.tax_code),
        (_("Địa chỉ"), partner_address(partner)),
        (_("Điện thoại"), partner.phone.as_national if partner.phone else ""),
        (_("Thư điện tử"), partner.email),
    ]
    return [(label, value) for label, value in facts if value]
