"""The feeds at their fixed addresses, streamed; one query each."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from catalogue.cards import CardRow, in_language, in_stock, product_url
from catalogue.certification.classification import path_of_set
from catalogue.kernel.money import to_dong
from catalogue.queries import iterate_rows
from marketplace.seo.feeds import FeedItem, csv_feed, merchant_feed
from marketplace.seo.sitemaps import picture_of

COLUMNS = ("description_vi", "description_en", "weight_grams")
_TOURISM = 26
_KEPT_FOR = "public, max-age=900"


@require_safe
def merchant(request: HttpRequest, language: str) -> StreamingHttpResponse:
    """Send the feed for Google Merchant and all that read its form."""
    with override(language):
        about = _("Sản vật có giấy chứng nhận OCOP từ khắp các vùng Việt Nam.")

    def write(items: Iterable[FeedItem]) -> Iterator[str]:
        return merchant_feed(
            items, title=settings.SHOP.name, link=f"{settings.SITE_URL}/", description=about
        )

    return _stream(language, write, "application/xml; charset=utf-8")


@require_safe
def table(request: HttpRequest, language: str) -> StreamingHttpResponse:
    """Send the feed as CSV."""
    response = _stream(language, csv_feed, "text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="products-{language}.csv"'
    return response


def _stream(
    language: str, write: Callable[[Iterable[FeedItem]], Iterator[str]], content_type: str
) -> StreamingHttpResponse:
    lines = write(_items(language, timezone.localdate()))
    response = StreamingHttpResponse(lines, content_type=content_type)
    response["Cache-Control"] = _KEPT_FOR
    response["X-Content-Type-Options"] = "nosniff"
    # A feed is read by machines; the pages that it names are what is to be found.
    response["X-Robots-Tag"] = "noindex"
    return response


def _items(language: str, on: date) -> Iterator[FeedItem]:
    for row in iterate_rows(on=on, columns=COLUMNS):
        # The view has returned by now, and with it its language.
        with override(language):
            item = _item(row, language)
        yield item


def _item(row: CardRow, language: str) -> FeedItem:
    product, price = row.product, row.stock and row.stock["price"]
    title = in_language(product["title_vi"], product["title_en"])
    ends = row.certificate["last_day"] or row.certificate["ends_on"]
    return FeedItem(
        id=product["id"],
        title=title,
        description=in_language(product["description_vi"], product["description_en"]) or title,
        link=f"{settings.SITE_URL}{product_url(product['slug'], product['id'])}",
        image_link=f"{settings.SITE_URL}{picture_of(row, language)}",
        price=None if price is None else to_dong(price),
        in_stock=in_stock(row.stock, tracked=product["product_class__track_stock"] is not False),
        net_quantity=in_language(product["net_quantity_vi"], product["net_quantity_en"]),
        grams=product["weight_grams"],
        category=_category(product["ocop_set"], language),
        seller=product["partner__name"],
        province=in_language(product["province__name"], product["province__name_en"]),
        commune=product["commune__name"] or "",
        certificate=row.certificate["number"],
        stars=row.certificate["stars"],
        valid_to=ends.isoformat(),
        needs_delivery=product["ocop_set"] != _TOURISM,
    )


def _category(ocop_set: int | None, language: str) -> str:
    if not ocop_set:
        return ""
    path = path_of_set(ocop_set)
    names = [
        level.name_en if language == "en" else level.name_vi
        for level in (path.group, path.product_class, path.product_set)
    ]
    return " > ".join(dict.fromkeys(names))
