"""The form by which editors upload pictures."""

from typing import Any

from wagtail.images.forms import BaseImageForm

from catalogue.pictures.upload import clean_upload


class PictureForm(BaseImageForm):
    """Wagtail's form; a file that may not be kept is refused beside its field."""

    def clean_file(self) -> Any:
        """Return the cleaned file of an upload, or the stored one that was not changed."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            cleaned = clean_upload(file)
            # Wagtail's field has looked at the upload; its form asks for what it found.
            cleaned.image = getattr(file, "image", None)
            cleaned.content_type = getattr(file, "content_type", None)
            return cleaned
        return file
