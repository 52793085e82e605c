"""Load the prepared data files of places; safe to repeat."""

from typing import Any

from django.core.management.base import BaseCommand

from catalogue.places.operations import load_places


class Command(BaseCommand):
    """`manage.py load_places`."""

    help = "Nạp vùng, tỉnh, xã và tên cũ từ tệp dữ liệu của dự án; chạy lại không đổi gì."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say how many places there are."""
        loaded = load_places()
        self.stdout.write(
            f"{loaded.regions} vùng, {loaded.provinces} tỉnh, {loaded.communes} xã, "
            f"{loaded.old_provinces} tỉnh cũ, {loaded.old_districts} huyện cũ, "
            f"{loaded.old_communes} xã cũ, {loaded.rules} phép đổi."
        )
