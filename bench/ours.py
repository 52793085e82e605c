"""Our shop as it runs, on a database of its own, tables straight from the models."""

import os
from pathlib import Path

from bench.stock.settings import WithoutMigrations
from marketplace.settings.base import *  # noqa: F403

SECRET_KEY = "bench"
ALLOWED_HOSTS = ["*"]
#: What is measured by default is how pages are made; `bench.throughput` turns keeping on.
PAGE_CACHE_SECONDS = int(os.environ.get("PAGE_CACHE_SECONDS", "0"))
DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]  # noqa: F405
SEARCH_INDEX_FOLDER = Path(os.environ["BENCH_DATABASE"]).parent / "index"
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
MIGRATION_MODULES = WithoutMigrations()
