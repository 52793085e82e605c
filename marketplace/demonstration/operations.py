"""Fills an empty shop with the demonstration: places, register, stories, accounts."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.timezone import localdate
from wagtail.signal_handlers import disable_reference_index_auto_update

from catalogue.certification.models import CertificateChange
from catalogue.certification.register.parsing import parse_row
from catalogue.certification.register.rows import RegisterRow
from catalogue.certification.register.writing import write_register
from catalogue.models import Product
from catalogue.partner.models import Partner
from catalogue.partner.operations import seat_member
from catalogue.partner.states import TeamRole
from catalogue.places.models import Province, Region
from catalogue.places.operations import load_places
from cms.operations import Story, StoryText, prepare_pages, write_region_intro, write_story
from marketplace.demonstration.dating import line_on
from search.indexing import rebuild

DATA = Path(__file__).parent / "data"
PASSWORD = "cho-phien-2026"  # noqa: S105 - printed in the README and on the login page
OPERATOR = "operator@demo.example"
BUYER = "buyer@demo.example"
Say = Callable[[str], None]


class DemonstrationBroken(Exception):
    """A row of the project's own data was refused; the data and the rules disagree."""


def load_demonstration(*, now: datetime, say: Say) -> None:
    """Load everything; what is there already stays. ``say`` is told each step."""
    with disable_reference_index_auto_update():
        say("Địa danh: 6 vùng, 34 tỉnh thành, 3.321 xã phường …")
        load_places()
        say("Sản phẩm, người bán, giấy chứng nhận …")
        load_register(now=now)
        say("Chuyện người làm …")
        load_stories(now=now)
        say("Tài khoản dùng thử …")
        load_accounts()
    say("Chỉ mục tìm kiếm …")
    rebuild(on=localdate(now))


def load_register(*, now: datetime) -> None:
    """Write the register as it would stand on the day of ``now``; raises `DemonstrationBroken`.

    Where it was loaded before it stands as on the day of that first loading: decisions made up
    then keep their dates. A decision that the data now date otherwise stays as it was written.
    """
    rows: list[RegisterRow] = []
    first = CertificateChange.objects.order_by("at").first()
    on = localdate(first.at if first else now)
    source = json.loads((DATA / "register.json").read_text(encoding="utf-8"))
    for line, row in enumerate(source, start=1):
        outcome = parse_row(line, line_on(row, on=on))
        if not isinstance(outcome, RegisterRow):
            raise DemonstrationBroken(outcome)
        rows.append(outcome)
    with transaction.atomic():
        report = write_register(rows=tuple(rows), at=now)
    if report.refusals and first is None:
        raise DemonstrationBroken(report.refusals)
    translate_facts()


@transaction.atomic
def translate_facts() -> None:
    """Give the made-up facts of products (keeping, package, …) their English.

    A register has one column for each, in Vietnamese. Numbers with units need no translation.
    """
    words = json.loads((DATA / "english.json").read_text(encoding="utf-8"))
    for field, translations in words.items():
        for vietnamese, english in translations.items():
            products = Product.objects.filter(**{f"{field}_vi": vietnamese})
            products.exclude(**{f"{field}_en": english}).update(**{f"{field}_en": english})


def load_stories(*, now: datetime) -> None:
    """Publish the stories and the words about regions, one story a day until today."""
    indexes = prepare_pages()
    provinces = Province.objects.in_bulk()
    products = {product.upc: product for product in Product.objects.exclude(upc=None)}
    files = sorted((DATA / "stories").glob("*.json"))
    for age, path in enumerate(reversed(files)):
        source = json.loads(path.read_text(encoding="utf-8"))
        story = Story(
            slug=source["slug"],
            province=provinces[source["province_code"]],
            products=[products[upc] for upc in source["products"] if upc in products],
            season_months=source["season_months"],
            texts={language: _text(source[language]) for language in ("vi", "en")},
            sources=source["sources"],
        )
        write_story(story=story, indexes=indexes, at=now - timedelta(days=age))
    intros = json.loads((DATA / "regions.json").read_text(encoding="utf-8"))
    for region in Region.objects.all():
        for language, intro in intros[region.slug].items():
            write_region_intro(region=region, language=language, intro=intro)


def load_accounts() -> None:
    """Make an operator, a buyer, and an owner for each partner: ``<code>@demo.example``."""
    users = get_user_model().objects
    for email, create in ((OPERATOR, users.create_superuser), (BUYER, users.create_user)):
        if not users.filter(email=email).exists():
            create(email, PASSWORD)
    hashed = users.get(email=BUYER).password
    for partner in Partner.objects.filter(team=None):
        user, _ = users.get_or_create(email=owner_email(partner), defaults={"password": hashed})
        seat_member(partner=partner, user=user, role=TeamRole.OWNER)


def owner_email(partner: Partner) -> str:
    """Return the address that the owner of ``partner`` signs in with."""
    return f"{partner.code}@demo.example"


def _text(source: dict) -> StoryText:
    return StoryText(
        title=source["title"],
        lead=source["lead"],
        search_description=source["search_description"],
        body=source["body"],
    )
