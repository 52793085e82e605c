"""Make what a new shop needs before its first visitor: places, home and the list of stories."""

from typing import Any

from django.core.management.base import BaseCommand

from catalogue.places.operations import load_places
from cms.operations import prepare_pages


class Command(BaseCommand):
    help = "Loads the places and makes home and the list of stories; what is there stays."

    def handle(self, *args: Any, **options: Any) -> None:
        load_places()
        indexes = prepare_pages()
        self.stdout.write(f"Home and stories in {', '.join(indexes)}.")
