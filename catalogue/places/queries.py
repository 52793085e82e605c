"""Reads: places by region, by address, by what somebody typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from django.db.models import Q
from django.utils.text import slugify

from catalogue.kernel.alphabet import alphabet_key
from catalogue.kernel.fold import fold, respell
from catalogue.languages import reads_english
from catalogue.places.exceptions import (
    CommuneAmbiguous,
    CommuneUnknown,
    PlaceMoved,
    PlaceUnknown,
)
from catalogue.places.kinds import (
    COMMUNE_PREFIXES,
    DISTRICT_PREFIXES,
    PROVINCE_PREFIXES,
    DistrictKind,
    readings,
)
from catalogue.places.models import (
    HO_CHI_MINH_PREFIX,
    Commune,
    FormerName,
    OldCommune,
    OldDistrict,
    OldProvince,
    Province,
    Region,
)

Named = Commune | FormerName | OldCommune
MatchKind = Literal[
    "province", "old_province", "former_name", "commune", "old_district", "old_commune"
]


class HasName(Protocol):
    """A place, or what a page shows of one."""

    name: str
    code: int | str


P = TypeVar("P", bound=HasName)


@dataclass(frozen=True)
class PlaceLine:
    """Where something is from, as text: `today`, and the old province when it has another name.

    `former` is "Hải Dương cũ" or "formerly Hải Dương", empty when there is nothing to tell.
    """

    today: str
    former: str

    def __str__(self) -> str:
        """Return both on one line: "Tân Lập, Hải Phòng (Hải Dương cũ)"."""
        return f"{self.today} ({self.former})" if self.former else self.today


@dataclass(frozen=True)
class PlaceMatch:
    """A place found by the beginning of a name; `label` is the name that matched, with kind."""

    kind: MatchKind
    label: str
    province: Province
    commune: Commune | None = None


def provinces_by_region() -> list[tuple[Region, list[Province]]]:
    """Return the six regions in order, each with its provinces by the alphabet (2 queries)."""
    regions = Region.objects.prefetch_related("provinces")
    return [(region, by_alphabet(region.provinces.all())) for region in regions]


def by_alphabet(places: Iterable[P]) -> list[P]:
    """Return places in the order of the Vietnamese alphabet, those of one name by code."""
    return sorted(
        places,
        key=lambda place: (
            alphabet_key(place.name.removeprefix(HO_CHI_MINH_PREFIX)),
            place.code,
        ),
    )


def province_for_slug(slug: str) -> Province:
    """Return the province of today at this address, with its region.

    Raises PlaceMoved when only an old province, a former name or an old district has the slug
    ("hai-duong" leads to Hải Phòng, "moc-chau" to Sơn La; a slug that is both, like "hai-phong",
    is today's), PlaceUnknown otherwise, and for districts of one name in several provinces.
    """
    today = Province.objects.select_related("region")
    province = today.filter(slug=slug).first()
    if province:
        return province
    moved = (
        today.filter(old_provinces__slug=slug).first() or today.filter(former__slug=slug).first()
    )
    if moved:
        raise PlaceMoved(moved)
    of_district = today.filter(old_provinces__districts__slug__in=_district_slugs(slug)).distinct()
    if len(found := list(of_district[:2])) == 1:
        raise PlaceMoved(found[0])
    raise PlaceUnknown(slug)


def _district_slugs(slug: str) -> set[str]:
    """Return the slugs of districts that an address may mean, whatever kind they had last."""
    kinds = [slugify(kind.label) for kind in DistrictKind]
    names = {slug} | {slug.removeprefix(f"{kind}-") for kind in kinds}
    return {f"{kind}-{name}" for kind in kinds for name in names}


def province_named(text: str) -> tuple[Province, OldProvince | None]:
    """Return the province a register or a person means, and the old one when its name was used.

    Accepts "Tỉnh Sơn La", "TP Hồ Chí Minh", "TP.HCM", "hai duong". A name that is both old and
    today's gives today's and no old one, since the text does not tell. Raises PlaceUnknown.
    """
    slugs = {slugify(name) for _, name in readings(text, PROVINCE_PREFIXES)}
    if slugs & {"hcm", "tphcm"}:
        slugs.add("ho-chi-minh")
    province = Province.objects.select_related("region").filter(slug__in=slugs).first()
    if province:
        return province, None
    old = OldProvince.objects.select_related("province__region").filter(slug__in=slugs).first()
    if old:
        return old.province, old
    former = Province.objects.select_related("region").filter(former__slug__in=slugs).first()
    if former:
        return former, None
    raise PlaceUnknown(text)


def communes_of(province: Province) -> list[Commune]:
    """Return the communes of a province by the alphabet."""
    return by_alphabet(province.communes.all())


def find_commune(text: str, province: Province) -> Commune:
    """Return the commune of the province that somebody typed, by today's or an old name.

    Accepts "Xã Tân Lập", "tan lap", "P. Bến Nghé", and after a comma the old district, which
    tells namesakes apart: "Phường 12, Gò Vấp". Today's names come before former and old ones, a
    kind that was typed before others, accents that were typed before accents left out. Raises
    CommuneUnknown, or CommuneAmbiguous when several communes of today remain.
    """
    typed, _, district = text.partition(",")
    if not fold(typed):
        raise CommuneUnknown(text)
    meanings = readings(typed, COMMUNE_PREFIXES)
    names = {name for _, name in meanings}
    today: list[Named] = [*province.communes.filter(folded__in=names)]
    chosen = (
        _closest(today, typed, meanings, strict=True)
        or _closest(_formerly(names, province), typed, meanings, strict=True)
        or _closest(_old_communes(names, province, district), typed, meanings, strict=False)
        or _closest(today, typed, meanings, strict=False)
    )
    communes = _communes_of_today(chosen)
    if not communes:
        raise CommuneUnknown(text)
    if len(communes) > 1:
        raise CommuneAmbiguous(communes)
    return communes[0]


def _formerly(names: set[str], province: Province) -> list[Named]:
    """Return names that communes of today bore since July 2025."""
    former = FormerName.objects.select_related("commune")
    return [*former.filter(folded__in=names, commune__province=province)]


def _old_communes(names: set[str], province: Province, district: str) -> list[Named]:
    """Return old communes on the province's land, of one old district if it is known."""
    old = OldCommune.objects.filter(
        folded__in=names, old_district__old_province__province=province
    ).prefetch_related("communes")
    districts = {name for _, name in readings(district, DISTRICT_PREFIXES)}
    in_district = old.filter(old_district__folded__in=districts) if fold(district) else ()
    return [*in_district] or [*old]


def _closest(
    places: list[Named], typed: str, meanings: list[tuple[str | None, str]], *, strict: bool
) -> list[Named]:
    """Narrow namesakes by the typed kind and accents; `strict` refuses those of another kind."""
    kinds = {(kind, name) for kind, name in meanings if kind}
    of_kind = [place for place in places if (place.kind, place.folded) in kinds]
    literal = [place for place in places if place.folded == meanings[-1][1]]
    if of_kind:
        places = of_kind
    elif strict:
        places = literal
    spelled = respell(typed).casefold()
    exact = [place for place in places if spelled.endswith(place.name.casefold())]
    return exact or places


def _communes_of_today(places: list[Named]) -> list[Commune]:
    """Return the communes the places are or lead to, each once, by name."""
    found: dict[int, Commune] = {}
    for place in places:
        if isinstance(place, Commune):
            leads_to = [place]
        elif isinstance(place, FormerName):
            leads_to = [place.commune] if place.commune else []
        else:
            leads_to = list(place.communes.all())
        found.update((commune.pk, commune) for commune in leads_to)
    return by_alphabet(found.values())


def places_matching(text: str, *, limit: int = 8) -> list[PlaceMatch]:
    """Return places whose name begins with the text, accents or not, for search suggestions.

    Provinces come first, then old provinces, communes, former names, old districts and old
    communes; at most `limit` in all, six or seven queries.
    """
    begins = Q()
    for name in {name for _, name in readings(text, PROVINCE_PREFIXES | COMMUNE_PREFIXES)}:
        begins |= Q(folded__startswith=name)
    if not fold(text):
        return []
    provinces = Province.objects.filter(begins)[:limit]
    matches = [PlaceMatch("province", place.full_name, place) for place in provinces]
    same_name = {place.pk: place.folded for place in provinces}
    matches += [
        PlaceMatch("old_province", old.name, old.province)
        for old in OldProvince.objects.select_related("province").filter(begins)[:limit]
        if same_name.get(old.province_id) != old.folded
    ]
    matches += [
        PlaceMatch("commune", commune.full_name, commune.province, commune)
        for commune in Commune.objects.select_related("province").filter(begins)[:limit]
    ]
    if len(matches) < limit:
        matches += _matches_of_the_past(begins, limit)
    return matches[:limit]


def _matches_of_the_past(begins: Q, limit: int) -> list[PlaceMatch]:
    """Return former names, old districts and old communes; a former kind alone is no match."""
    matches = []
    for former in FormerName.objects.select_related("commune__province", "province").filter(begins)[
        :limit
    ]:
        place = former.commune or former.province
        province = former.commune.province if former.commune else former.province
        if place and province and place.folded != former.folded:
            matches.append(PlaceMatch("former_name", former.name, province, former.commune))
    districts = OldDistrict.objects.select_related("old_province__province", "commune")
    matches += [
        PlaceMatch("old_district", old.full_name, old.old_province.province, old.commune)
        for old in districts.filter(begins)[:limit]
    ]
    communes = OldCommune.objects.select_related("old_district__old_province__province")
    for old in communes.filter(begins).prefetch_related("communes")[:limit]:
        today = list(old.communes.all())
        matches.append(
            PlaceMatch(
                "old_commune",
                f"{old.full_name}, {old.old_district.full_name}",
                old.old_province.province,
                today[0] if len(today) == 1 else None,
            )
        )
    return matches


def former_names(province: Province) -> list[str]:
    """Return the other names the province's land bore, its merged provinces' among them, by name.

    For Hải Phòng: ["Hải Dương"]. A former kind under the same name is not another name.
    """
    names = {old.name: old.folded for old in province.old_provinces.all()}
    names |= {former.name: former.folded for former in province.former.all()}
    names.pop(province.name, None)
    return sorted(names, key=names.__getitem__)


def label_area(province: Province, old_province: OldProvince | None = None) -> str:
    """Return the label area of a place (NB SH BT NT TN DN CL).

    The old province decides; when only today's is known, the first area of its map patch.
    """
    return old_province.area if old_province else province.area_codes[0]


def place_line(
    *,
    commune: Commune | None,
    province: Province,
    old_province: OldProvince | None = None,
    language: str = "vi",
    with_kind: bool = False,
) -> PlaceLine:
    """Return where something is from: "Tân Lập, Sơn La", and the old province's name if another.

    `with_kind` writes "xã Tân Lập"; English has "Tân Lập commune".
    """
    english = reads_english(language)
    place = province.name_in(language)
    if commune:
        place = f"{_commune_text(commune, english, with_kind)}, {place}"
    former = ""
    if old_province and old_province.folded != province.folded:
        name = old_province.name
        former = f"formerly {name}" if english else f"{name} cũ"
    return PlaceLine(today=place, former=former)


def _commune_text(commune: Commune, english: bool, with_kind: bool) -> str:
    if not with_kind:
        return commune.name
    if english:
        words = {"xa": "commune", "phuong": "ward", "dac_khu": "special zone"}
        return f"{commune.name} {words[commune.kind]}"
    return f"{commune.get_kind_display().lower()} {commune.name}"
