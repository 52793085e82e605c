"""The names behind the values of filters: read once for each list, in two queries.

One more each is made only when an address names an old province or a partner, or when a province
is chosen, whose communes are then offered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.cards import in_language
from catalogue.certification.classification import GROUPS
from catalogue.models import Category
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from catalogue.places.models import Commune, OldProvince, Province
from search.query import MultiValue, Vocabulary, clean


@dataclass(frozen=True, slots=True)
class CategoryNode:
    """One public category; ``path`` holds the slugs from the outermost to its own."""

    id: int
    slug: str
    name: str
    path: tuple[str, ...]

    @property
    def depth(self) -> int:
        """Return 1 for a category at the top."""
        return len(self.path)


@dataclass(frozen=True)
class Names:
    """Labels by slug, in the order in which they are shown, in the active language."""

    regions: Mapping[str, str]
    provinces: Mapping[str, str]
    old_provinces: Mapping[str, str]
    categories: tuple[CategoryNode, ...]
    partners: Mapping[str, str]
    communes: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def groups(self) -> dict[str, str]:
        """Return the six OCOP groups by code."""
        return {group.code: in_language(group.name_vi, group.name_en) for group in GROUPS}

    @cached_property
    def category_labels(self) -> dict[str, str]:
        """Return the name of each category slug; the innermost one's where a slug repeats."""
        return {node.slug: node.name for node in self.categories}

    @cached_property
    def category_depths(self) -> dict[str, int]:
        """Return how deep in the tree each category slug stands, 1 at the top."""
        return {node.slug: node.depth for node in self.categories}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the values that a request may name."""
        return Vocabulary(
            regions=self.regions,
            provinces=self.provinces,
            old_provinces=self.old_provinces,
            communes=self.communes,
            categories=self.category_labels,
            groups=self.groups,
            partners=self.partners,
        )


def load_names(parameters: MultiValue, *, province: str = "") -> Names:
    """Return the names that a list with these parameters, or of one ``province``, may need."""
    regions, provinces = _places()
    typed = {clean(value) for value in parameters.getlist("province")}
    communes = {clean(value) for value in parameters.getlist("commune")}
    return Names(
        regions=regions,
        provinces=provinces,
        old_provinces=_old_provinces(typed - set(provinces)),
        communes=_communes({*(typed & set(provinces)), province} - {""}, communes - {""}),
        categories=load_categories(),
        partners=_partners({clean(value) for value in parameters.getlist("partner")}),
    )


def load_categories() -> tuple[CategoryNode, ...]:
    """Return all public categories in the order of the tree; one query."""
    rows = (
        Category.objects.filter(is_public=True, ancestors_are_public=True)
        .order_by("path")
        .values_list("id", "path", "slug", "name_vi", "name_en")
    )
    paths: dict[str, tuple[str, ...]] = {"": ()}
    nodes = []
    for number, path, slug, name_vi, name_en in rows:
        paths[path] = (*paths.get(path[: -Category.steplen], ()), slug)
        nodes.append(CategoryNode(number, slug, in_language(name_vi, name_en), paths[path]))
    return tuple(nodes)


def category_url(node: CategoryNode) -> str:
    """Return a category's address in the active language."""
    slugs = "/".join(node.path)
    return reverse("catalogue:category", kwargs={"category_slug": slugs, "pk": node.id})


def _places() -> tuple[dict[str, str], dict[str, str]]:
    """Return today's regions from north to south and provinces by alphabet."""
    rows = Province.objects.order_by("folded").values_list(
        "slug", "name", "name_en", "region__slug", "region__name_vi", "region__name_en",
        "region__position",
    )  # fmt: skip
    provinces, regions = {}, {}
    for slug, name, name_en, region, region_vi, region_en, position in rows:
        provinces[slug] = in_language(name, name_en)
        regions[region] = (position, in_language(region_vi, region_en))
    by_position = sorted(regions.items(), key=lambda region: region[1])
    return {slug: name for slug, (_position, name) in by_position}, provinces


def _old_provinces(slugs: Iterable[str]) -> dict[str, str]:
    wanted = list(slugs)[:60]
    if not wanted:
        return {}
    rows = OldProvince.objects.filter(slug__in=wanted).values_list("slug", "name")
    return {slug: _("%(name)s (cũ)") % {"name": name} for slug, name in rows}


def _communes(provinces: set[str], codes: set[str]) -> dict[str, str]:
    """Return the communes of these provinces and those with these codes, by code."""
    if not provinces and not codes:
        return {}
    known = [code for code in codes if len(code) == 5][:60]
    wanted = Q(province__slug__in=list(provinces)) | Q(code__in=known)
    return dict(Commune.objects.filter(wanted).order_by("folded").values_list("code", "name"))


def _partners(slugs: Iterable[str]) -> dict[str, str]:
    wanted = list(slugs)[:60]
    if not wanted:
        return {}
    active = Partner.objects.filter(code__in=wanted, state=PartnerState.ACTIVE)
    return dict(active.values_list("code", "name"))
