"""The names behind the values of filters: read once for each list, in two queries.

A third and a fourth are made only when an address names an old province or a partner.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.cards import in_language
from catalogue.certification.classification import GROUPS
from catalogue.models import Category
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from catalogue.places.models import OldProvince, Province
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
            categories=self.category_labels,
            groups=self.groups,
            partners=self.partners,
        )


def load_names(parameters: MultiValue) -> Names:
    """Return the names that a list with these parameters may need."""
    regions, provinces = _places()
    typed = {clean(value) for value in parameters.getlist("province")}
    return Names(
        regions=regions,
        provinces=provinces,
        old_provinces=_old_provinces(typed - set(provinces)),
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


def _partners(slugs: Iterable[str]) -> dict[str, str]:
    wanted = list(slugs)[:60]
    if not wanted:
        return {}
    active = Partner.objects.filter(code__in=wanted, state=PartnerState.ACTIVE)
    return dict(active.values_list("code", "name"))
