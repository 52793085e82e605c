"""The documents that are measured: the register's products, and many more made of its words."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from search.engine import Document

JUDGED = Path(__file__).parent / "judged.json"


def load_judged() -> list[dict]:
    """Return the judged set: class, query, and the references of its answers."""
    return json.loads(JUDGED.read_text())


def register_documents(on: date) -> tuple[list[Document], dict[int, str]]:
    """Load the demonstration into the bench's database; return its documents and references."""
    from django.core.management import call_command  # noqa: PLC0415 (after django.setup)

    from catalogue.models import Product  # noqa: PLC0415
    from search.documents import iterate_documents  # noqa: PLC0415

    call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("load_demonstration", verbosity=0)
    references = dict(Product.objects.exclude(upc=None).values_list("pk", "upc"))
    return list(iterate_documents(on=on)), references


def generated(documents: list[Document], count: int) -> Iterator[Document]:
    """Yield ``count`` documents of the register's own vocabulary: names, places, makers, prices.

    The name of one product comes with the place of another and a word of a third, so words keep
    about their frequencies while no two documents are alike.
    """
    draw = random.Random(34)
    extras = [word for document in documents for word in document.name.split()]
    for number in range(1, count + 1):
        thing, land, seller = (draw.choice(documents) for _ in range(3))
        yield replace(
            thing,
            id=number,
            name=f"{thing.name} {draw.choice(extras)} {draw.choice(extras)}",
            origin=land.origin,
            place=land.place,
            region=land.region,
            province=land.province,
            old_province=land.old_province,
            commune=land.commune,
            maker=seller.maker,
            partner=f"{seller.partner}-{draw.randrange(max(1, count // 2_000))}",
            price=draw.randrange(10, 900) * 1_000,
            stars=draw.choice((3, 3, 3, 4, 4, 5)),
            in_stock=draw.random() < 0.9,
            sold=int(draw.paretovariate(1.2)) - 1,
            listed_from=thing.listed_from - timedelta(days=draw.randrange(90)),
            rank=round(draw.uniform(0.8, 1.6), 4),
        )
