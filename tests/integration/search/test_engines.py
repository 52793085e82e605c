"""What both engines must do alike: each test runs on the embedded one and on a real server."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from search.engine import Step
from search.fields import digest_of
from search.query import PriceBand, SearchRequest, Sort
from tests.factories.documents import TODAY, make_document


@pytest.fixture(params=["embedded", "elasticsearch"])
def engine(request):
    """Return each engine in turn, empty."""
    return request.getfixturevalue(request.param)


def find(engine, q="", **changes):
    return engine.search(replace(SearchRequest(q=q), **changes), on=TODAY)


def ids(engine, q="", **changes):
    return find(engine, q, **changes).ids


@pytest.fixture
def shelf(engine):
    """Return an engine that holds a few goods that are easily mistaken for each other."""
    engine.index(
        [
            make_document(1, "Chè Shan tuyết Mộc Châu", rank=1.2),
            make_document(2, "Dứa sấy dẻo", categories=("qua",), price=45_000, stars=3),
            make_document(3, "Dừa sấy giòn", categories=("qua",), price=50_000, stars=5),
            make_document(
                4,
                "Nước mắm Cát Hải",
                place="Cát Hải, Hải Phòng",
                region="dong-bang",
                province="hai-phong",
                categories=("gia-vi", "nuoc-mam"),
                price=210_000,
            ),
            make_document(
                5,
                "Rượu ngô men lá",
                place="Hà Giang Tuyên Quang",
                region="dong-bac",
                province="tuyen-quang",
                old_province="ha-giang",
                categories=("ruou",),
                group="beverage",
                price=None,
                in_stock=False,
            ),
        ]
    )
    return engine


def test_all_are_found_when_nothing_is_typed_the_best_ranked_first(shelf):
    hits = find(shelf)
    assert (hits.total, hits.step, hits.corrected) == (5, Step.EXACT, None)
    assert hits.ids[0] == 1
    assert set(hits.ids) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    "typed",
    ["Chè Shan tuyết", "che shan tuyet", "tuyet shan che", "CHE\u0300 SHAN", "moc chau che"],
)
def test_accents_and_order_do_not_matter_for_finding(shelf, typed):
    assert ids(shelf, typed) == (1,)


def test_typed_accents_decide_which_comes_first(shelf):
    assert ids(shelf, "dứa") == (2, 3)
    assert ids(shelf, "dừa") == (3, 2)
    assert set(ids(shelf, "dua")) == {2, 3}


def test_a_product_is_found_by_its_old_province_and_by_todays(shelf):
    assert ids(shelf, "ruou ha giang") == ids(shelf, "rượu Tuyên Quang") == (5,)


def test_neighbouring_words_in_the_name_count_more_than_scattered_ones(engine):
    engine.index([make_document(1, "Cá kho sặc Cà Mau"), make_document(2, "Khô cá sặc Cà Mau")])
    assert ids(engine, "kho ca sac") == (2, 1)
    assert ids(engine, "ca kho") == (1, 2)


def test_a_full_match_beats_any_rank(engine):
    engine.index(
        [
            make_document(1, "Mật ong bạc hà", rank=0.8),
            make_document(2, "Kẹo gừng", body="thêm mật ong bạc hà", rank=1.6),
        ]
    )
    assert ids(engine, "mật ong bạc hà") == (1, 2)


def test_a_product_is_found_from_its_first_day_to_its_last_and_not_beyond(engine):
    engine.index(
        [
            make_document(1, listed_until=TODAY),
            make_document(2, listed_until=TODAY - timedelta(days=1)),
            make_document(3, listed_from=TODAY),
            make_document(4, listed_from=TODAY + timedelta(days=1)),
        ]
    )
    assert set(ids(engine)) == set(ids(engine, "chè")) == {1, 3}
    assert find(engine).facets["region"] == {"tay-bac": 2}
    assert engine.suggest("che", limit=9, on=TODAY).products == (1, 3)
    tomorrow = TODAY + timedelta(days=1)
    assert set(engine.search(SearchRequest(), on=tomorrow).ids) == {3, 4}


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"regions": ("dong-bang",)}, {4}),
        ({"regions": ("dong-bang", "dong-bac")}, {4, 5}),
        ({"provinces": ("son-la",)}, {1, 2, 3}),
        ({"old_provinces": ("ha-giang",)}, {5}),
        ({"provinces": ("hai-phong",), "old_provinces": ("ha-giang",)}, {4, 5}),
        ({"categories": ("gia-vi",)}, {4}),
        ({"groups": ("beverage",)}, {5}),
        ({"stars": (3, 5)}, {2, 3}),
        ({"partners": ("nobody",)}, set()),
        ({"in_stock": True}, {1, 2, 3, 4}),
        ({"price_min": 50_000}, {1, 3, 4}),
        ({"price_max": 50_000}, {2, 3}),
        ({"price_min": 50_000, "price_max": 120_000}, {1, 3}),
        ({"prices": (PriceBand.UNDER_50,)}, {2}),
        ({"prices": (PriceBand.FROM_50,)}, {3}),
        ({"prices": (PriceBand.UNDER_50, PriceBand.FROM_200)}, {2, 4}),
        ({"categories": ("qua",), "stars": (5,)}, {3}),
    ],
)
def test_filters_are_or_within_one_and_and_across(shelf, chosen, found):
    hits = find(shelf, **chosen)
    assert set(hits.ids) == found
    assert hits.total == len(found)


def test_facets_count_what_each_value_would_give(shelf):
    assert find(shelf, count_partners=True).facets == {
        "region": {"tay-bac": 3, "dong-bang": 1, "dong-bac": 1},
        "province": {"son-la": 3, "hai-phong": 1, "tuyen-quang": 1},
        "old_province": {"ha-giang": 1},
        "category": {"qua": 2, "che": 1, "gia-vi": 1, "nuoc-mam": 1, "ruou": 1},
        "group": {"food": 4, "beverage": 1},
        "stars": {"4": 3, "3": 1, "5": 1},
        "price": {"0-50000": 1, "50000-100000": 1, "100000-200000": 1, "200000-500000": 1},
        "in_stock": {"1": 4, "0": 1},
        "partner": {"htx-tan-lap": 5},
        "commune": {},
        "in_season": {},
    }


def test_a_facet_leaves_its_own_filter_out_of_its_counts(shelf):
    facets = find(shelf, regions=("tay-bac",), stars=(5,)).facets
    assert facets["region"] == {"tay-bac": 1}
    assert facets["stars"] == {"4": 1, "3": 1, "5": 1}
    assert facets["category"] == {"qua": 1}


def test_all_34_provinces_fit_into_the_facet_over_many_segments(engine):
    for start in range(3):
        engine.index(
            make_document(34 * start + number, province=f"tinh-{number}") for number in range(34)
        )
    counts = find(engine).facets["province"]
    assert counts == {f"tinh-{number}": 3 for number in range(34)}


def test_sorting_by_price_puts_goods_without_one_last_both_ways(shelf):
    assert ids(shelf, sort=Sort.CHEAPEST) == (2, 3, 1, 4, 5)
    assert ids(shelf, sort=Sort.DEAREST) == (4, 1, 3, 2, 5)


def test_sorting_by_stars_by_the_day_of_recognition_and_by_sales(engine):
    engine.index(
        [
            make_document(1, stars=4, listed_from=date(2026, 3, 1), sold=3),
            make_document(2, stars=5, listed_from=date(2025, 3, 1), rank=0.9),
            make_document(3, stars=5, listed_from=date(2024, 3, 1), rank=1.1, sold=12),
        ]
    )
    assert ids(engine, sort=Sort.STARS) == (3, 2, 1)
    assert ids(engine, sort=Sort.NEWEST) == (1, 2, 3)
    assert ids(engine, sort=Sort.BEST_SELLING) == (3, 1, 2)


def test_pages_follow_each_other_without_gap_or_repeat(engine):
    engine.index(make_document(number, price=1_000 * number) for number in range(1, 51))
    pages = [ids(engine, sort=Sort.CHEAPEST, page=page, page_size=20) for page in range(1, 5)]
    assert pages == [tuple(range(1, 21)), tuple(range(21, 41)), tuple(range(41, 51)), ()]


def test_one_word_less_is_tried_when_no_product_has_all_and_then_half_of_them(shelf):
    hits = find(shelf, "nước mắm cát bà")
    assert (hits.ids, hits.step, hits.corrected) == ((4,), Step.RELAXED, None)
    assert hits.facets["province"] == {"hai-phong": 1}
    hits = find(shelf, "nuoc mam phu quoc hai")
    assert (hits.ids, hits.step) == ((4,), Step.RELAXED)


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("chef shan tuyeets", "chè shan tuyết"),
        ("che2 shan tuye6t1", "chè shan tuyết"),
        ("nuwowcs mawms", "nước mắm"),
    ],
)
def test_keystrokes_of_telex_and_vni_are_read_back(shelf, typed, corrected):
    hits = find(shelf, typed)
    assert hits.ids == ((4,) if "mắm" in corrected else (1,))
    assert (hits.step, hits.corrected) == (Step.KEYBOARD, corrected)


@pytest.mark.parametrize(
    ("typed", "corrected", "found"),
    [
        ("nuoc mqm", "nuoc mam", 4),
        ("nuco mam cat hai", "nuoc mam cat hai", 4),
        ("ruou nog", "ruou ngo", 5),
        ("shantuyet", "shan tuyet", 1),
        ("rượu nog", "rượu ngo", 5),
        # Both words are known, but no product bears them together.
        ("ruou nga", "ruou ngo", 5),
    ],
)
def test_one_slip_is_repaired_by_the_words_of_the_shop(shelf, typed, corrected, found):
    hits = find(shelf, typed)
    assert (hits.ids[0], hits.corrected) == (found, corrected)
    assert hits.step is Step.FUZZY


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("kẹo đậu phộng", ["Kẹo lạc", "Dầu phụng"]),
        ("thịt heo", ["Thịt lợn bản", "Thịt bò khô"]),
        ("maize liquor", ["Rượu ngô", "Bắp cải"]),
        ("bắp cải", ["Bắp cải", "Rượu ngô"]),
        ("hột vịt", ["Trứng vịt biển", "Vịt quay"]),
    ],
)
def test_other_regions_and_english_names_mean_the_same_thing(engine, typed, names):
    engine.index([make_document(2, names[1]), make_document(1, names[0])])
    assert find(engine, typed).ids[0] == 1


def test_an_old_province_comes_first_when_its_name_lives_on_in_a_merged_one(engine):
    today = {"province": "ninh-binh", "place": "Ninh Bình"}
    engine.index(
        [
            make_document(1, "Gạo nếp", origin="Nam Định", **today, old_province="nam-dinh"),
            make_document(2, "Gạo tẻ", origin="Ninh Bình", **today, old_province="ninh-binh"),
        ]
    )
    assert ids(engine, "gạo ninh bình") == ids(engine, "ninh binh") == (2, 1)
    assert ids(engine, "gạo nam định") == (1,)


def test_the_chosen_filters_are_left_aside_only_when_asked_to_and_it_is_said(shelf):
    request = SearchRequest(q="rượu ngô", regions=("tay-bac",))
    strict = shelf.search(request, on=TODAY)
    assert (strict.ids, strict.step, strict.widened) == ((), Step.NONE, False)
    wide = shelf.search(request, on=TODAY, widen=True)
    assert (wide.ids, wide.step, wide.widened) == ((5,), Step.RELAXED, True)


def test_the_first_page_holds_three_of_a_seller_and_none_is_lost(engine):
    engine.index(
        [make_document(number, partner="one", rank=1.5) for number in range(1, 7)]
        + [make_document(number, partner=f"other-{number}") for number in range(7, 10)]
    )
    pages = [ids(engine, "chè", page=page, page_size=6) for page in (1, 2)]
    assert sorted(number > 6 for number in pages[0]) == [False] * 3 + [True] * 3
    assert sorted(pages[0] + pages[1]) == list(range(1, 10))
    assert len(ids(engine, "chè", partners=("one",), page_size=6)) == 6


def test_communes_are_counted_within_a_province_and_a_season_by_its_month(engine):
    engine.index(
        [
            make_document(1, commune="03646", season=(10, 11)),
            make_document(2, commune="03650", season=(3,)),
            make_document(3, province="hai-phong", commune="11824"),
        ]
    )
    assert find(engine).facets["commune"] == {}
    assert find(engine).facets["in_season"] == {"1": 1}
    within = find(engine, provinces=("son-la",), communes=("03646",))
    assert within.ids == (1,)
    assert within.facets["commune"] == {"03646": 1, "03650": 1}
    assert ids(engine, in_season=True) == (1,)


def test_a_single_unknown_word_finds_nothing_and_says_so(shelf):
    hits = find(shelf, "blockchain")
    assert (hits.ids, hits.total, hits.step) == ((), 0, Step.NONE)
    assert all(counts == {} for counts in hits.facets.values())


def test_indexing_a_product_again_replaces_it(shelf):
    shelf.index([make_document(2, "Chuối sấy")])
    assert shelf.count() == 5
    assert ids(shelf, "dua say deo") == (3,)
    assert ids(shelf, "chuối") == (2,)


def test_removed_products_are_gone_and_unknown_ids_do_not_matter(shelf):
    shelf.remove([1, 99])
    assert set(shelf.digests()) == {2, 3, 4, 5}


def test_a_rebuild_leaves_only_what_it_was_given(shelf):
    with shelf.rebuilding() as writer:
        writer.index([make_document(7), make_document(8)], version=9)
        assert shelf.count() == 5
    assert set(shelf.digests()) == {7, 8}
    assert set(ids(shelf, "chè")) == {7, 8}


def test_a_rebuild_that_fails_leaves_the_old_index_serving(shelf):
    def fail_half_way():
        with shelf.rebuilding() as writer:
            writer.index([make_document(7)], version=9)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert set(shelf.digests()) == {1, 2, 3, 4, 5}
    assert ids(shelf, "nuoc mam") == (4,)


def test_a_digest_differs_with_the_document(engine):
    engine.index([make_document(1), make_document(2, price=1)])
    assert engine.digests() == {
        1: digest_of(make_document(1)),
        2: digest_of(make_document(2, price=1)),
    }
    assert digest_of(make_document(1)) != digest_of(make_document(1, price=1))


def test_suggestions_go_on_from_what_was_typed(shelf):
    assert shelf.suggest("chè sh", limit=5, on=TODAY).products == (1,)
    assert set(shelf.suggest("du", limit=5, on=TODAY).products) == {2, 3}
    assert shelf.suggest("tan l", limit=5, on=TODAY).partners == ("htx-tan-lap",)
    assert len(shelf.suggest("tan l", limit=2, on=TODAY).products) == 2
    assert shelf.suggest(" ", limit=5, on=TODAY).products == ()


@pytest.mark.parametrize(
    "typed",
    [
        "foo:bar AND (",
        "a* ~ ^2 [1 TO 5] \\ \" '",
        "\u202e\u0627\u0644\u0634\u0627\u064a",
        "a\u0323\u0302" * 60,
        "x " * 100,
        ".*+?|{}()[]",
        "\ud83c\udf75 chè",
        "1" * 200,
    ],
)
def test_hostile_queries_are_only_words(shelf, typed):
    assert find(shelf, typed).step in set(Step)
    assert shelf.suggest(typed, limit=5, on=TODAY).products in {(), (1,)}
