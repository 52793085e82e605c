"""Wagtail's images, with what pages need of them beside."""

import hashlib
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from catalogue.pictures.photograph import Photograph
from catalogue.pictures.upload import CleanPicture, clean_upload


class Picture(AbstractImage):
    """A photograph: the uploaded file without metadata, and what is drawn from it on demand."""

    digest = models.CharField(max_length=16, editable=False, db_index=True)
    reference = models.CharField(max_length=48, editable=False)

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("Ảnh")
        verbose_name_plural = _("Ảnh")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file is cleaned first. Raises `ValidationError` if it is no photograph.

        The digest covers the file and the focal point, so what is drawn anew has a new address.
        """
        if self.file and not self.file._committed:
            cleaned = clean_upload(self.file.file)
            self.file = cleaned
            self._set_image_file_metadata()
            self._see(cleaned)
        elif self.reference:
            self._see(Photograph.from_reference(self.reference))
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "digest", "reference"}
        super().save(*args, **kwargs)

    def _see(self, seen: CleanPicture | Photograph) -> None:
        sight = seen.sight if isinstance(seen, CleanPicture) else seen
        focus = (self.focal_point_x, self.focal_point_y)
        size = (self.focal_point_width, self.focal_point_height)
        named = f"{self.file_hash} {focus} {size}"
        self.digest = hashlib.sha256(named.encode()).hexdigest()[:16]
        self.reference = Photograph(self.digest, sight.width, sight.height, sight.tint).reference

    @property
    def photograph(self) -> Photograph:
        """Return what a page prints of this picture."""
        return Photograph.from_reference(self.reference)


class PictureRendition(AbstractRendition):
    """One size and format of a picture, drawn when it is first asked for."""

    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_rendition_per_filter",
                fields=["image", "filter_spec", "focal_point_key"],
            )
        ]
