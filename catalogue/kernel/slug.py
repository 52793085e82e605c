"""Addresses from Vietnamese names."""

import re

from catalogue.kernel.fold import fold

_NOT_IN_ADDRESSES = re.compile(r"[^a-z0-9]+")


def slugify(value: str, allow_unicode: bool = False) -> str:
    """Return ``value`` for an address: "Đồ uống" becomes ``do-uong``.

    Oscar's own turns đ into ``u0110``. ``allow_unicode`` is Oscar's and is not heeded.
    """
    del allow_unicode
    return _NOT_IN_ADDRESSES.sub("-", fold(value)).strip("-")
