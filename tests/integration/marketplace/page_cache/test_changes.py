"""What has changed is seen by the very next visitor, whoever changed it and however."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.signals import template_rendered
from django.utils import timezone

from catalogue.certification.models import Certificate
from catalogue.kernel import generations
from catalogue.models import Category, Product
from catalogue.partner.models import Partner, StockRecord
from catalogue.partner.operations import move_partner
from catalogue.partner.states import PartnerState
from catalogue.places.models import Region
from cms.models import StoryPage
from cms.operations import Story, StoryText, prepare_pages, write_story
from search import indexing
from tests.factories.visits import is_kept, look, text

pytestmark = pytest.mark.django_db
TEA = "Chè Tà Xùa"


def revoke(tea):
    certificate = tea.certificates.get()
    certificate.state, certificate.revoked_on = "revoked", timezone.localdate()
    certificate.save()


def revoke_by_update(tea):
    Certificate.objects.filter(product=tea).update(state="revoked", revoked_on=timezone.localdate())


def suspend(tea):
    move_partner(partner_id=tea.partner_id, to=PartnerState.SUSPENDED, at=timezone.now())


def put_away_by_raw_sql(tea):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE catalogue_product SET is_public = %s WHERE id = %s", [False, tea.pk])


UNLISTINGS = [revoke, revoke_by_update, suspend, put_away_by_raw_sql]


@pytest.mark.parametrize("unlist", UNLISTINGS)
def test_what_is_no_longer_listed_is_gone_from_the_next_page(market, unlist):
    tea = market.goods.tea
    own, add = tea.get_absolute_url(), f"/basket/add/{tea.pk}/"
    assert TEA in text(look("/catalogue/"))
    assert add in text(look(own))
    assert is_kept("/catalogue/")
    assert is_kept(own)

    unlist(tea)

    assert TEA not in text(look("/catalogue/"))
    assert add not in text(look(own))


@pytest.mark.parametrize("unlist", UNLISTINGS)
def test_without_new_marks_it_would_still_be_sold(market, unlist, monkeypatch):
    """What the test above rests on: it is the marks that make the next page anew."""
    tea = market.goods.tea
    look("/catalogue/")
    look(tea.get_absolute_url())
    monkeypatch.setattr(generations, "change", lambda *names: None)

    unlist(tea)

    assert TEA in text(look("/catalogue/"))
    assert f"/basket/add/{tea.pk}/" in text(look(tea.get_absolute_url()))


def test_a_certificate_ends_at_midnight_by_itself(market, today, monkeypatch):
    tea = market.goods.tea
    tea.certificates.update(issued_on=today - timedelta(days=1000), ends_on=today)
    assert TEA in text(look("/catalogue/"))
    assert is_kept("/catalogue/")
    assert is_kept(tea.get_absolute_url())

    monkeypatch.setattr(timezone, "localdate", lambda *_: today + timedelta(days=1))

    assert TEA not in text(look("/catalogue/"))
    assert "Không bán từ ngày 23/11/2026" in text(look(tea.get_absolute_url()))


def test_a_price_is_seen_at_once_by_save_and_by_update(market):
    salt = market.goods.salt
    pages = ("/catalogue/", salt.get_absolute_url(), "/en/catalogue/")
    for page in pages:
        assert is_kept(page)
    stock = salt.stockrecords.get()
    stock.price = 41_000
    stock.save()
    for page in pages:
        assert "41" in text(look(page))
        assert "30.000" not in text(look(page))
    StockRecord.objects.filter(product=salt).update(price=52_000)
    assert "52.000" in text(look("/catalogue/"))
    assert "52.000" in text(look(salt.get_absolute_url()))


def test_the_price_beside_a_neighbour_is_seen_at_once(market):
    """Cards of related goods were kept for a minute of their own."""
    tea, neighbour = market.goods.tea, market.goods.salt
    Product.objects.filter(pk=neighbour.pk).update(province=tea.province)
    assert "30.000" in text(look(tea.get_absolute_url()))
    StockRecord.objects.filter(product=neighbour).update(price=32_000)
    assert "32.000" in text(look(tea.get_absolute_url()))
    assert "30.000" not in text(look(tea.get_absolute_url()))


def test_an_order_changes_the_page_of_its_product_and_leaves_the_lists(market):
    tea = market.goods.tea
    own, other = tea.get_absolute_url(), market.goods.salt.get_absolute_url()
    stock = tea.stockrecords.get()
    stock.num_in_stock = 20
    stock.save()
    assert "Còn 20" in text(look(own))
    for page in ("/catalogue/", other):
        assert is_kept(page)

    stock.allocate(2)

    assert "Còn 18" in text(look(own))
    list_marks = generations.current(generations.LISTS)
    stock.consume_allocation(1)
    stock.cancel_allocation(1)
    assert "Còn 19" in text(look(own))
    assert generations.current(generations.LISTS) == list_marks


def test_the_last_one_sold_is_seen_in_the_lists_too(market):
    tea = market.goods.tea
    stock = tea.stockrecords.get()
    stock.num_in_stock = 1
    stock.save()
    assert text(look("/catalogue/")).count("Hết vụ") == 1  # the wine
    stock.allocate(1)
    assert text(look("/catalogue/")).count("Hết vụ") == 2
    assert "Đã bán hết" in text(look(tea.get_absolute_url()))


def test_a_refused_allocation_does_not_hide_the_next_update(market):
    tea = market.goods.tea
    stock = tea.stockrecords.get()
    with pytest.raises(Exception, match="not available"):
        stock.allocate(10_000)
    look("/catalogue/")
    before = generations.current(generations.LISTS)
    StockRecord.objects.filter(pk=stock.pk).update(price=77_000)
    assert generations.current(generations.LISTS) != before
    assert "77.000" in text(look("/catalogue/"))


@pytest.fixture
def story(market):
    indexes = prepare_pages()
    words = StoryText("Chuyện của chè", "Mở đầu", "", [{"type": "products"}])
    write_story(
        story=Story("chuyen-che", None, [market.goods.tea], [], {"vi": words, "en": words}, []),
        indexes=indexes,
        at=timezone.now(),
    )
    return StoryPage.objects.get(slug="chuyen-che", locale__language_code="vi")


def test_a_story_is_seen_when_it_is_published_changed_and_taken_back(story):
    address = "/cau-chuyen/chuyen-che/"
    for page in ("/cau-chuyen/", address):
        assert "Chuyện của chè" in text(look(page))
        assert is_kept(page)

    story.title = "Chuyện khác"
    story.save_revision().publish()
    for page in ("/cau-chuyen/", address):
        assert "Chuyện khác" in text(look(page))

    story.unpublish()
    assert "Chuyện khác" not in text(look("/cau-chuyen/"))
    assert look(address).status_code == 404

    story.refresh_from_db()
    story.save_revision().publish()
    assert "Chuyện khác" in text(look(address))


def test_a_draft_and_its_preview_reach_no_visitor(story):
    address = "/cau-chuyen/chuyen-che/"
    look(address)
    story.title = "Bản nháp"
    story.save_revision()
    assert "Bản nháp" in story.make_preview_request().text.replace("\xa0", " ")
    assert "Bản nháp" not in text(look(address))


def test_names_of_places_sellers_and_categories_are_seen_at_once(market):
    region = Region.objects.get(slug="dong-bang-song-cuu-long")
    for page in ("/catalogue/", "/vung/dong-bang-song-cuu-long/", "/hop-tac-xa/htx-muoi/"):
        assert is_kept(page)
    Region.objects.filter(pk=region.pk).update(name_vi="Miền Tây")
    assert "Miền Tây" in text(look("/catalogue/"))
    assert "Miền Tây" in text(look("/vung/dong-bang-song-cuu-long/"))
    Partner.objects.filter(code="htx-muoi").update(name="HTX Muối Mới")
    assert "HTX Muối Mới" in text(look("/hop-tac-xa/htx-muoi/"))
    Category.objects.filter(slug="che").update(name_vi="Trà xanh")
    assert "Trà xanh" in text(look("/catalogue/"))


def test_what_the_index_learns_later_is_seen_then(market, today):
    """The page made between the change and the index's learning of it is not kept beyond."""
    Product.objects.filter(pk=market.goods.tea.pk).update(is_public=False)
    indexing.mark_dirty([market.goods.tea.pk])
    indexing.drain_dirty(on=today)
    Product.objects.filter(pk=market.goods.tea.pk).update(is_public=True)
    indexing.mark_dirty([market.goods.tea.pk])
    assert TEA not in text(look("/catalogue/"))  # the index does not know yet

    indexing.drain_dirty(on=today)

    assert TEA in text(look("/catalogue/"))


