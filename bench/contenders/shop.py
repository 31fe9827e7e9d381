"""django-oscar's catalogue with as many products as its own sandbox has."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.shop.settings"
import django

django.setup()

from django.core.management import call_command
from oscar.apps.catalogue.categories import create_from_breadcrumbs
from oscar.core.loading import get_model

PRODUCTS = 200


def prepare() -> None:
    call_command("migrate", verbosity=0)
    product_class = get_model("catalogue", "ProductClass").objects.create(name="Book")
    partner = get_model("partner", "Partner").objects.create(name="Books & Co")
    shelves = [create_from_breadcrumbs(f"Books > Shelf {number}") for number in range(8)]
    for number in range(PRODUCTS):
        product = get_model("catalogue", "Product").objects.create(
            title=f"The book of number {number}",
            slug=f"book-{number}",
            upc=f"978{number:010}",
            description="A plain description of a book, of the length that shops write. " * 4,
            product_class=product_class,
        )
        product.categories.add(shelves[number % len(shelves)])
        get_model("partner", "StockRecord").objects.create(
            product=product,
            partner=partner,
            partner_sku=str(number),
            price=10 + number,
            num_in_stock=5,
        )


def pages() -> dict[str, tuple[str, str]]:
    return {"catalogue": ("", "/catalogue/")}


def cookies(kind: str) -> str:
    return ""
