"""Which columns of the catalogue have one text per language."""

from modeltranslation.translator import TranslationOptions, register
from oscar.core.loading import get_model


@register(get_model("catalogue", "Product"))
class ProductTranslation(TranslationOptions):
    """What a buyer reads about a product."""

    fields = ("title", "description", "net_quantity", "ingredients", "storage", "shelf_life")


@register(get_model("catalogue", "Category"))
class CategoryTranslation(TranslationOptions):
    """The classification tree of Annex I, in both languages."""

    fields = ("name", "description")
