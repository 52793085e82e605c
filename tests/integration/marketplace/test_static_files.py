"""Static files as production serves them: hashed, compressed, kept for ever by the browser."""

import gzip

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.http import HttpResponseNotFound
from django.test import RequestFactory
from whitenoise.middleware import WhiteNoiseMiddleware

from marketplace.settings import base


@pytest.fixture
def served(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = base.STORAGES
    # ours alone: compressing what Oscar and Wagtail bring takes a minute
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    call_command("collectstatic", interactive=False, verbosity=0)
    middleware = WhiteNoiseMiddleware(lambda request: HttpResponseNotFound())

    def get(name, encodings):
        address = staticfiles_storage.url(name)
        return middleware(RequestFactory().get(address, HTTP_ACCEPT_ENCODING=encodings))

    return get


def test_a_hashed_file_is_sent_compressed_and_never_asked_for_again(served):
    for name in ("css/shop.css", "js/page.js"):
        plain, small = served(name, ""), served(name, "br, gzip")
        for response in (plain, small, served(name, "gzip")):
            assert response.status_code == 200
            assert response["Cache-Control"] == "max-age=315360000, public, immutable"
            assert response["Vary"] == "Accept-Encoding"
        whole = b"".join(plain.streaming_content)
        assert small["Content-Encoding"] == "br"
        assert len(b"".join(small.streaming_content)) < len(whole) / 2
        zipped = served(name, "gzip")
        assert zipped["Content-Encoding"] == "gzip"
        assert gzip.decompress(b"".join(zipped.streaming_content)) == whole
