"""CPU per anonymous page of one shop, in one process, without a server and without page cache."""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from PIL import Image

PAGES = ("list", "category", "product")
WARM_UP = 5
REQUESTS = 40
#: More than are asked for, so that no product page is seen twice.
DIFFERENT_PRODUCTS = 100


def measure(get: Callable[[], None]) -> dict[str, float]:
    """Return the least and the median CPU milliseconds of ``get``."""
    for _ in range(WARM_UP):
        get()
    spent = []
    for _ in range(REQUESTS):
        began = time.process_time()
        get()
        spent.append((time.process_time() - began) * 1000)
    return {"min": round(min(spent), 2), "median": round(statistics.median(spent), 2)}


def addresses_of_stock(count: int) -> dict[str, list[str]]:
    """Fill a plain Oscar shop with ``count`` products in 26 categories; return its pages."""
    from oscar.core.loading import get_model  # noqa: PLC0415 - after django.setup()

    _save_picture_for_all(settings.MEDIA_ROOT)
    product_model = get_model("catalogue", "Product")
    category_model = get_model("catalogue", "Category")
    get_model("sites", "Site").objects.get_or_create(pk=1, defaults={"domain": "x", "name": "x"})
    product_class = get_model("catalogue", "ProductClass").objects.create(name="Goods")
    partner = get_model("partner", "Partner").objects.create(name="Partner")
    roots = [category_model.add_root(name=f"Group {number}") for number in range(6)]
    leaves = [roots[number % 6].add_child(name=f"Set {number}") for number in range(26)]
    products = product_model.objects.bulk_create(
        product_model(
            title=f"Product {number}",
            slug=f"product-{number}",
            upc=str(number),
            description=f"Made by hand, batch {number}.",
            product_class=product_class,
            structure="standalone",
        )
        for number in range(count)
    )
    get_model("partner", "StockRecord").objects.bulk_create(
        get_model("partner", "StockRecord")(
            product=product, partner=partner, partner_sku=product.upc, price=20, num_in_stock=9
        )
        for product in products
    )
    get_model("catalogue", "ProductCategory").objects.bulk_create(
        get_model("catalogue", "ProductCategory")(product=product, category=leaves[number % 26])
        for number, product in enumerate(products)
    )
    return {
        "list": ["/catalogue/"],
        "category": [leaves[0].get_absolute_url()],
        "product": [each.get_absolute_url() for each in products[-DIFFERENT_PRODUCTS:]],
    }


def _save_picture_for_all(folder: str) -> None:
    # A missing file would cost stock Oscar an error on every card.
    Path(folder).mkdir(parents=True)
    Image.new("RGB", (600, 600), "white").save(Path(folder) / "image_not_found.jpg")


def addresses_of_ours(count: int) -> dict[str, list[str]]:
    """Fill our shop with ``count`` products; return the same pages."""
    from django.utils import timezone  # noqa: PLC0415 - after django.setup()

    from catalogue.models import Category, Product  # noqa: PLC0415
    from catalogue.places.operations import load_places  # noqa: PLC0415
    from cms.operations import prepare_pages  # noqa: PLC0415
    from marketplace.demonstration.generate import generate_products  # noqa: PLC0415
    from search.indexing import rebuild  # noqa: PLC0415

    load_places()
    prepare_pages()
    generate_products(count=count, on=timezone.localdate())
    rebuild(on=timezone.localdate())
    products = Product.objects.order_by("-pk")[:DIFFERENT_PRODUCTS]
    return {
        "list": ["/catalogue/"],
        "category": [Category.objects.get(slug="che").get_absolute_url()],
        "product": [each.get_absolute_url() for each in products],
    }


def main() -> None:
    """Print one JSON object: milliseconds by page of the shop named by the first argument."""
    shop, count = sys.argv[1], int(sys.argv[2])
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    addresses = addresses_of_stock(count) if shop == "stock" else addresses_of_ours(count)
    from django.test import Client  # noqa: PLC0415 - after django.setup()

    client = Client()

    def get(of_page: Iterator[str]) -> None:
        address = next(of_page)
        response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        client.cookies.clear()

    pages = {page: cycle(addresses[page]) for page in PAGES}
    figures = {page: measure(lambda of_page=pages[page]: get(of_page)) for page in PAGES}
    print(json.dumps(figures))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.ours")
    main()