def test_a_rebuilt_index_is_seen_at_once(market, today):
    tea = Product.objects.filter(pk=market.goods.tea.pk)
    tea.update(is_public=False)
    indexing.rebuild(on=today)
    tea.update(is_public=True)
    assert TEA not in text(look("/catalogue/"))

    indexing.rebuild(on=today)

    assert TEA in text(look("/catalogue/"))


def test_a_page_that_was_begun_before_a_change_is_shown_to_nobody_after_it(market):
    """The old price is in the page already; the new one is written before the page is kept."""
    own = market.goods.salt.get_absolute_url()

    def change_meanwhile(**_):
        template_rendered.disconnect(change_meanwhile)
        StockRecord.objects.filter(product=market.goods.salt).update(price=99_000)

    template_rendered.connect(change_meanwhile)
    first = text(look(own))

    assert "30.000" in first
    assert "99.000" in text(look(own))
    assert "30.000" not in text(look(own))


@pytest.mark.django_db(transaction=True)
def test_a_page_made_between_change_and_commit_is_gone_after_the_commit(market):
    before = generations.current(generations.LISTS)
    with transaction.atomic():
        Product.objects.filter(pk=market.goods.tea.pk).update(is_public=False)
        within = generations.current(generations.LISTS)
        with transaction.atomic():
            Product.objects.filter(pk=market.goods.tea.pk).update(is_public=False)
        # what another process makes of the rows as they still are bears this mark
        last = generations.current(generations.LISTS)
    after = generations.current(generations.LISTS)
    assert len({before, within, last, after}) == 4


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_savepoint_does_not_swallow_the_change_after_it(market):
    with transaction.atomic():
        savepoint = transaction.savepoint()
        Product.objects.filter(pk=market.goods.tea.pk).update(is_public=False)
        transaction.savepoint_rollback(savepoint)
        Product.objects.filter(pk=market.goods.salt.pk).update(is_public=False)
        within = generations.current(generations.LISTS)
    assert generations.current(generations.LISTS) != within


def test_an_emptied_cache_brings_no_old_page_back(market):
    look("/catalogue/")
    store, key = generations.store(), generations.key_of(generations.LISTS)
    mark = store.get(key)
    store.delete(key)
    Product.objects.filter(pk=market.goods.tea.pk).update(is_public=False)
    store.delete(key)
    assert TEA not in text(look("/catalogue/"))
    assert store.get(key) not in {None, mark}
