"""What a deployment prints differently from the one before it."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

from marketplace.settings.environment import ROOT

_SOURCES = ("catalogue", "search", "cms", "marketplace", "themes", "locale")
_SUFFIXES = {".py", ".html", ".css", ".js", ".svg", ".txt", ".json", ".mo"}
_SETTINGS = ("SHOP", "SITE_URL", "STATIC_URL", "MEDIA_URL", "CONTENT_SECURITY_POLICY")


@cache
def deployment() -> str:
    """Return a digest of code, templates, texts and settings that pages are printed from.

    Two deployments that run side by side during a change keep their pages apart.
    """
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(_files()):
        digest.update(path.as_posix().encode() + b"\0" + path.read_bytes())
    for name in _SETTINGS:
        digest.update(repr(getattr(settings, name)).encode())
    return digest.hexdigest()


def _files() -> list[Path]:
    # uv.lock stands for the libraries, the manifest for the names of hashed static files.
    single = [ROOT / "uv.lock", Path(settings.STATIC_ROOT) / "staticfiles.json"]
    found = [path for path in single if path.is_file()]
    for folder in _SOURCES:
        found += [
            path
            for path in (ROOT / folder).rglob("*")
            if path.suffix in _SUFFIXES and path.is_file()
        ]
    return found
