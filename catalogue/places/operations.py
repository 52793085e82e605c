"""Writes: loading the prepared files, and new names for places of today."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from catalogue.kernel.fold import fold
from catalogue.places.exceptions import RenameRefused
from catalogue.places.models import (
    Commune,
    FormerName,
    OldCommune,
    OldDistrict,
    OldProvince,
    Province,
    Region,
    searchable,
)

DATA = Path(__file__).parent / "data"
BATCH = 2000


@dataclass(frozen=True)
class PlacesLoaded:
    """How many places the tables hold after loading; `rules` counts old-to-new pairs."""

    regions: int
    provinces: int
    old_provinces: int
    communes: int
    old_districts: int
    old_communes: int
    rules: int


def _rows(data: Path, name: str) -> Iterator[dict[str, str]]:
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


@transaction.atomic
def load_places(*, data: Path = DATA) -> PlacesLoaded:
    """Bring the tables to the prepared files; again, it changes nothing.

    A name edited here stays: the file's name, kind and slug replace it only if the file says
    they are from a later day. Old places are history, there the file decides.
    """
    _load_regions(data)
    _load_provinces(data)
    _load_old_provinces(data)
    _load_communes(data)
    districts = _load_old_districts(data)
    _load_old_communes(data, districts)
    _load_former_names(data)
    return PlacesLoaded(
        regions=Region.objects.count(),
        provinces=Province.objects.count(),
        old_provinces=OldProvince.objects.count(),
        communes=Commune.objects.count(),
        old_districts=OldDistrict.objects.count(),
        old_communes=OldCommune.objects.count(),
        rules=OldCommune.communes.through.objects.count(),
    )


def _load_regions(data: Path) -> None:
    known = set(Region.objects.values_list("code", flat=True))
    Region.objects.bulk_create(
        Region(
            code=row["code"],
            slug=row["slug"],
            name_vi=row["name_vi"],
            name_en=row["name_en"],
            position=int(row["position"]),
        )
        for row in _rows(data, "regions")
        if row["code"] not in known
    )


def _load_provinces(data: Path) -> None:
    regions = dict(Region.objects.values_list("slug", "code"))
    known = Province.objects.in_bulk()
    provinces = []
    for row in _rows(data, "provinces"):
        province = Province(
            code=int(row["code"]),
            slug=row["slug"],
            name=row["name"],
            folded=searchable(row["name"]),
            kind=row["kind"],
            region_id=regions[row["region"]],
            name_since=date.fromisoformat(row["name_since"]),
            name_en=row["name_en"],
            areas=row["areas"],
            map_column=int(row["map_column"]),
            map_row=int(row["map_row"]),
        )
        here = known.get(province.code)
        if here and here.name_since >= province.name_since:
            province.name, province.folded, province.kind = here.name, here.folded, here.kind
            province.slug, province.name_en = here.slug, here.name_en
            province.name_since = here.name_since
        provinces.append(province)
    fields = [field.name for field in Province._meta.concrete_fields if not field.primary_key]
    Province.objects.bulk_create(
        provinces, update_conflicts=True, unique_fields=["code"], update_fields=fields
    )


def _load_old_provinces(data: Path) -> None:
    OldProvince.objects.bulk_create(
        (
            OldProvince(
                code=int(row["code"]),
                slug=row["slug"],
                name=row["name"],
                folded=searchable(row["name"]),
                province_id=int(row["province"]),
                region_before=row["region_before"],
                area=row["area"],
            )
            for row in _rows(data, "old_provinces")
        ),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["slug", "name", "folded", "province", "region_before", "area"],
    )


def _load_communes(data: Path) -> None:
    known = {commune.code: commune for commune in Commune.objects.all()}
    communes = []
    for row in _rows(data, "communes"):
        commune = Commune(
            code=row["code"],
            province_id=int(row["province"]),
            kind=row["kind"],
            name=row["name"],
            folded=searchable(row["name"]),
            name_since=date.fromisoformat(row["name_since"]),
        )
        here = known.get(commune.code)
        if here and here.name_since >= commune.name_since:
            commune.name, commune.folded, commune.kind = here.name, here.folded, here.kind
            commune.name_since = here.name_since
        communes.append(commune)
    Commune.objects.bulk_create(
        communes,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["province", "kind", "name", "folded", "name_since"],
    )


def _load_old_districts(data: Path) -> dict[tuple[int, str], int]:
    """Load the districts; return their ids by old province code and slug."""
    provinces = dict(OldProvince.objects.values_list("code", "pk"))
    communes = dict(Commune.objects.values_list("code", "pk"))
    OldDistrict.objects.bulk_create(
        (
            OldDistrict(
                old_province_id=provinces[int(row["old_province"])],
                slug=row["slug"],
                kind=row["kind"],
                name=row["name"],
                folded=searchable(row["name"]),
                commune_id=communes[row["commune"]] if row["commune"] else None,
            )
            for row in _rows(data, "old_districts")
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["old_province", "slug"],
        update_fields=["kind", "name", "folded", "commune"],
    )
    districts = OldDistrict.objects.values_list("old_province__code", "slug", "pk")
    return {(code, slug): pk for code, slug, pk in districts}


def _load_old_communes(data: Path, districts: dict[tuple[int, str], int]) -> None:
    """Load the old communes and make their links to today's exactly those of the file."""
    links = [
        (
            (districts[int(row["old_province"]), row["old_district"]], row["kind"], row["name"]),
            row["commune"],
        )
        for row in _rows(data, "old_communes")
    ]
    known = _old_commune_ids()
    OldCommune.objects.bulk_create(
        (
            OldCommune(old_district_id=district, kind=kind, name=name, folded=searchable(name))
            for district, kind, name in dict.fromkeys(place for place, _ in links)
            if (district, kind, name) not in known
        ),
        batch_size=BATCH,
    )
    ids = _old_commune_ids()
    communes = dict(Commune.objects.values_list("code", "pk"))
    wanted = {(ids[place], communes[code]) for place, code in links}
    through = OldCommune.communes.through
    here = {(old, new): pk for pk, old, new in through.objects.values_list()}
    through.objects.filter(pk__in=[here[link] for link in here.keys() - wanted]).delete()
    through.objects.bulk_create(
        (through(oldcommune_id=old, commune_id=new) for old, new in sorted(wanted - here.keys())),
        batch_size=BATCH,
    )


