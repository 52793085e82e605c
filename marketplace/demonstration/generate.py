"""Any number of certified products, for measuring, told apart by number."""

from datetime import date, timedelta
from itertools import cycle, islice

from catalogue.certification.classification import path_of_set
from catalogue.certification.models import Certificate
from catalogue.certification.register.writing import prepare_tree
from catalogue.certification.states import IssuerLevel
from catalogue.certification.validity import end_of_validity
from catalogue.kernel.statistics import refresh_statistics
from catalogue.models import Product, ProductCategory
from catalogue.partner.models import Partner, StockRecord
from catalogue.partner.states import PartnerState
from catalogue.places.models import Province

PRODUCTS_PER_PARTNER = 50
BATCH = 2000
GOODS = (
    ("Trà xanh Shan tuyết", 11), ("Cà phê Robusta", 13), ("Mật ong hoa cà phê", 4),
    ("Nước mắm cá cơm", 9), ("Gạo Séng Cù", 3), ("Miến dong", 6), ("Chả mực", 8),
    ("Bưởi da xanh", 1), ("Khay sơn mài", 21), ("Chiếu cói", 21), ("Thổ cẩm", 22),
    ("Rượu nếp cái hoa vàng", 14), ("Tinh dầu tràm", 20), ("Muối hạt", 10), ("Hạt điều rang", 7),
    ("Mai vàng", 24), ("Làng du lịch cộng đồng", 26), ("Tinh bột nghệ", 18),
)  # fmt: skip


def generate_products(*, count: int, on: date) -> None:
    """Write ``count`` listed products with price, stock and certificate in force on ``on``.

    Written in bulk, so no signal is sent: rebuild the index afterwards.
    """
    tree = prepare_tree()
    provinces = list(Province.objects.order_by("pk"))
    partners = _partners(count, provinces)
    for first in range(0, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        products = Product.objects.bulk_create(
            [_product(number, partners, tree.goods) for number in numbers]
        )
        StockRecord.objects.bulk_create([_stock(product) for product in products])
        Certificate.objects.bulk_create([_certificate(product, on) for product in products])
        ProductCategory.objects.bulk_create(
            ProductCategory(
                product=product,
                category=tree.categories[path_of_set(product.ocop_set).product_set.number],
            )
            for product in products
        )
    refresh_statistics()


def _partners(count: int, provinces: list[Province]) -> list[Partner]:
    wanted = max(count // PRODUCTS_PER_PARTNER, 1)
    return Partner.objects.bulk_create(
        Partner(
            name=f"HTX {province.name} số {number}",
            code=f"htx-{province.slug}-{number}",
            province=province,
            state=PartnerState.ACTIVE,
        )
        for number, province in enumerate(islice(cycle(provinces), wanted))
    )


def _product(number: int, partners: list[Partner], goods: object) -> Product:
    name, ocop_set = GOODS[number % len(GOODS)]
    partner = partners[number % len(partners)]
    title = f"{name} {partner.province.name} {number}"
    return Product(
        title=title,
        title_vi=title,
        title_en=f"Good {number} of {partner.province.name_en}",
        slug=f"san-pham-{number}",
        upc=f"measured-{number}",
        description_vi=f"{name} làm ở {partner.province.name}, mẻ số {number}.",
        product_class=goods,
        partner=partner,
        province=partner.province,
        ocop_set=ocop_set,
        net_quantity_vi="gói 500 g",
        weight_grams=550,
    )


def _stock(product: Product) -> StockRecord:
    number = int(product.upc.removeprefix("measured-"))
    return StockRecord(
        product=product,
        partner_id=product.partner_id,
        partner_sku=product.upc,
        price=20_000 + number % 97 * 5_000,
        num_in_stock=number % 30,
    )


def _certificate(product: Product, on: date) -> Certificate:
    number = int(product.upc.removeprefix("measured-"))
    issued_on = on - timedelta(days=30 + number % 800)
    return Certificate(
        product=product,
        number=f"measured-{number}",
        stars=3 + number % 3,
        decision_number="1/QĐ",
        issuer_level=IssuerLevel.PROVINCE,
        issuer_name="UBND",
        issued_on=issued_on,
        ends_on=end_of_validity(issued_on),
    )
