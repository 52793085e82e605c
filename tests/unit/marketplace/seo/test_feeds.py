"""Feeds as text: their form, and that no value becomes markup or a formula."""

import csv
from io import StringIO
from xml.etree import ElementTree

import pytest

from marketplace.seo.feeds import COLUMNS, FeedItem, csv_feed, merchant_feed

G = "{http://base.google.com/ns/1.0}"
ITEM = {
    "id": 7, "title": "Chè Tà Xùa", "description": "Chè <cổ> & thụ", "link": "https://shop.vn/7",
    "image_link": "https://shop.vn/7.png", "price": 120_000, "in_stock": True,
    "net_quantity": "Gói 100 g", "grams": 150, "category": "Thực phẩm > Chè", "seller": "HTX",
    "province": "Sơn La", "commune": "Tà Xùa", "certificate": "SL-1", "stars": 4,
    "valid_to": "2028-02-29", "needs_delivery": True,
}  # fmt: skip


def item(**changes):
    return FeedItem(**(ITEM | changes))


def merchant(*items):
    text = "".join(merchant_feed(items, title="Chợ", link="https://shop.vn/", description="OCOP"))
    return ElementTree.fromstring(text)


def rows(*items):
    text = "".join(csv_feed(items))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:], newline="")))


def test_the_merchant_feed_holds_what_google_requires():
    root = merchant(item())

    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert [each.tag for each in root[0][:3]] == ["title", "link", "description"]
    (found,) = root.iter("item")
    assert {each.tag: each.text for each in found if not len(each)} == {
        f"{G}id": "7",
        f"{G}title": "Chè Tà Xùa",
        f"{G}description": "Chè <cổ> & thụ",
        f"{G}link": "https://shop.vn/7",
        f"{G}image_link": "https://shop.vn/7.png",
        f"{G}availability": "in_stock",
        f"{G}price": "120000 VND",
        f"{G}condition": "new",
        f"{G}brand": "HTX",
        f"{G}identifier_exists": "no",
        f"{G}product_type": "Thực phẩm > Chè",
        f"{G}shipping_weight": "150 g",
        f"{G}custom_label_0": "OCOP 4",
        f"{G}custom_label_1": "Sơn La",
    }
    shipping = {each.tag: each.text for each in found.find(f"{G}shipping")}
    assert shipping == {f"{G}country": "VN", f"{G}price": "38000 VND"}


def test_what_has_no_price_or_is_not_sent_is_in_the_table_only():
    items = [item(price=None), item(needs_delivery=False)]

    assert list(merchant(*items).iter("item")) == []
    assert [row["price_vnd"] for row in rows(*items)] == ["", "120000"]


def test_long_texts_are_cut_and_control_signs_left_out():
    (found,) = merchant(item(title="a" * 200, description="b\x00\x0b" * 6000)).iter("item")

    assert len(found.find(f"{G}title").text) == 150
    assert set(found.find(f"{G}description").text) == {"b"}


def test_sold_out_is_said():
    (found,) = merchant(item(in_stock=False)).iter("item")

    assert found.find(f"{G}availability").text == "out_of_stock"


def test_the_table_has_a_name_for_every_column():
    (row,) = rows(item(title='Chè "Tà Xùa", loại 1\nhai dòng'))

    assert tuple(row) == COLUMNS
    assert row["title"] == 'Chè "Tà Xùa", loại 1\nhai dòng'
    assert (row["id"], row["price_vnd"], row["stars"]) == ("7", "120000", "4")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+84 912", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(1)", "＝1"],
)
def test_no_value_is_a_formula(text):
    (row,) = rows(item(title=text, seller=text))

    assert row["title"] == row["seller"] == f"'{text}"


def test_feeds_are_written_as_they_are_read():
    taken = []

    def source():
        for number in range(1000):
            taken.append(number)
            yield item(id=number)

    lines = csv_feed(source())
    next(lines), next(lines), next(lines)

    assert taken == [0, 1]
