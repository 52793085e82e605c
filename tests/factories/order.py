"""What an order needs: places, sellers, certified goods with stock, a basket."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from zoneinfo import ZoneInfo

import factory
from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site
from factory.django import DjangoModelFactory
from oscar.apps.basket.models import Basket
from oscar.apps.partner.strategy import Selector

from catalogue.certification.models import Certificate
from catalogue.certification.states import IssuerLevel
from catalogue.models import Product, ProductClass
from catalogue.partner.models import Partner, StockRecord, TeamMember
from catalogue.partner.states import PartnerState, TeamRole
from catalogue.places.models import Commune, Province, Region
from marketplace.checkout.queries import load_basket
from marketplace.order.operations import Buyer, Destination, place_order

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TODAY = date(2026, 11, 22)

REGION_CODES = ["tdmn", "dbsh", "btb", "nttn", "dnb", "cl"]

_cells = count(1)


class RegionFactory(DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ["code"]

    code = "tdmn"
    slug = factory.LazyAttribute(lambda o: o.code)
    name_vi = factory.LazyAttribute(lambda o: f"Vùng {o.code}")
    name_en = factory.LazyAttribute(lambda o: f"Region {o.code}")
    # There are six, and the pages' menu knows no seventh.
    position = factory.LazyAttribute(lambda o: REGION_CODES.index(o.code) + 1)


class ProvinceFactory(DjangoModelFactory):
    class Meta:
        model = Province
        django_get_or_create = ["code"]

    code = 14
    slug = factory.LazyAttribute(lambda o: f"tinh-{o.code}")
    name = factory.LazyAttribute(lambda o: "Sơn La" if o.code == 14 else f"Tỉnh {o.code}")
    kind = "tinh"
    region = factory.SubFactory(RegionFactory)
    name_since = date(2025, 7, 1)
    name_en = factory.SelfAttribute("name")
    areas = "NB"
    map_column = factory.LazyFunction(lambda: next(_cells) % 30000)
    map_row = 1


class CommuneFactory(DjangoModelFactory):
    class Meta:
        model = Commune

    code = factory.Sequence(lambda n: f"{n:05d}")
    province = factory.SubFactory(ProvinceFactory)
    kind = "xa"
    name = factory.Sequence(lambda n: f"Tân Lập {n}")
    name_since = date(2025, 7, 1)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"nguoi-{n}@example.vn")
    password = factory.django.Password("mat-khau-thu")


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = Partner

    name = factory.Sequence(lambda n: f"Hợp tác xã số {n}")
    code = factory.Sequence(lambda n: f"hop-tac-xa-{n}")
    state = PartnerState.ACTIVE
    province = factory.SubFactory(ProvinceFactory)
    phone = "02123856789"
    email = factory.Sequence(lambda n: f"htx-{n}@example.vn")


class ProductFactory(DjangoModelFactory):
    """A product that may be sold on `TODAY`: certified for a year more, priced, in stock."""

    class Meta:
        model = Product
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Trà Shan tuyết {n}")
    structure = Product.STANDALONE
    product_class = factory.LazyFunction(
        lambda: ProductClass.objects.get_or_create(
            name="Hàng OCOP", defaults={"requires_shipping": True, "track_stock": True}
        )[0]
    )
    partner = factory.SubFactory(PartnerFactory)
    province = factory.SelfAttribute("partner.province")
    weight_grams = 500
    ocop_set = 1

    @factory.post_generation
    def stock(self, create, extracted, *, price=50_000, **kwargs):
        StockRecord.objects.create(
            product=self,
            partner=self.partner,
            partner_sku=f"SKU-{self.pk}",
            price=Decimal(price),
            price_currency="VND",
            num_in_stock=100 if extracted is None else extracted,
        )

    @factory.post_generation
    def certificate(self, create, extracted, **kwargs):
        if extracted is False:
            return
        Certificate.objects.create(
            product=self,
            number=f"GCN-{self.pk}",
            stars=4,
            decision_number="12/QĐ-UBND",
            issuer_level=IssuerLevel.PROVINCE,
            issuer_name="Ủy ban nhân dân tỉnh",
            issued_on=TODAY - timedelta(days=700),
            ends_on=TODAY + timedelta(days=365),
        )


def seat(partner, *, role=TeamRole.OWNER, user=None):
    """Return a user who sits at the desk of ``partner``."""
    user = user or UserFactory()
    TeamMember.objects.create(partner=partner, user=user, role=role)
    return user


def basket_with(*products, quantity=1, owner=None):
    """Return a saved basket of ``products`` with its strategy."""
    basket = Basket.objects.create(owner=owner)
    basket.strategy = Selector().strategy()
    for product in products:
        basket.add_product(product, quantity=quantity)
    return basket


def ready(basket, user=None):
    """Return ``basket`` as `place_order` wants it: lines loaded, offers applied."""
    if not basket.has_strategy:
        basket.strategy = Selector().strategy()
    load_basket(basket=basket, user=user)
    return basket


def destination(**kwargs):
    """Return where a parcel goes; a commune of another region unless told."""
    if "commune" not in kwargs:
        region = RegionFactory(code="dbsh")
        kwargs["commune"] = CommuneFactory(province=ProvinceFactory(code=1, region=region))
    kwargs.setdefault("province", kwargs["commune"].province)
    values = {"name": "Nguyễn Thị Mẫu", "phone": "0912345678", "street": "12 ngõ Thử", **kwargs}
    return Destination(**values)


def buyer(user=None, *, email="nguoi-mua@example.vn", language="vi"):
    return Buyer(user=user, email=email, language=language)


def placed_order(*products, quantity=1, user=None, now=NOW, **kwargs):
    """Return an order of ``products`` placed at ``now``."""
    Site.objects.get_or_create(pk=1, defaults={"domain": "example.vn", "name": "Chợ Phiên"})
    return place_order(
        basket=ready(basket_with(*products, quantity=quantity, owner=user), user),
        buyer=buyer(user),
        destination=destination(**kwargs),
        provider="cash-on-delivery",
        now=now,
    )
