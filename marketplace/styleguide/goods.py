"""Plain data to show components with: no row of the database is read."""

from dataclasses import replace
from datetime import date, timedelta

from catalogue.cards import ProductCard, product_label
from catalogue.certification.queries import CertificateView
from catalogue.label.addresses import art_url
from catalogue.pictures.photograph import Layout
from cms.home import Counter, Patch, PlaceTile
from cms.queries import StoryTeaser
from marketplace.shipping.charges import Place
from marketplace.shipping.queries import Destination, Quote

TODAY = date(2026, 11, 24)


def card(title: str, ocop_set: int, area: str, **changes: object) -> ProductCard:
    """Return a card with the label that a product of this title, set and area would have."""
    spec = product_label(
        {
            "title_vi": title,
            "ocop_set": ocop_set,
            "slug": str(len(title)),
            "old_province__area": area,
            "province__areas": area,
        }
    )
    plain = ProductCard(
        id=1,
        url="#",
        name=title,
        place="Tủa Chùa, Điện Biên",
        printing=f"{spec.area}{spec.printing}",
        art_url=art_url(spec),
        image_url="",
        price=165_000,
        net_quantity="hộp 100 g",
        stars=4,
        renewing=False,
        in_stock=True,
        season=True,
        partner_name="Hợp tác xã mẫu",
        partner_url="#",
        add_url="#",
    )
    return replace(plain, **changes)


def tea() -> ProductCard:
    """Return the card that most examples use."""
    return card("Trà xanh Shan tuyết", 11, "NB")


def cards() -> tuple[ProductCard, ...]:
    """Return one card of each area."""
    return (
        tea(),
        card("Nước mắm cá cơm", 9, "NT", stars=5, price=98_000),
        card("Chiếu cói hoa", 21, "SH", stars=3, price=410_000),
        card("Muối hạt", 10, "CL", stars=3, price=28_000),
        card("Tinh dầu tràm", 20, "BT", renewing=True, price=120_000),
        card("Cà phê bột", 13, "TN", stars=5, price=185_000),
        card("Hạt điều rang muối", 7, "DN", price=240_000),
    )


def certificate(state: str = "in_force", **changes: object) -> CertificateView:
    """Return a certificate as it is shown in ``state``."""
    headlines = {
        "in_force": "OCOP 4 sao, còn hạn",
        "renewing": "OCOP 4 sao, đang đánh giá lại",
        "ended": "Giấy đã hết hạn từ sau ngày 01/11/2026",
        "revoked": "Giấy đã bị thu hồi ngày 05/11/2026",
        "superseded": "Đã có giấy mới thay thế",
    }
    plain = CertificateView(
        number="14-00327-01-2025",
        url="#",
        stars=4,
        issuer="Ủy ban nhân dân tỉnh Điện Biên",
        decision="123/QĐ-UBND",
        issued_on=TODAY - timedelta(days=400),
        ends_on=TODAY + timedelta(days=695),
        extended_until=TODAY + timedelta(days=120) if state == "renewing" else None,
        revoked_on=date(2026, 11, 5) if state == "revoked" else None,
        ground="Không còn đáp ứng tiêu chí" if state == "revoked" else "",
        state=state,
        headline=headlines[state],
    )
    return replace(plain, **changes)


def photograph() -> Layout:
    """Return the layout of a photograph; a drawing stands in for the one there is not."""
    art = tea().art_url
    return Layout(
        avif=f"{art} 400w",
        webp=f"{art} 400w",
        jpeg=f"{art} 400w",
        src=art,
        width=400,
        height=400,
        tint="9CB29A",
    )


def story() -> StoryTeaser:
    """Return a story in a list."""
    return StoryTeaser(
        title="Cây chè không ai biết tuổi",
        lead="Ở Tủa Chùa người ta leo lên cây để hái búp, một tôm hai lá.",
        url="#",
        printing=tea().printing,
        art_url=tea().art_url,
        art_alt="Búp chè trên nền tia nắng",
        place="Điện Biên",
    )


def counters() -> list[Counter]:
    """Return three of the counters."""
    return [
        Counter("Món ăn", "#", 195, "tray"),
        Counter("Gia vị", "#", 49, "jar"),
        Counter("Thủ công", "#", 57, "vase"),
    ]


def patches() -> list[Patch]:
    """Return a few patches of the map."""
    return [
        Patch(14, "Sơn La", "#", 12, 2, 2, ("NB",)),
        Patch(1, "Hà Nội", "#", 31, 3, 3, ("SH",)),
        Patch(52, "Gia Lai", "#", 18, 5, 4, ("TN", "NT")),
    ]


def tiles() -> list[PlaceTile]:
    """Return two regions."""
    return [
        PlaceTile("Đồng bằng sông Hồng", "#", 120, ("SH",)),
        PlaceTile("Duyên hải Nam Trung Bộ và Tây Nguyên", "#", 96, ("NT", "TN")),
    ]


def quote() -> Quote:
    """Return what delivery to one province costs."""
    return Quote(Destination("hue", "Huế", Place(46, "BT")), 38_000, days_from=3, days_to=6)
