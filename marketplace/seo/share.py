"""The share picture of every kind of page: what is on it, and its address."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.kernel.glue import glue, glue_place
from catalogue.label.addresses import share_digest, spec_of_url
from catalogue.label.choose import LabelSpec
from catalogue.label.inks import Area
from catalogue.label.share import HEIGHT, WIDTH, SharePicture

_HOME_AREA = Area.NB


@dataclass(frozen=True, slots=True)
class Shared:
    """A share picture where a page names it; width and height in pixels."""

    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def address(kind: str, key: str | int, language: str, picture: SharePicture) -> str:
    """Return the address of ``picture``; another picture has another one."""
    kwargs = {"digest": share_digest(picture), "kind": kind, "language": language, "key": key}
    return reverse("share", kwargs=kwargs)


def shared(kind: str, key: str | int, language: str, picture: SharePicture) -> Shared:
    """Return address and alternative text of ``picture``."""
    alt = f"{picture.title}, {picture.line}" if picture.line else picture.title
    return Shared(address(kind, key, language, picture), alt.replace("\u00a0", " "))


def product_picture(*, name: str, commune: str, province: str, spec: LabelSpec) -> SharePicture:
    """Return the picture of a product: its label, its name, where it is from."""
    return SharePicture(
        title=glue(name),
        line=glue_place(commune, province),
        shop=settings.SHOP.name,
        areas=(spec.area,),
        printing=spec.printing,
        art=spec,
    )


def story_picture(*, title: str, place: str, art_url: str) -> SharePicture:
    """Return the picture of a story: the label of its first product, its title."""
    line = _("Chuyện người làm")
    spec = spec_of_url(art_url) if art_url else None
    return SharePicture(
        title=glue(title),
        line=f"{line}, {place}" if place else line,
        shop=settings.SHOP.name,
        areas=(spec.area if spec else _HOME_AREA,),
        printing=spec.printing if spec else 0,
        art=spec,
    )


def place_picture(*, name: str, areas: tuple[str, ...]) -> SharePicture:
    """Return the picture of a region, a province or whoever sells there: its cloth, its name."""
    return SharePicture(
        title=glue(name),
        line=_("Sản vật có giấy chứng nhận OCOP"),
        shop=settings.SHOP.name,
        areas=tuple(Area(area) for area in areas[:2]) or (_HOME_AREA,),
        printing=0,
    )


def shop_picture() -> SharePicture:
    """Return the picture of every page that has none of its own."""
    return SharePicture(
        title=settings.SHOP.name,
        line=_("Sản vật có giấy chứng nhận OCOP"),
        shop="",
        areas=(Area.NT, Area.TN),
        printing=0,
    )
