"""A small market: two provinces, a merged one's old name, a tree of categories."""

from types import SimpleNamespace

import pytest

from search import indexing
from tests.factories.catalogue import (
    OldProvinceFactory,
    PartnerFactory,
    ProductFactory,
    ProvinceFactory,
    RegionFactory,
    make_category,
)


@pytest.fixture
def market(db, today):
    """Return a market of three listed goods, indexed."""
    delta = RegionFactory(
        code="CL",
        slug="dong-bang-song-cuu-long",
        name_vi="Đồng bằng sông Cửu Long",
        name_en="Mekong Delta",
        position=6,
    )
    ca_mau = ProvinceFactory(
        code=96, slug="ca-mau", name="Cà Mau", region=delta, areas="CL", map_row=18
    )
    bac_lieu = OldProvinceFactory(
        code=95, slug="bac-lieu", name="Bạc Liêu", province=ca_mau, area="CL"
    )
    food = make_category("Thực phẩm", "thuc-pham")
    tea, salt = make_category("Chè", "che", food), make_category("Gia vị", "gia-vi", food)
    partner = PartnerFactory(name="HTX Muối Đông Hải", code="htx-muoi", province=ca_mau)
    goods = SimpleNamespace(
        tea=ProductFactory(title_vi="Chè Tà Xùa", slug="che-ta-xua", categories=[tea]),
        wine=ProductFactory(
            title_vi="Rượu ngô", slug="ruou-ngo", ocop_set=14, stock__num_in_stock=0,
            stock__price=240_000, certificate__stars=3,
        ),
        salt=ProductFactory(
            title_vi="Muối hạt", slug="muoi-hat", ocop_set=10, partner=partner, province=ca_mau,
            old_province=bac_lieu, commune=None, stock__price=30_000, certificate__stars=5,
            categories=[salt],
        ),
    )  # fmt: skip
    indexing.drain_dirty(on=today)
    return SimpleNamespace(
        goods=goods, food=food, category=tea, partner=partner, province=ca_mau, old=bac_lieu
    )
