"""A list as data: what it holds, offers, keeps, and says."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import translation

from catalogue.certification.states import CertificateState
from catalogue.models import Product
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from search import indexing
from search.listing import build_listing, empty_listing
from search.models import DirtyProduct
from tests.factories.catalogue import ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing(market, today):
    """Return a function from an address's parameters to the list."""

    def build(parameters="", **changes):
        return build_listing(
            QueryDict(parameters), **{"base_url": "/catalogue/", "on": today, **changes}
        )

    return build


def ids(listing):
    return {card.id for card in listing.cards}


def facet(listing, name):
    return next(facet for facet in listing.facets if facet.name == name)


def options(listing, name):
    return [(option.value, option.label, option.count) for option in facet(listing, name).options]


def test_the_whole_market_with_its_facets(listing, market):
    whole = listing()
    assert ids(whole) == {good.pk for good in vars(market.goods).values()}
    assert (whole.total, whole.page, whole.pages, whole.step, whole.message) == (
        3, 1, 1, "exact", "",
    )  # fmt: skip
    assert [facet.name for facet in whole.facets] == [
        "region", "province", "category", "group", "stars", "price", "in_stock", "in_season",
    ]  # fmt: skip
    assert options(whole, "region") == [
        ("trung-du-va-mien-nui-phia-bac", "Trung du và miền núi phía Bắc", 2),
        ("dong-bang-song-cuu-long", "Đồng bằng sông Cửu Long", 1),
    ]
    assert options(whole, "province") == [("ca-mau", "Cà Mau", 1), ("son-la", "Sơn La", 2)]
    assert options(whole, "category") == [("che", "Chè", 1), ("gia-vi", "Gia vị", 1)]
    assert options(whole, "group") == [("food", "Thực phẩm", 2), ("beverage", "Đồ uống", 1)]
    assert options(whole, "stars") == [("5", "5 sao", 1), ("4", "4 sao", 1), ("3", "3 sao", 1)]
    assert options(whole, "price") == [
        ("0-50000", "Dưới 50.000\u00a0₫", 1),
        ("100000-200000", "100.000\u00a0₫ – 200.000\u00a0₫", 1),
        ("200000-500000", "200.000\u00a0₫ – 500.000\u00a0₫", 1),
    ]
    assert options(whole, "in_stock") == [("1", "Chỉ thứ còn hàng", 2)]
    assert (whole.chips, whole.kept, whole.clear_url) == ((), (), "/catalogue/")


def test_english_labels_where_english_is_read(listing):
    with translation.override("en"):
        assert options(listing(), "region")[1][1] == "Mekong Delta"


def test_a_chosen_value_can_be_taken_away_where_it_was_chosen_and_by_its_chip(listing):
    chosen = listing("q=muoi&stars=5&stars=4&province=ca-mau&sort=price&partner=htx-muoi")
    five = facet(chosen, "stars").options[0]
    assert (five.value, five.chosen) == ("5", True)
    assert five.url == "/catalogue/?q=muoi&province=ca-mau&stars=4&partner=htx-muoi&sort=price"
    assert [chip.label for chip in chosen.chips] == [
        "Cà Mau", "5 sao", "4 sao", "HTX Muối Đông Hải",
    ]  # fmt: skip
    assert chosen.chips[3].url == "/catalogue/?q=muoi&province=ca-mau&stars=5&stars=4&sort=price"
    assert chosen.kept == (("q", "muoi"), ("partner", "htx-muoi"), ("sort", "price"))
    assert chosen.clear_url == "/catalogue/?q=muoi&sort=price"


def test_price_and_stock_have_chips_too(listing):
    chosen = listing("price_min=20000&price_max=50000&in_stock=1&price=0-50000")
    assert [(chip.label, chip.url) for chip in chosen.chips] == [
        (
            "Dưới 50.000\u00a0₫",
            "/catalogue/?price_min=20000&price_max=50000&in_stock=1",
        ),
        (
            "20.000\u00a0₫ – 50.000\u00a0₫",
            "/catalogue/?price=0-50000&in_stock=1",
        ),
        (
            "Chỉ thứ còn hàng",
            "/catalogue/?price=0-50000&price_min=20000&price_max=50000",
        ),
    ]
    assert (chosen.price_min, chosen.price_max) == (20_000, 50_000)
    assert chosen.kept == (("price", "0-50000"),)


def test_an_old_province_filters_and_is_offered_under_its_old_name(listing, market):
    chosen = listing("province=bac-lieu")
    assert ids(chosen) == {market.goods.salt.pk}
    assert ("bac-lieu", "Bạc Liêu (cũ)", 1) in options(chosen, "province")
    assert chosen.chips[0].label == "Bạc Liêu (cũ)"
    assert chosen.chips[0].url == "/catalogue/"


def test_a_fixed_filter_is_neither_offered_nor_repeated_nor_to_be_overruled(listing, market):
    page = listing(
        "region=dong-bang-song-cuu-long&stars=3&stars=4",
        base_url="/tinh/son-la/",
        fixed={"province": "son-la"},
    )
    assert ids(page) == set()
    page = listing(
        "stars=4&province=ca-mau", base_url="/tinh/son-la/", fixed={"province": "son-la"}
    )
    assert ids(page) == {market.goods.tea.pk}
    assert [facet.name for facet in page.facets] == [
        "commune", "category", "group", "stars", "price", "in_stock", "in_season",
    ]  # fmt: skip
    assert facet(page, "stars").options[1].url == "/tinh/son-la/?stars=4&stars=3"
    assert [(chip.label, chip.url) for chip in page.chips] == [("4 sao", "/tinh/son-la/")]
    assert page.message == ""


