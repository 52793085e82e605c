"""The whole judged set, asked of both engines: the same products in the same order, and counts."""

import json
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from search.place_names import ALIASES
from search.query import PriceBand, SearchRequest, Sort
from tests.factories.documents import TODAY, make_document

ROOT = Path(__file__).resolve().parents[3]
REGISTER = ROOT / "marketplace" / "demonstration" / "data" / "register.json"
JUDGED = json.loads((ROOT / "bench" / "search" / "judged.json").read_text())
FILTERED = [
    {"regions": ("r1", "r2")},
    {"stars": (4, 5), "prices": (PriceBand.UNDER_50, PriceBand.FROM_100)},
    {"provinces": ("Lào Cai",), "in_stock": True},
    {"old_provinces": ("Bến Tre",), "price_max": 200_000},
    {"sort": Sort.CHEAPEST, "page": 3},
    {"sort": Sort.DEAREST, "stars": (3,)},
    {"sort": Sort.BEST_SELLING},
    {"sort": Sort.NEWEST, "in_season": True},
    {"sort": Sort.STARS, "page": 2, "page_size": 50},
    {"page": 2},
    {"page": 5},
]


def documents():
    """The register's products as documents, made without a database."""
    draw = random.Random(7)
    for number, row in enumerate(json.loads(REGISTER.read_text()), start=1):
        slug = row["province_old"].lower().replace(" ", "-")
        yield make_document(
            number,
            row["name_vi"],
            name_en=row["name_en"],
            origin=" . ".join(
                filter(None, (row["commune"], row["province_old"], ALIASES.get(slug)))
            ),
            place=" . ".join(filter(None, (row["commune"], row["province"], row["province_old"]))),
            body=row["description_vi"],
            maker=row["producer_name"],
            partner=row["partner_key"],
            region=f"r{number % 6}",
            province=row["province"],
            old_province=row["province_old"],
            categories=(row["kind_of_good"],),
            stars=row["stars"],
            price=row["price"],
            season=tuple(row["season_months"]),
            in_stock=draw.random() < 0.9,
            sold=draw.randrange(50),
            rank=round(draw.uniform(0.8, 1.6), 4),
            listed_from=TODAY - timedelta(days=draw.randrange(900)),
        )


@pytest.fixture
def both(embedded, elasticsearch):
    """Return both engines, holding the same."""
    for engine in (embedded, elasticsearch):
        engine.index(documents())
    return embedded, elasticsearch


def test_every_judged_query_gets_the_same_answer_from_both_engines(both):
    differing = []
    for row in JUDGED:
        one, other = (engine.search(SearchRequest(q=row["query"]), on=TODAY) for engine in both)
        if replace(one, took_ms=0, engine="") != replace(other, took_ms=0, engine=""):
            differing.append((row["query"], one.ids[:5], other.ids[:5]))
    assert differing == []


@pytest.mark.parametrize("chosen", FILTERED, ids=str)
def test_filters_sorts_and_pages_give_the_same_answer(both, chosen):
    for q in ("", "trà", "mat ong"):
        request = replace(SearchRequest(q=q), **chosen)
        one, other = (engine.search(request, on=TODAY, widen=True) for engine in both)
        assert replace(one, took_ms=0, engine="") == replace(other, took_ms=0, engine="")


def test_suggestions_are_the_same(both):
    for typed in ("m", "mat", "ca phe", "bac", "htx s", "tra ho"):
        one, other = (engine.suggest(typed, limit=5, on=TODAY) for engine in both)
        assert one == other