def _old_commune_ids() -> dict[tuple[int, str, str], int]:
    rows = OldCommune.objects.values_list("old_district_id", "kind", "name", "pk")
    return {(district, kind, name): pk for district, kind, name, pk in rows}


def _load_former_names(data: Path) -> None:
    communes = dict(Commune.objects.values_list("code", "pk"))
    known = set(FormerName.objects.values_list("province_id", "commune_id", "until"))
    names = []
    for row in _rows(data, "former_names"):
        until = date.fromisoformat(row["until"])
        province = None if row["commune"] else int(row["province"])
        commune = communes[row["commune"]] if row["commune"] else None
        if (province, commune, until) in known:
            continue
        names.append(
            FormerName(
                province_id=province,
                commune_id=commune,
                kind=row["kind"],
                name=row["name"],
                folded=searchable(row["name"]),
                slug=slugify(fold(row["name"])) if province else "",
                since=date.fromisoformat(row["since"]),
                until=until,
            )
        )
    FormerName.objects.bulk_create(names)


@transaction.atomic
def rename_province(*, code: int, name: str, kind: str, name_en: str, since: date) -> Province:
    """Give a province a new name or kind from `since` on; the old slug redirects from then on.

    Raises Province.DoesNotExist; RenameRefused when name and kind are what they were, `since`
    is not after the present name's first day, or the new slug is another place's.
    """
    province = Province.objects.select_for_update().get(pk=code)
    _refuse_unless_new(province, name, kind, since)
    slug = slugify(searchable(name))
    if slug != province.slug and _slug_is_taken(slug, province):
        raise RenameRefused(slug)
    FormerName.objects.create(
        province=province,
        kind=province.kind,
        name=province.name,
        slug=province.slug,
        since=province.name_since,
        until=since,
    )
    province.name, province.kind, province.slug = name, kind, slug
    province.name_en, province.name_since = name_en, since
    province.save()
    return province


@transaction.atomic
def rename_commune(*, code: str, name: str, kind: str, since: date) -> Commune:
    """Give a commune a new name or kind from `since` on; its former name still finds it.

    Raises Commune.DoesNotExist; RenameRefused when name and kind are what they were, or `since`
    is not after the present name's first day.
    """
    commune = Commune.objects.select_for_update().get(code=code)
    _refuse_unless_new(commune, name, kind, since)
    FormerName.objects.create(
        commune=commune,
        kind=commune.kind,
        name=commune.name,
        since=commune.name_since,
        until=since,
    )
    commune.name, commune.kind, commune.name_since = name, kind, since
    commune.save()
    return commune


def _refuse_unless_new(place: Province | Commune, name: str, kind: str, since: date) -> None:
    if (place.name, place.kind) == (name, kind):
        raise RenameRefused(name)
    if since <= place.name_since:
        raise RenameRefused(since.isoformat())


def _slug_is_taken(slug: str, province: Province) -> bool:
    """Tell whether the slug leads, now or by redirect, to another province."""
    return (
        Province.objects.filter(slug=slug).exclude(pk=province.pk).exists()
        or OldProvince.objects.filter(slug=slug).exclude(province=province).exists()
        or FormerName.objects.filter(slug=slug, province__isnull=False)
        .exclude(province=province)
        .exists()
    )
