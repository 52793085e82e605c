"""The small pictures of Oscar's dashboard, by the photographs of this shop."""

from dataclasses import dataclass
from typing import Any

from oscar.core.thumbnails import AbstractThumbnailer


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """What Oscar's templates ask of a thumbnail."""

    url: str


class PictureThumbnailer(AbstractThumbnailer):
    """Point at the smallest square; a file that has no photograph is shown as it is."""

    def generate_thumbnail(self, source: Any, **opts: Any) -> Thumbnail:
        """Return the thumbnail of an image field's file."""
        picture = getattr(source.instance, "picture", None)
        if picture is None:
            return Thumbnail(source.url)
        photograph = picture.photograph
        smallest = photograph.widths("square")[0]
        return Thumbnail(photograph.address("square", smallest, "jpeg"))

    def delete_thumbnails(self, source: Any) -> None:
        """Do nothing: renditions go with their picture, and an original is nobody's thumbnail."""
