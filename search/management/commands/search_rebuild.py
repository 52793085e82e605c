from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.engine import EngineUnavailable, RebuildFailed
from search.indexing import rebuild


class Command(BaseCommand):
    help = "Fill the search index anew from the database; searches go on meanwhile."

    def handle(self, **_options):
        try:
            count = rebuild(on=timezone.localdate())
        except (EngineUnavailable, RebuildFailed) as error:
            raise CommandError(f"{type(error).__name__}: {error}") from error
        self.stdout.write(f"{count} products in the index.")
