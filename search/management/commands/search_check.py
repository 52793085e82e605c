import sys

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.indexing import find_differences


class Command(BaseCommand):
    help = "Compare database and search index by product id; exit code 1 if they differ."

    def handle(self, **_options):
        differences = find_differences(on=timezone.localdate())
        for title, ids in (
            ("missing in the index", differences.missing),
            ("left over in the index", differences.left_over),
        ):
            if ids:
                self.stdout.write(f"{len(ids)} {title}: {', '.join(map(str, ids))}")
        if differences:
            sys.exit(1)
        self.stdout.write("Database and index agree.")