def test_a_region_page_counts_its_provinces(listing):
    page = listing(fixed={"region": "dong-bang-song-cuu-long"}, base_url="/vung/x/")
    assert page.counts["province"] == {"ca-mau": 1}


def test_pages_are_linked_and_a_page_beyond_the_end_shows_the_last(market, today):
    for number in range(27):
        ProductFactory(title_vi=f"Bánh {number}", stock__price=1_000 * number)
    indexing.drain_dirty(on=today)

    def page(parameters):
        return build_listing(QueryDict(parameters), base_url="/search/", on=today)

    first = page("sort=price")
    assert (first.total, first.pages, len(first.cards)) == (30, 2, 24)
    assert (first.previous_url, first.next_url) == ("", "/search/?sort=price&page=2")
    second = page("sort=price&page=2")
    assert (second.previous_url, second.next_url) == ("/search/?sort=price", "")
    assert len(second.cards) == 6
    beyond = page("sort=price&page=400")
    assert (beyond.page, ids(beyond)) == (2, ids(second))
    assert beyond.message == "Danh sách chỉ có tới trang 2, bạn đang xem trang đó."


def test_values_that_do_not_hold_are_left_out_and_said_once_each(listing):
    page = listing("region=mars&region=venus&price_min=abc&page=0")
    assert page.total == 3
    assert page.message == (
        "“abc” không phải là số. Hãy viết số, ví dụ 50000."
        " Không có lựa chọn “mars”, nên lựa chọn này được bỏ qua."
        " Số “0” nằm ngoài khoảng cho phép, nên được bỏ qua."
    )


def test_one_word_too_many_and_nothing_at_all_are_said(listing, market):
    none = listing("q=blockchain")
    assert (none.step, none.total) == ("none", 0)
    assert none.message == (
        "Chưa ai bán “blockchain”. Thử ít chữ hơn, hoặc xem theo vùng, theo quầy."
    )
    near = listing("q=che+ta+xua+blockchain")
    assert (near.step, ids(near)) == ("relaxed", {market.goods.tea.pk})
    assert near.message == (
        "Chưa ai bán thứ khớp đủ các chữ “che ta xua blockchain”. Đây là những thứ gần nhất."
    )


def test_an_empty_list_says_why():
    page = empty_listing(base_url="/x/", message="Tạm ngừng.")
    assert (page.cards, page.total, page.message, page.facets) == ((), 0, "Tạm ngừng.", ())


@pytest.mark.parametrize("stale", [False, True])
def test_what_may_not_be_shown_vanishes_at_once(listing, market, today, stale):
    certificate = market.goods.tea.certificates.get()
    certificate.state, certificate.revoked_on = CertificateState.REVOKED, today
    certificate.save()
    Partner.objects.filter(pk=market.partner.pk).update(state=PartnerState.SUSPENDED)
    if stale:
        # The index has not heard of it: the database decides.
        DirtyProduct.objects.all().delete()
    else:
        indexing.mark_dirty([market.goods.salt.pk])
        indexing.drain_dirty(on=today)
    page = listing()
    assert (ids(page), page.total) == ({market.goods.wine.pk}, 1)


def test_what_ended_yesterday_is_gone_without_any_indexing(listing, market, today):
    last = market.goods.tea.certificates.get().last_day
    assert market.goods.tea.pk in ids(listing(on=last))
    after = listing(on=last + timedelta(days=1))
    assert (ids(after), after.total) == (set(), 0)
    assert all(not facet.options for facet in after.facets)


@pytest.mark.parametrize("count", [30, 300])
def test_a_list_takes_three_queries_however_many_products(count, today, django_assert_num_queries):
    partner = ProductFactory().partner
    for _ in range(count - 1):
        ProductFactory(partner=partner)
    indexing.rebuild(on=today)
    with django_assert_num_queries(3):
        page = build_listing(QueryDict("q=che&stars=4"), base_url="/", on=today)
    assert (page.total, len(page.cards)) == (count, 24)


def test_an_old_province_and_a_partner_cost_one_query_each(listing, django_assert_num_queries):
    with django_assert_num_queries(5):
        listing("province=bac-lieu&partner=htx-muoi")


def test_a_hidden_product_never_shows_though_indexed(listing, market):
    Product.objects.filter(pk=market.goods.tea.pk).update(is_public=False)
    assert market.goods.tea.pk not in ids(listing("q=che"))


def test_what_was_read_back_repaired_or_widened_is_said(listing, market):
    keyboard = listing("q=chef+taf+xuaf")
    assert (keyboard.step, keyboard.corrected) == ("keyboard", "chè tà xùa")
    assert keyboard.message == "Bạn gõ “chef taf xuaf”; đang hiện kết quả cho “chè tà xùa”."
    fuzzy = listing("q=che+ta+xia")
    assert (fuzzy.step, ids(fuzzy)) == ("fuzzy", {market.goods.tea.pk})
    assert fuzzy.message == "Không có kết quả cho “che ta xia”; đang hiện “che ta xua”."
    wide = listing("q=che&province=ca-mau")
    assert ids(wide) == {market.goods.tea.pk}
    assert wide.message == "Không có “che” trong các ô lọc đã chọn; đang hiện kết quả của cả chợ."


def test_the_communes_of_a_chosen_province_can_be_chosen_too(listing, market):
    commune = market.goods.tea.commune
    page = listing("province=son-la")
    assert options(page, "commune") == [(commune.code, commune.name, 2)]
    chosen = listing(f"province=son-la&commune={commune.code}")
    assert len(ids(chosen)) == 2
    assert [chip.label for chip in chosen.chips] == ["Sơn La", commune.name]
    assert "commune" not in [facet.name for facet in listing().facets]
    assert listing("commune=00000").message.startswith("Không có lựa chọn “00000”")
