"""Everything a product page shows, gathered before it is rendered."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import zip_longest
from operator import or_

from django.core.cache import cache
from django.db.models import BigAutoField, DateField, F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.art import Art, art_of
from catalogue.cards import ProductCard, in_language
from catalogue.certification.classification import path_of_set
from catalogue.certification.models import Certificate
from catalogue.certification.queries import CertificateView, view_history
from catalogue.kernel.glue import glue
from catalogue.kernel.money import to_dong
from catalogue.kernel.prepared import PreparedQuery, Slot, instance_of
from catalogue.languages import MAIN, active_language, reads_english
from catalogue.models import Category, Product, ProductImage
from catalogue.pictures.photograph import Photograph
from catalogue.places.queries import PlaceLine, place_line
from catalogue.queries import product_cards
from catalogue.season import months_in_words

RELATED_PRODUCTS = 4
#: More of one good than this is a matter for a talk with its seller.
MOST_PER_ORDER = 50
TRAIL_KEPT_FOR = 300
RELATED_KEPT_FOR = 60
_TEXTS = ("title", "description", "net_quantity", "ingredients", "storage", "shelf_life")
#: What the page reads of the product, and of each row that it points at.
_COLUMNS = (
    "id",
    "structure",
    "is_public",
    "parent_id",
    "slug",
    "partner_id",
    "commune_id",
    "old_province_id",
    "province_id",
    *(f"{text}_{language}" for text in _TEXTS for language in ("vi", "en")),
    "ocop_set",
    "season_months",
    "weight_grams",
    "demonstration_fields",
    "rating",
)
_POINTED_AT = {
    "partner": ("id", "name", "code", "kind", "state"),
    "commune": ("id", "code", "name", "kind"),
    "old_province": ("id", "code", "name", "folded", "area"),
    "province": ("code", "name", "name_en", "folded", "slug", "areas", "region_id"),
    "province__region": ("code", "slug", "name_vi", "name_en"),
}
_PRODUCT = PreparedQuery(
    lambda: (
        Product.objects.filter(pk=Slot("pk", BigAutoField()))
        .order_by()
        # A product has one stock record at most, so its columns come with the product's row.
        .values(
            *_COLUMNS,
            *(f"{path}__{name}" for path, names in _POINTED_AT.items() for name in names),
            stock_price=F("stockrecords__price"),
            stock_free=F("stockrecords__num_in_stock")
            - Coalesce(F("stockrecords__num_allocated"), 0),
        )
    )
)
_CERTIFICATES = PreparedQuery(
    lambda: (
        Certificate.objects.filter(product_id=Slot("product", BigAutoField()))
        .order_by("-issued_on", "-pk")
        .values(*(field.attname for field in Certificate._meta.concrete_fields))
    )
)
_IMAGES = PreparedQuery(
    lambda: (
        ProductImage.objects.filter(
            product_id=Slot("product", BigAutoField()), picture__isnull=False
        )
        .order_by("display_order", "pk")
        .values("picture__reference", "caption")
    )
)
_RELATED_SLOTS = [f"product{number}" for number in range(RELATED_PRODUCTS)]
_LICENCES = PreparedQuery(
    lambda: (
        Certificate.objects.licensing(on=Slot("on", DateField()))
        .filter(reduce(or_, (Q(product_id=Slot(each, BigAutoField())) for each in _RELATED_SLOTS)))
        .order_by()
        .values("product_id")
    )
)


@dataclass(frozen=True, slots=True)
class LargeLabel:
    """The label of the page: what is printed on it, and where the good goes into the basket."""

    name: str
    place: str
    printing: str
    art_url: str
    photograph: Photograph | None
    add_url: str


@dataclass(frozen=True, slots=True)
class Reviews:
    """How many buyers reviewed a product, the average of 1 to 5 as text, and where to read."""

    count: int
    average: str
    url: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A photograph of the product, and what it shows in words."""

    photograph: Photograph
    alt: str


