"""Every block of a story: what it holds, its template, its one line for the editor."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.choosers import ProductChooserBlock


class PictureBlock(blocks.StructBlock):
    """One picture with its caption."""

    image = ImageChooserBlock(label=_("Ảnh"))
    caption = blocks.CharBlock(label=_("Chú thích"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Ảnh")
        template = "cms/blocks/picture.html"


class QuotationBlock(blocks.StructBlock):
    """Words of somebody else, with whose they are."""

    text = blocks.TextBlock(label=_("Lời trích"))
    attribution = blocks.CharBlock(label=_("Của ai, ở đâu"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Trích dẫn")
        template = "cms/blocks/quotation.html"


class StepBlock(blocks.StructBlock):
    """One step of making."""

    title = blocks.CharBlock(label=_("Việc"), max_length=120)
    text = blocks.TextBlock(label=_("Cách làm"))


class StepsBlock(blocks.StructBlock):
    """How a thing is made, step by step."""

    title = blocks.CharBlock(label=_("Tên công việc"), max_length=160)
    items = blocks.ListBlock(StepBlock(), label=_("Các bước"))

    class Meta:
        icon = "list-ol"
        label = _("Các bước làm")
        template = "cms/blocks/steps.html"


class ProductsBlock(blocks.StructBlock):
    """Cards of chosen products; of the story's own when none is chosen."""

    products = blocks.ListBlock(ProductChooserBlock(), label=_("Sản phẩm"), default=[])

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        """Pick the cards that the page has loaded; an unlisted product has none."""
        context = super().get_context(value, parent_context)
        cards = (parent_context or {}).get("cards_by_id", {})
        chosen = [product.pk for product in value["products"] if product]
        context["cards"] = [cards[pk] for pk in chosen or cards if pk in cards]
        return context

    class Meta:
        icon = "tag"
        label = _("Thẻ sản phẩm")
        template = "cms/blocks/products.html"


class StoryBody(blocks.StreamBlock):
    """What a story is made of."""

    text = blocks.RichTextBlock(
        label=_("Đoạn văn"),
        features=["bold", "italic", "link", "ul", "ol"],
        template="cms/blocks/text.html",
    )
    heading = blocks.CharBlock(
        label=_("Tiêu đề đoạn"), max_length=120, icon="title", template="cms/blocks/heading.html"
    )
    picture = PictureBlock()
    gallery = blocks.ListBlock(
        PictureBlock(), label=_("Bộ ảnh"), icon="image", template="cms/blocks/gallery.html"
    )
    quotation = QuotationBlock()
    steps = StepsBlock()
    place = blocks.TextBlock(
        label=_("Nơi chốn"), icon="site", template="cms/blocks/place.html", rows=2
    )
    products = ProductsBlock()


class SourceBlock(blocks.StructBlock):
    """Where a fact of the story comes from."""

    title = blocks.CharBlock(label=_("Nguồn"), max_length=200)
    url = blocks.URLBlock(label=_("Địa chỉ"))
    year = blocks.IntegerBlock(label=_("Năm"), required=False, min_value=1900, max_value=2100)

    class Meta:
        icon = "doc-full"
        label = _("Nguồn")
