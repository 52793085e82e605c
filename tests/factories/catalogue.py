"""Products with all they need to be listed: a place, an active partner, a certificate, stock."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from catalogue.certification.models import Certificate
from catalogue.certification.states import IssuerLevel
from catalogue.models import Category, Product, ProductClass
from catalogue.partner.models import Partner, StockRecord
from catalogue.partner.states import PartnerState
from catalogue.places.models import Commune, OldProvince, Province, Region

ISSUED = date(2025, 3, 1)
ENDS = date(2028, 2, 29)


class RegionFactory(DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = "TDMN"
    slug = "trung-du-va-mien-nui-phia-bac"
    name_vi = "Trung du và miền núi phía Bắc"
    name_en = "Northern Midlands and Mountains"
    position = 1


class ProvinceFactory(DjangoModelFactory):
    class Meta:
        model = Province
        django_get_or_create = ("code",)

    code = 14
    slug = "son-la"
    name = "Sơn La"
    name_en = "Sơn La"
    kind = "tinh"
    region = factory.SubFactory(RegionFactory)
    name_since = date(2025, 7, 1)
    areas = "NB"
    map_column = 2
    map_row = 2


class OldProvinceFactory(DjangoModelFactory):
    class Meta:
        model = OldProvince
        django_get_or_create = ("code",)

    code = 14
    slug = "son-la"
    name = "Sơn La"
    province = factory.SubFactory(ProvinceFactory)
    area = "NB"
    region_before = "Trung du và miền núi phía Bắc"


class CommuneFactory(DjangoModelFactory):
    class Meta:
        model = Commune
        django_get_or_create = ("code",)

    code = "03982"
    name = "Tân Lập"
    kind = "xa"
    province = factory.SubFactory(ProvinceFactory)
    name_since = date(2025, 7, 1)


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = Partner

    name = factory.Sequence(lambda number: f"Hợp tác xã Tân Lập {number}")
    code = factory.Sequence(lambda number: f"htx-tan-lap-{number}")
    legal_name = factory.LazyAttribute(lambda partner: partner.name)
    tax_code = "5500123456"
    province = factory.SubFactory(ProvinceFactory)
    commune = factory.SubFactory(CommuneFactory)
    phone = "+842123850123"
    email = factory.LazyAttribute(lambda partner: f"{partner.code}@example.vn")
    state = PartnerState.ACTIVE


class ProductClassFactory(DjangoModelFactory):
    class Meta:
        model = ProductClass
        django_get_or_create = ("slug",)

    name = "Hàng hóa"
    slug = "hang-hoa"
    requires_shipping = True
    track_stock = True


class CertificateFactory(DjangoModelFactory):
    class Meta:
        model = Certificate

    product = factory.SubFactory("tests.factories.catalogue.ProductFactory", certificate=None)
    number = factory.Sequence(lambda number: f"SL-{number:05d}-2025")
    stars = 4
    decision_number = "512/QĐ-UBND"
    issuer_level = IssuerLevel.PROVINCE
    issuer_name = "Ủy ban nhân dân tỉnh Sơn La"
    issued_on = ISSUED
    ends_on = ENDS


class StockRecordFactory(DjangoModelFactory):
    class Meta:
        model = StockRecord

    product = factory.SubFactory("tests.factories.catalogue.ProductFactory", stock=None)
    partner = factory.SelfAttribute("product.partner")
    partner_sku = factory.Sequence(lambda number: f"sku-{number}")
    price = 120_000
    num_in_stock = 20


class ProductFactory(DjangoModelFactory):
    """A listed product; ``certificate=None`` or ``stock=None`` leaves one out."""

    class Meta:
        model = Product
        skip_postgeneration_save = True

    title_vi = factory.Sequence(lambda number: f"Chè Shan tuyết {number}")
    title_en = ""
    slug = factory.Sequence(lambda number: f"che-shan-tuyet-{number}")
    structure = Product.STANDALONE
    product_class = factory.SubFactory(ProductClassFactory)
    partner = factory.SubFactory(PartnerFactory)
    province = factory.SubFactory(ProvinceFactory)
    commune = factory.SubFactory(CommuneFactory)
    ocop_set = 11
    net_quantity_vi = "Gói 100 g"
    weight_grams = 150
    is_public = True

    stock = factory.RelatedFactory(StockRecordFactory, factory_related_name="product")
    certificate = factory.RelatedFactory(CertificateFactory, factory_related_name="product")

    @factory.post_generation
    def categories(self, create, chosen):
        for category in chosen or ():
            self.categories.add(category)


def make_category(name: str, slug: str, parent: Category | None = None) -> Category:
    values = {"name_vi": name, "name_en": "", "name": name, "slug": slug}
    if parent is None:
        return Category.add_root(**values)
    parent.refresh_from_db()
    return parent.add_child(**values)


class CategoryChain:
    """Group, class and set of the classification, one below the other."""

    NAMES = (
        ("Thực phẩm", "thuc-pham"),
        ("Gia vị", "gia-vi"),
        ("Tương, nước mắm", "tuong-nuoc-mam"),
    )

    @classmethod
    def make(cls) -> list[Category]:
        chain: list[Category] = []
        for name, slug in cls.NAMES:
            chain.append(make_category(name, slug, chain[-1] if chain else None))
        return chain