@dataclass(frozen=True, slots=True)
class ProductPage:
    """One product on one day, ready for the template; money in whole đồng.

    ``described_in`` is the language of a description that is not in the reader's, else "".
    """

    id: int
    card: LargeLabel
    art_alt: str
    name: str
    description: str
    described_in: str
    price: int | None
    net_quantity: str
    free_stock: int
    max_quantity: int
    buyable: bool
    listed: bool
    why_not: str
    since: date | None
    certificate: CertificateView | None
    history: list[CertificateView]
    facts: list[tuple[str, str]]
    place_today: str
    place_former: str
    province_code: int | None
    province_name: str
    province_url: str
    region_name: str
    region_url: str
    partner_name: str
    partner_url: str
    partner_kind: str
    needs_delivery: bool
    images: list[Shot]
    breadcrumbs: list[tuple[str, str]]
    related: list[ProductCard]
    reviews: Reviews
    demonstration: bool

    @property
    def robots(self) -> str:
        """A page that sells nothing is not to be indexed."""
        return "" if self.listed else "noindex"


def load_product(*, pk: int) -> Product:
    """Return the product with all that its page needs; raises `Product.DoesNotExist`."""
    rows = _PRODUCT.rows(pk=pk)
    if not rows:
        raise Product.DoesNotExist(pk)
    row = rows[0]
    product = instance_of(Product, row, related=_POINTED_AT)
    product.stock_price, product.stock_free = row["stock_price"], row["stock_free"]
    product.pictures = [
        Shot(Photograph.from_reference(image["picture__reference"]), image["caption"])
        for image in _IMAGES.rows(product=pk)
    ]
    product.history = [instance_of(Certificate, each) for each in _CERTIFICATES.rows(product=pk)]
    return product


def build_product_page(*, product: Product, on: date) -> ProductPage:
    """Return the page of ``product`` on the day ``on``; four queries, one more now and then."""
    language = get_language() or "vi"
    history = view_history(certificates=product.history, on=on)
    current = history[0] if history else None
    partner = product.partner
    licensed = bool(current and current.licenses and partner and partner.is_active)
    listed = licensed and product.is_public
    free = max(product.stock_free or 0, 0)
    price = None if product.stock_price is None else to_dong(product.stock_price)
    why_not, since = _why_not(product, current, listed=listed, free=free, price=price)
    province = product.province
    place = _place(product, language)
    art = art_of(product)
    images = product.pictures
    return ProductPage(
        id=product.pk,
        card=_label(product, art, images, place),
        art_alt=(images[0].alt or glue(_text(product, "title"))) if images else art.alt,
        name=glue(_text(product, "title")),
        description=_text(product, "description"),
        described_in=MAIN if _is_untranslated(product, "description") else "",
        price=price,
        net_quantity=_text(product, "net_quantity"),
        free_stock=free,
        max_quantity=min(free, MOST_PER_ORDER),
        buyable=not why_not,
        listed=listed,
        why_not=why_not,
        since=since,
        certificate=current,
        history=history,
        facts=_facts(product),
        place_today=place.today if place else "",
        place_former=place.former if place else "",
        province_code=province.pk if province else None,
        province_name=province.name_in(language) if province else "",
        province_url=reverse("province", kwargs={"slug": province.slug}) if province else "",
        region_name=province.region.name_in(language) if province else "",
        region_url=reverse("region", kwargs={"slug": province.region.slug}) if province else "",
        partner_name=partner.name if partner else "",
        partner_url=partner.get_absolute_url() if partner else "",
        partner_kind=partner.get_kind_display() if partner else "",
        needs_delivery=product.needs_delivery,
        images=images,
        breadcrumbs=_breadcrumbs(product, language),
        related=_related(product, language, on) if listed else [],
        reviews=_reviews(product),
        demonstration=bool(product.demonstration_fields),
    )


def _label(product: Product, art: Art, images: list[Shot], place: PlaceLine | None) -> LargeLabel:
    return LargeLabel(
        name=glue(_text(product, "title")),
        place=place.today if place else "",
        printing=art.printing,
        art_url=art.url,
        photograph=images[0].photograph if images else None,
        add_url=reverse("basket:add", kwargs={"pk": product.pk}),
    )


def _reviews(product: Product) -> Reviews:
    return Reviews(
        count=product.num_approved_reviews if product.rating else 0,
        average=f"{product.rating:.1f}".replace(".", ",") if product.rating else "",
        url=reverse(
            "catalogue:reviews-list",
            kwargs={"product_slug": product.slug, "product_pk": product.pk},
        ),
    )


def _place(product: Product, language: str) -> PlaceLine | None:
    if product.province is None:
        return None
    return place_line(
        commune=product.commune,
        province=product.province,
        old_province=product.old_province,
        language=language,
        with_kind=True,
    )


