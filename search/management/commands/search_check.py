import sys

from django.core.management.base import BaseCommand
from django.utils import timezone

from search import indexing


class Command(BaseCommand):
    help = "Compare database and search index, document by document; exit code 1 if they differ."

    def add_arguments(self, parser):
        parser.add_argument(
            "--repair", action="store_true", help="have the index look again at what differs"
        )

    def handle(self, *, repair: bool, **_options):
        on = timezone.localdate()
        differences = indexing.find_differences(on=on)
        self._print(differences)
        if differences and repair:
            indexing.repair(differences, on=on)
            differences = indexing.find_differences(on=on)
            if differences:
                self._print(differences)
        if differences:
            sys.exit(1)
        self.stdout.write("Database and index agree.")

    def _print(self, differences):
        for title, ids in (
            ("missing in the index", differences.missing),
            ("left over in the index", differences.left_over),
            ("out of date in the index", differences.stale),
        ):
            if ids:
                self.stdout.write(f"{len(ids)} {title}: {', '.join(map(str, ids))}")
