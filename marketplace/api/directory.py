"""The ways into the catalogue: regions, provinces, communes, categories, sellers, certificates."""

from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router

from catalogue.cards import in_language, partner_url, product_url
from catalogue.certification.models import Certificate
from catalogue.certification.queries import get_certificate, view_certificate, view_history
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from catalogue.places.exceptions import PlaceMoved, PlaceUnknown
from catalogue.places.models import Province, Region
from catalogue.places.queries import by_alphabet, communes_of, province_for_slug
from marketplace.api import schemas
from marketplace.api.pages import list_answer, read_page, root_of
from marketplace.api.parameters import COMMUNE_PARAMETERS, PAGE_PARAMETERS
from marketplace.api.problems import BadParametersError
from marketplace.api.products import load_old_names
from search import engines
from search.query import PAGE_SIZE, Fault, ParameterFault, SearchRequest, clean
from search.views import partner_address
from search.vocabulary import category_url, load_categories

router = Router(tags=["directory"])


@router.get("/regions", response=schemas.RegionList)
def list_regions(request: HttpRequest) -> dict[str, Any]:
    """List the six regions from north to south."""
    counts, root = _counts("region"), root_of(request)
    results = [
        {
            "slug": region.slug,
            "name": region.name_vi,
            "name_en": region.name_en,
            "url": root + reverse("region", kwargs={"slug": region.slug}),
            "products": counts.get(region.slug, 0),
        }
        for region in Region.objects.order_by("position")
    ]
    return list_answer(request, len(results), results)


@router.get("/provinces", response=schemas.ProvinceList)
def list_provinces(request: HttpRequest) -> dict[str, Any]:
    """List the 34 provinces and cities by name."""
    counts, root, old_names = _counts("province"), root_of(request), load_old_names()
    results = [
        {
            "code": province.code,
            "slug": province.slug,
            "name": province.name,
            "name_en": province.name_en,
            "kind": province.get_kind_display(),
            "region": province.region.slug,
            "old_names": old_names.get(province.code, []),
            "url": root + reverse("province", kwargs={"slug": province.slug}),
            "products": counts.get(province.slug, 0),
        }
        for province in by_alphabet(Province.objects.select_related("region"))
    ]
    return list_answer(request, len(results), results)


@router.get("/communes", response=list[schemas.CommuneAnswer], openapi_extra=COMMUNE_PARAMETERS)
def list_communes(request: HttpRequest) -> list[dict[str, Any]]:
    """List the communes of a province by name; an old province's slug means today's."""
    slug = clean(request.GET.get("province", ""))
    try:
        province = province_for_slug(slug)
    except PlaceMoved as moved:
        province = moved.province
    except PlaceUnknown as unknown:
        fault = ParameterFault("province", slug[:80], Fault.UNKNOWN)
        raise BadParametersError.of_faults([fault]) from unknown
    return [
        {"code": commune.code, "name": commune.name, "kind": commune.get_kind_display()}
        for commune in communes_of(province)
    ]


@router.get("/categories", response=schemas.CategoryList)
def list_categories(request: HttpRequest) -> dict[str, Any]:
    """List the public categories in the order of the tree."""
    counts, root = _counts("category"), root_of(request)
    results = [
        {
            "id": node.id,
            "slug": node.slug,
            "name": node.name,
            "path": list(node.path),
            "url": root + category_url(node),
            "products": counts.get(node.slug, 0),
        }
        for node in load_categories()
    ]
    return list_answer(request, len(results), results)


@router.get("/partners", response=schemas.PartnerList, openapi_extra=PAGE_PARAMETERS)
def list_partners(request: HttpRequest) -> dict[str, Any]:
    """List the active sellers by name."""
    active = Partner.objects.filter(state=PartnerState.ACTIVE).order_by("name", "pk")
    count = active.count()
    page = read_page(request, count)
    start = (page.number - 1) * page.size
    partners = active.select_related("province")[start : start + page.size]
    counts, root = _counts("partner"), root_of(request)
    results = [_partner(partner, counts, root) for partner in partners]
    pairs = [("page_size", str(page.size))] if page.size != PAGE_SIZE else []
    return list_answer(request, count, results, page=page, pairs=pairs)


@router.get("/partners/{slug}", response=schemas.PartnerDetail)
def get_partner(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Return one seller that is, or was, admitted."""
    admitted = Partner.objects.exclude(state=PartnerState.APPLIED)
    partner = admitted.select_related("province", "commune").filter(code=clean(slug)).first()
    if partner is None:
        raise Http404(_("Không có người bán này."))
    return _partner(partner, _counts("partner"), root_of(request)) | {
        "state": partner.state,
        "legal_name": partner.legal_name or partner.name,
        "tax_code": partner.tax_code,
        "address": partner_address(partner),
        "phone": partner.phone.as_e164 if partner.phone else "",
        "email": partner.email,
        "about": partner.about,
    }


@router.get("/certificates/{number}", response=schemas.CertificateCheck)
def check_certificate(request: HttpRequest, number: str) -> dict[str, Any]:
    """Say whether a certificate is in force today, and tell its product's other ones."""
    on, root = timezone.localdate(), root_of(request)
    try:
        certificate = get_certificate(number=clean(number))
    except Certificate.DoesNotExist as missing:
        raise Http404(_("Không có giấy chứng nhận mang số này.")) from missing
    product = certificate.product
    others = view_history(certificates=product.certificates.all(), on=on)
    return asdict(view_certificate(certificate=certificate, on=on)) | {
        "url": root + certificate.get_absolute_url(),
        "product": {
            "id": product.pk,
            "name": product.title,
            "url": root + product_url(product.slug, product.pk),
        },
        "partner": product.partner and {"slug": product.partner.code, "name": product.partner.name},
        "history": [asdict(view) | {"url": root + view.url} for view in others],
    }


def _counts(facet: str) -> dict[str, int]:
    """Return how many products are listed today under each value of a facet."""
    request = SearchRequest(page_size=1, count_partners=facet == "partner")
    hits = engines.search(request, on=timezone.localdate())
    return dict(hits.facets[facet])


def _partner(partner: Partner, counts: dict[str, int], root: str) -> dict[str, Any]:
    province = partner.province
    return {
        "slug": partner.code,
        "name": partner.name,
        "kind": partner.get_kind_display(),
        "province": in_language(province.name, province.name_en) if province else "",
        "url": root + partner_url(partner.code),
        "products": counts.get(partner.code, 0),
    }
