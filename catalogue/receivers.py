"""What must go when a product's photograph goes: its file, and its picture unless it is used."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from catalogue.models import ProductImage
from catalogue.pictures.models import Picture


def connect() -> None:
    """Listen; called once, when the apps are ready."""
    post_delete.connect(image_deleted, ProductImage, dispatch_uid="photograph deleted")


def image_deleted(instance: ProductImage, origin: Any = None, **_: object) -> None:
    """Delete the original after the commit, and the picture that nothing else shows."""
    if instance.original:
        storage, name = instance.original.storage, instance.original.name
        transaction.on_commit(partial(storage.delete, name))
    if instance.picture_id is None or isinstance(origin, Picture):
        return
    picture = Picture.objects.filter(pk=instance.picture_id).first()
    if picture and not _used_by_others(picture, instance):
        picture.delete()


def _used_by_others(picture: Picture, image: ProductImage) -> bool:
    """Say whether a page shows it: editors may choose the photographs of products."""
    return any(
        not (isinstance(owner, ProductImage) and owner.pk in {image.pk, None})
        for owner, _references in picture.get_usage()
    )
