"""Each component with each of its states: what a template is given, and how the state is called."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from catalogue.cards import ProductCard
from marketplace.styleguide import forms, goods
from search.listing import Chip, Facet, FacetOption, Listing, SortOption

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class State:
    """One state of a component. ``context`` is made when it is shown."""

    name: str
    context: Callable[[], Context]


@dataclass(frozen=True, slots=True)
class Component:
    """A template of ``components/`` with its states.

    ``frame`` is the class of the box around each, ``tag`` its element.
    """

    template: str
    states: tuple[State, ...]
    frame: str = ""
    tag: str = "div"


@dataclass(frozen=True, slots=True)
class Group:
    """Components that belong together, under one heading."""

    title: str
    components: tuple[Component, ...]


def _one(template: str, frame: str = "", /, **context: Any) -> Component:
    return Component(template, (State("", lambda: context),), frame)


def _states(template: str, frame: str = "", /, **states: Context) -> Component:
    named = [State(_words(name), partial(dict, given)) for name, given in states.items()]
    return Component(template, tuple(named), frame)


def _cards(**changes: Context) -> Component:
    named = [State(_words(name), partial(_card, change)) for name, change in changes.items()]
    return Component("product_card.html", tuple(named), "shelf", "ul")


def _card(change: Context) -> Context:
    return {"card": replace(goods.tea(), **change)}


def _words(name: str) -> str:
    return name.replace("_", " ")


def _steps(**changes: Any) -> Context:
    steps = [
        ("24/11/2026", "Đã đặt", "Người bán đã được báo"),
        ("25/11/2026", "Đã nhận đơn", ""),
        ("", "Đang gói", "Dự kiến gửi ngày mai"),
    ]
    return {"steps": steps} | changes


def _option(value: str, label: str, count: int, *, chosen: bool = False) -> FacetOption:
    return FacetOption(value, label, count, chosen, lambda: "#")


def _listing(cards: tuple[ProductCard, ...] = (), **changes: Any) -> Context:
    stars = (_option("5", "5 sao", 3, chosen=True), _option("4", "4 sao", 9))
    facets = (
        Facet("region", "Vùng", (_option("dong-bang-song-hong", "Đồng bằng sông Hồng", 7),)),
        Facet("stars", "Hạng sao", stars),
        Facet("price", "Giá", (_option("-100000", "Dưới 100.000 ₫", 4),)),
    )
    sorts = (
        SortOption("relevance", "Khớp nhất", "#", chosen=True),
        SortOption("price", "Giá thấp trước", "#", chosen=False),
    )
    listing = Listing("#", "#", cards=cards, total=len(cards), facets=facets, sorts=sorts, q="trà")
    return {"listing": replace(listing, **changes)}


def _history() -> Context:
    return {"history": [goods.certificate(), goods.certificate("superseded")]}


def _wrong_field() -> Context:
    return {"field": forms.wrong()["phone"]}


GROUPS = (
    Group(
        "Nút, nhãn nhỏ, số lượng",
        (
            _states(
                "button.html",
                "row",
                first={"label": "Bỏ vào giỏ"},
                second={"label": "Để dành, mua sau", "kind": "second"},
                link={"label": "Dạo chợ", "url": "#"},
                disabled={"label": "Đang gửi", "disabled": True},
            ),
            _states(
                "chip.html",
                "row",
                plain={"label": "Gia vị", "url": "#"},
                chosen={"label": "Gia vị", "url": "#", "on": True},
                with_cloth={"label": "Tây Nguyên", "url": "#", "areas": ["TN"]},
                takes_away={"label": "5 sao", "url": "#", "removes": True},
            ),
            _states(
                "stepper.html",
                "row",
                first={"max": 9, "id": "least"},
                last={"value": 9, "max": 9, "id": "most"},
            ),
            _one("search_form.html", field_id="example-search", large=True, q="trà"),
        ),
    ),
    Group(
        "Sao và giấy chứng nhận",
        (
            _states(
                "star_mark.html",
                "row",
                three={"stars": 3},
                four={"stars": 4, "size": 44},
                five={"stars": 5, "size": 72},
                renewing={"stars": 4, "state": "renewing"},
                ended={"stars": 4, "state": "ended"},
                revoked={"stars": 4, "state": "revoked"},
                unknown={"stars": 0},
            ),
            Component(
                "certificate_panel.html",
                tuple(
                    State(state, lambda state=state: {"certificate": goods.certificate(state)})
                    for state in ("in_force", "renewing", "ended", "revoked", "superseded")
                ),
            ),
            Component("certificate_history.html", (State("", _history),)),
            _one("grades.html"),
        ),
    ),
    Group(
        "Sản phẩm",
        (
            _cards(
                for_sale={},
                photograph_missing_and_season_over={"season": False, "in_stock": False},
                price_on_request={"price": None},
                renewing={"renewing": True},
                long_name={
                    "name": "Trà xanh Shan tuyết cổ thụ Suối Giàng một tôm hai lá thượng hạng"
                },
            ),
            Component("shelf.html", (State("", lambda: {"cards": goods.cards()}),)),
            Component("hanging_rail.html", (State("", lambda: {"cards": goods.cards()[:4]}),)),
            Component(
                "label_large.html",
                (State("", lambda: {"card": goods.tea(), "alt": "Búp chè trên nền tia nắng"}),),
            ),
            Component(
                "picture.html",
                (
                    State(
                        "",
                        lambda: {
                            "layout": goods.photograph(),
                            "sizes": "200px",
                            "alt": "Búp chè trên nền tia nắng",
                        },
                    ),
                ),
            ),
            _states(
                "price.html",
                "row",
                known={"amount": 165_000, "unit": "hộp 100 g"},
                large={"amount": 1_650_000, "unit": "bộ", "large": True},
                unknown={"amount": None},
            ),
            Component(
                "stamp.html",
                tuple(
                    State(
                        str(size),
                        lambda size=size: {
                            "size": size,
                            "printing": goods.tea().printing,
                            "art_url": goods.tea().art_url,
                        },
                    )
                    for size in (48, 72, 84, 96)
                ),
                "row",
            ),
            _one("facts.html", facts=[("Quy cách", "hộp 100 g"), ("Bảo quản", "Nơi khô ráo")]),
            Component(
                "delivery_form.html",
                (
                    State("no province", lambda: {"url": "#", "quote": None}),
                    State("province chosen", lambda: {"url": "#", "quote": goods.quote()}),
                ),
            ),
            _states(
                "terms.html",
                sent={"delivery": True, "place": "xã Tủa Chùa, Điện Biên"},
                visited={"delivery": False, "place": "xã Vân Hồ, Sơn La"},
            ),
        ),
    ),
    Group(
        "Biểu mẫu",
        (
            Component(
                "field.html",
                (
                    State("rest", lambda: {"field": forms.empty()["phone"]}),
                    State("wrong", _wrong_field),
                    State("choice", lambda: {"field": forms.empty()["province"]}),
                    State("optional", lambda: {"field": forms.empty()["note"]}),
                ),
            ),
            Component(
                "choices.html",
                (
                    State("radios", lambda: {"field": forms.empty()["method"], "framed": True}),
                    State("box", lambda: {"field": forms.empty()["agreed"]}),
                    State("wrong", lambda: {"field": forms.wrong()["method"]}),
                ),
            ),
            _states(
                "choice.html",
                plain={"name": "a", "value": "1", "label": "Gia vị", "count": 49},
                checked={
                    "name": "b",
                    "value": "1",
                    "label": "Gia vị",
                    "count": 49,
                    "checked": True,
                },
                with_hint={"name": "c", "value": "1", "label": "Gia vị", "hint": "Muối, tiêu, tỏi"},
                stars={"name": "d", "value": "4", "stars": 4, "count": 9},
            ),
            _one("refusal.html", text="Hồng trà chỉ còn 3."),
            Component("form_errors.html", (State("", lambda: {"form": forms.wrong()}),)),
        ),
    ),
    Group(
        "Giỏ và đơn hàng",
        (
            Component(
                "line.html",
                (
                    State(
                        "",
                        lambda: {
                            "name": goods.tea().name,
                            "url": "#",
                            "note": "2 × hộp 100 g",
                            "amount": 330_000,
                            "printing": goods.tea().printing,
                            "art_url": goods.tea().art_url,
                        },
                    ),
                ),
                "",
                "ul",
            ),
            _one(
                "summary_rows.html", rows=[("Hàng", 330_000), ("Phí giao", 38_000)], total=368_000
            ),
            _one("qr.html", link="https://cho-phien.example.vn/orders/OC-1234-ABCD/?token=x"),
            _states("timeline.html", under_way=_steps(current=True), at_rest=_steps()),
            _one(
                "table.html",
                caption="Giá theo tháng",
                heads=["Tháng", "Giá"],
                rows=[["10/2026", "165.000 ₫"], ["11/2026", "170.000 ₫"]],
            ),
        ),
    ),
    Group(
        "Danh sách",
        (
            Component(
                "listing.html",
                (
                    State("filled", lambda: _listing(goods.cards(), chips=(Chip("5 sao", "#"),))),
                    State("nothing fits", lambda: _listing(chips=(Chip("5 sao", "#"),))),
                    State("nothing at all", lambda: _listing(facets=())),
                ),
            ),
            _states(
                "pagination.html",
                first={"page": 1, "pages": 9, "next_url": "#"},
                middle={"page": 4, "pages": 9, "previous_url": "#", "next_url": "#"},
            ),
            _one(
                "breadcrumbs.html",
                breadcrumbs=[("Cả chợ", "#"), ("Chè", "#")],
                current="Shan tuyết",
            ),
            Component(
                "empty_state.html",
                (
                    State(
                        "",
                        lambda: {
                            "title": "Giỏ còn trống",
                            "text": "Phiên hôm nay có hàng mới.",
                            "url": "#",
                            "action": "Dạo chợ",
                            "counters": goods.counters(),
                        },
                    ),
                ),
            ),
        ),
    ),
    Group(
        "Nơi chốn và chuyện kể",
        (
            Component("counters.html", (State("", lambda: {"counters": goods.counters()}),)),
            Component("region_tiles.html", (State("", lambda: {"tiles": goods.tiles()}),)),
            Component(
                "place_head.html",
                (
                    State(
                        "",
                        lambda: {
                            "place": {"name": "Gia Lai"},
                            "note": "18 thứ",
                            "areas": ("TN", "NT"),
                        },
                    ),
                ),
            ),
            Component(
                "cloth_map.html",
                (State("", lambda: {"patches": goods.patches(), "chosen": "Gia Lai"}),),
            ),
            Component("map_list.html", (State("", lambda: {"patches": goods.patches()}),)),
            Component("story_band.html", (State("", lambda: {"story": goods.story()}),)),
            Component(
                "story_teaser.html", (State("", lambda: {"story": goods.story()}),), "teasers"
            ),
            Component(
                "stories.html",
                (State("", lambda: {"stories": [goods.story()], "title": "Chuyện người làm"}),),
            ),
            Component("hero_words.html", (State("", dict),)),
        ),
    ),
)