def _why_not(
    product: Product,
    certificate: CertificateView | None,
    *,
    listed: bool,
    free: int,
    price: int | None,
) -> tuple[str, date | None]:
    """Return why the product can't be bought, and since when; "" when it can."""
    if certificate is None or not certificate.licenses:
        return _without_licence(certificate)
    reasons = (
        (not product.is_public, _("Người bán đã cất sản phẩm này khỏi kệ.")),
        (not listed, _("Người bán đang tạm ngừng bán hàng trên chợ.")),
        (price is None, _("Sản phẩm này bán theo vụ; hãy hỏi giá người bán.")),
        (free == 0, _("Đã bán hết. Người bán sẽ đưa lên kệ khi có mẻ mới.")),
    )
    return next((reason for holds, reason in reasons if holds), ""), None


def _without_licence(certificate: CertificateView | None) -> tuple[str, date | None]:
    if certificate is None:
        return _("Sản phẩm này chưa có giấy chứng nhận OCOP nên chưa được bán ở đây."), None
    if certificate.state == "revoked":
        return (
            _("Giấy chứng nhận OCOP đã bị thu hồi, nên sản phẩm này không còn bán ở đây."),
            certificate.revoked_on,
        )
    return (
        _("Giấy chứng nhận OCOP đã hết hạn, nên sản phẩm này tạm thời không bán ở đây."),
        (certificate.extended_until or certificate.ends_on) + timedelta(days=1),
    )


def _facts(product: Product) -> list[tuple[str, str]]:
    season = months_in_words(product.season_months)
    rows = [
        (_("Quy cách"), _marked(product, "net_quantity")),
        (_("Thành phần"), _marked(product, "ingredients")),
        (_("Vụ"), _("tháng %(months)s") % {"months": season} if season else ""),
        (_("Hạn sử dụng"), _marked(product, "shelf_life")),
        (_("Bảo quản"), _marked(product, "storage")),
    ]
    return [(label, value) for label, value in rows if value]


def _text(product: Product, name: str) -> str:
    return in_language(getattr(product, f"{name}_vi"), getattr(product, f"{name}_en"))


def _is_untranslated(product: Product, name: str) -> bool:
    return reads_english(active_language()) and not getattr(product, f"{name}_en")


def _marked(product: Product, name: str) -> str:
    """Return the text; what is there in Vietnamese only says so to whatever reads it aloud."""
    text = _text(product, name)
    if text and _is_untranslated(product, name):
        return format_html('<span lang="{}">{}</span>', MAIN, text)
    return text


def _breadcrumbs(product: Product, language: str) -> list[tuple[str, str]]:
    # The classification is the same for everybody and changes with the law: it is kept a while.
    key = f"trail-{language}-{product.ocop_set}"
    return cache.get_or_set(key, lambda: _trail(product.ocop_set), TRAIL_KEPT_FOR)


def _trail(ocop_set: int | None) -> list[tuple[str, str]]:
    trail = [(_("Cả chợ"), reverse("catalogue:index"))]
    if ocop_set:
        path = path_of_set(ocop_set)
        slugs = (path.group.slug, path.product_class.slug, path.product_set.slug)
        found = Category.objects.filter(slug__in=slugs).order_by("depth")
        trail += [(category.name, category.get_absolute_url()) for category in found]
    return trail


def _related(product: Product, language: str, on: date) -> list[ProductCard]:
    """Return goods from the same province.

    The cards are kept for a minute; whether each is still listed is asked every time, since what
    was revoked a second ago must not stand here.
    """
    key = f"from-province-{product.province_id}-{language}-{on:%Y%m%d}"
    neighbours = Product.objects.filter(parent=None, province_id=product.province_id)
    cards = cache.get_or_set(
        key,
        lambda: product_cards(
            products=neighbours.order_by("-pk"), on=on, limit=RELATED_PRODUCTS + 1
        ),
        RELATED_KEPT_FOR,
    )
    shown = [card for card in cards if card.id != product.pk][:RELATED_PRODUCTS]
    # Where there are fewer neighbours than slots: no product has the number 0.
    slots = dict(zip_longest(_RELATED_SLOTS, (card.id for card in shown), fillvalue=0))
    listed = {row["product_id"] for row in _LICENCES.rows(on=on, **slots)}
    return [card for card in shown if card.id in listed]


def describe_for_search_engines(page: ProductPage) -> str:
    """Return one sentence about the page, at most 155 characters."""
    text = page.description or f"{page.name}, {page.place_today}"
    return text if len(text) <= 155 else text[:154].rsplit(" ", 1)[0] + "…"
