"""Visits of somebody who was never here before."""

import gzip

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from marketplace.page_cache.middleware import CACHE_CONTROL


def look(address, **headers):
    """Return what somebody who was never here before sees at ``address``."""
    return Client().get(address, **headers)


def text(response):
    content = response.content
    if response.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    return content.decode().replace("\xa0", " ")


def is_kept(address, client=None):
    """Whether a second visitor's request asks the database nothing and says it is kept."""
    look(address)
    with CaptureQueriesContext(connection) as queries:
        response = (client or Client()).get(address)
    return not queries.captured_queries and response["Cache-Control"] == CACHE_CONTROL
