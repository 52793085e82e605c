"""Where a label is found: addresses that change when, and only when, the generator changes.

The digest in an address covers the source of every module here, so art may be kept for ever by
browsers and proxies, and a changed generator still reaches everybody.
"""

import hashlib
from pathlib import Path

from catalogue.label.choose import LabelSpec
from catalogue.label.inks import Area
from catalogue.label.share import SharePicture

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


def spec_of_url(address: str) -> LabelSpec:
    """Give back what `art_url` made an address of. Raises ValueError on any other address."""
    return LabelSpec.from_path(address.removeprefix(f"{PREFIX}{DIGEST}/"))


def edge_url(area: Area, printing: int) -> str:
    """Give the address of an area's woven edge in one of its two printings."""
    return f"{PREFIX}{DIGEST}/edge/{area}{printing}.svg"


def share_digest(picture: SharePicture) -> str:
    """Give what names a share picture in its address: all that is on it, and the generator."""
    return hashlib.sha256(f"{DIGEST} {picture}".encode()).hexdigest()[:16]
