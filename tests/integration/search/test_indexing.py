"""From rows to the index and back: what is marked, what is sent, what is left."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction

from catalogue.certification.states import CertificateState
from catalogue.models import Product
from catalogue.partner.states import PartnerState
from search import indexing
from search.documents import load_documents
from search.models import DirtyProduct
from search.query import SearchRequest
from tests.factories.catalogue import (
    CertificateFactory,
    OldProvinceFactory,
    PartnerFactory,
    ProductFactory,
    make_category,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def drained(today):
    """Return a product that the index knows, with no mark left."""
    product = ProductFactory()
    indexing.drain_dirty(on=today)
    return product


def marked():
    return sorted(set(DirtyProduct.objects.values_list("product_id", flat=True)))


def test_a_document_holds_what_is_searched_filtered_and_sorted_by(today):
    food = make_category("Thực phẩm", "thuc-pham")
    tea = make_category("Chè", "che", food)
    product = ProductFactory(
        title_vi="Chè Tà Xùa",
        title_en="Ta Xua tea",
        description_vi="Hái một tôm hai lá",
        partner=PartnerFactory(name="HTX Tà Xùa", code="htx-ta-xua", legal_name="HTX Tà Xùa"),
        old_province=OldProvinceFactory(code=33, slug="hung-yen-cu", name="Hưng Yên"),
        season_months=[11],
        stock__price=90_000,
        certificate__stars=5,
        categories=[tea],
    )
    (document,) = load_documents([product.pk], on=today)
    assert (document.name, document.name_en) == ("Chè Tà Xùa", "Ta Xua tea")
    assert document.origin == "Tân Lập . Hưng Yên"
    assert document.place == (
        "Tân Lập . Sơn La . Hưng Yên . Trung du và miền núi phía Bắc"
        " . Northern Midlands and Mountains . sonla Mộc Châu"
    )
    assert (document.maker, document.body) == ("HTX Tà Xùa", "Hái một tôm hai lá")
    assert document.region == "trung-du-va-mien-nui-phia-bac"
    assert (document.province, document.old_province) == ("son-la", "hung-yen-cu")
    assert document.categories == ("thuc-pham", "che")
    assert (document.group, document.partner, document.stars) == ("food", "htx-ta-xua", 5)
    assert (document.price, document.in_stock) == (90_000, True)
    assert document.listed_from == date(2025, 3, 1)
    assert document.listed_until == date(2028, 2, 29)
    assert document.rank == pytest.approx(1.12 * 1.1)


@pytest.mark.parametrize("count", [1, 25])
def test_documents_take_seven_queries_a_batch(count, today, django_assert_num_queries):
    ids = [ProductFactory().pk for _ in range(count)]
    with django_assert_num_queries(7):
        assert len(load_documents(ids, on=today)) == count


def test_what_is_not_listed_has_no_document(today):
    ids = [
        ProductFactory(is_public=False).pk,
        ProductFactory(certificate=None).pk,
        ProductFactory(partner__state=PartnerState.SUSPENDED).pk,
        ProductFactory(certificate__ends_on=today - timedelta(days=1)).pk,
    ]
    assert load_documents(ids, on=today) == []


def test_draining_sends_the_marked_products_and_clears_their_marks(engine, today):
    product = ProductFactory()
    assert marked() == [product.pk]
    assert indexing.drain_dirty(on=today) >= 1
    assert set(engine.digests()) == {product.pk}
    assert marked() == []
    assert indexing.drain_dirty(on=today) == 0


def test_a_deleted_product_leaves_the_index(engine, drained, today):
    drained.certificates.all().delete()
    drained.delete()
    indexing.drain_dirty(on=today)
    assert engine.count() == 0


def test_more_marks_than_one_batch_are_all_drained(engine, today, monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 3)
    ids = {ProductFactory().pk for _ in range(4)}
    indexing.drain_dirty(on=today)
    assert (set(engine.digests()), marked()) == (ids, [])


def test_while_another_writes_the_marks_stay(engine, today):
    product = ProductFactory()
    with engine.writing():
        assert indexing.drain_dirty(on=today) == 0
    assert marked() == [product.pk]
    indexing.drain_dirty(on=today)
    assert set(engine.digests()) == {product.pk}


def test_a_failure_while_sending_keeps_the_marks(engine, today, monkeypatch):
    product = ProductFactory()
    monkeypatch.setattr(indexing, "load_documents", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        indexing.drain_dirty(on=today)
    assert (marked(), engine.count()) == ([product.pk], 0)


@pytest.mark.django_db(transaction=True)
def test_a_change_is_found_after_its_commit_and_a_rollback_leaves_no_trace(engine, today):
    on = today
    product = ProductFactory(title_vi="Chè")
    assert set(engine.digests()) == {product.pk}
    with transaction.atomic():
        ProductFactory()
        transaction.set_rollback(True)
    assert (set(engine.digests()), marked()) == ({product.pk}, [])
    certificate = product.certificates.get()
    certificate.state, certificate.revoked_on = CertificateState.REVOKED, on
    certificate.save()
    assert engine.count() == 0


def test_a_saved_certificate_marks_its_product(drained):
    CertificateFactory(
        product=drained, state=CertificateState.SUPERSEDED, issued_on=date(2020, 1, 1)
    )
    assert marked() == [drained.pk]


def test_a_sale_marks_the_product_only_when_the_last_unit_goes(drained):
    stock = drained.stockrecords.get()
    stock.allocate(19)
    assert marked() == []
    stock.allocate(1)
    assert marked() == [drained.pk]


def test_a_new_price_marks_and_the_same_price_does_not(drained):
    stock = drained.stockrecords.get()
    stock.save()
    assert marked() == []
    stock.price = 130_000
    stock.save()
    assert marked() == [drained.pk]


def test_a_partner_marks_all_its_goods_when_its_state_changes_and_not_with_its_phone(today):
    partner = PartnerFactory()
    ids = sorted(ProductFactory(partner=partner).pk for _ in range(2))
    ProductFactory()
    indexing.drain_dirty(on=today)
    partner.phone = "+842123850999"
    partner.save()
    assert marked() == []
    partner.state = PartnerState.SUSPENDED
    partner.save()
    assert marked() == ids


def test_links_to_categories_mark_from_both_ends(drained, today):
    tea = make_category("Chè", "che")
    for change in (
        lambda: drained.categories.add(tea),
        drained.categories.clear,
        lambda: tea.product_set.add(drained),
        tea.save,
        tea.product_set.clear,
    ):
        indexing.drain_dirty(on=today)
        change()
        assert marked() == [drained.pk]


def test_an_ended_certificate_is_not_found_even_before_the_index_hears_of_it(engine, today):
    product = ProductFactory(certificate__ends_on=today)
    indexing.drain_dirty(on=today)
    tomorrow = today + timedelta(days=1)
    assert engine.search(SearchRequest(), on=today).ids == (product.pk,)
    assert engine.search(SearchRequest(), on=tomorrow).ids == ()
    indexing.mark_turning(on=tomorrow)
    indexing.drain_dirty(on=tomorrow)
    assert engine.count() == 0


def test_a_certificate_of_tomorrow_comes_in_with_its_day(engine, today):
    tomorrow = today + timedelta(days=1)
    product = ProductFactory(certificate__issued_on=tomorrow)
    indexing.drain_dirty(on=today)
    assert engine.count() == 0
    indexing.mark_turning(on=tomorrow)
    indexing.drain_dirty(on=tomorrow)
    assert set(engine.digests()) == {product.pk}


def test_a_rebuild_makes_the_index_agree_with_the_database(engine, today):
    ids = tuple(sorted(ProductFactory().pk for _ in range(3)))
    DirtyProduct.objects.all().delete()
    engine.index([])
    assert indexing.find_differences(on=today) == indexing.Differences(ids, ())
    assert indexing.rebuild(on=today) == 3
    assert not indexing.find_differences(on=today)
    Product.objects.filter(pk=ids[0]).update(is_public=False)
    assert indexing.find_differences(on=today) == indexing.Differences((), ids[:1])


def test_a_rebuild_clears_the_marks_it_has_taken_in(today):
    ProductFactory()
    indexing.rebuild(on=today)
    assert marked() == []


@pytest.mark.usefixtures("engine", "today")
def test_the_commands_rebuild_and_compare(capsys):
    product = ProductFactory()
    with pytest.raises(SystemExit) as stopped:
        call_command("search_check")
    assert stopped.value.code == 1
    assert capsys.readouterr().out == f"1 missing in the index: {product.pk}\n"
    call_command("search_rebuild")
    call_command("search_check")
    assert capsys.readouterr().out == "1 products in the index.\nDatabase and index agree.\n"
