"""Where a label is found: addresses that change when, and only when, the generator changes.

The digest in an address covers the source of every module here, so art may be kept for ever by
browsers and proxies, and a changed generator still reaches everybody.
"""

import hashlib
from pathlib import Path

from catalogue.label.choose import LabelSpec
from catalogue.label.inks import Area

PREFIX = "/label/"
_FOLDER = Path(__file__).parent


def _source_digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]


DIGEST = _source_digest(_FOLDER)


def art_url(spec: LabelSpec) -> str:
    """Give the address of a label's art."""
    return f"{PREFIX}{DIGEST}/{spec.path}"


def edge_url(area: Area, printing: int) -> str:
    """Give the address of an area's woven edge in one of its two printings."""
    return f"{PREFIX}{DIGEST}/edge/{area}{printing}.svg"
