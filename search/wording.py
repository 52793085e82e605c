"""What lists say: labels of facets and sorts, and sentences about what went wrong."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.templatetags.shop_tags import dong
from search.engine import Hits, Step
from search.query import MAX_QUERY_LENGTH, Fault, ParameterFault, PriceBand, Sort

FACET_LABELS = {
    "region": gettext_lazy("Vùng"),
    "province": gettext_lazy("Tỉnh, thành phố"),
    "commune": gettext_lazy("Xã, phường"),
    "category": gettext_lazy("Loại hàng"),
    "group": gettext_lazy("Nhóm OCOP"),
    "stars": gettext_lazy("Hạng sao"),
    "price": gettext_lazy("Giá"),
    "in_stock": gettext_lazy("Còn hàng"),
    "in_season": gettext_lazy("Mùa"),
}
SORT_LABELS = {
    Sort.RELEVANCE: gettext_lazy("Khớp nhất"),
    Sort.CHEAPEST: gettext_lazy("Giá thấp trước"),
    Sort.DEAREST: gettext_lazy("Giá cao trước"),
    Sort.STARS: gettext_lazy("Nhiều sao trước"),
    Sort.NEWEST: gettext_lazy("Mới công nhận"),
    Sort.BEST_SELLING: gettext_lazy("Bán chạy trước"),
}


def price_band_label(band: PriceBand) -> str:
    """Return "Dưới 50.000 ₫", "50.000 ₫ – 100.000 ₫" or "Từ 500.000 ₫"."""
    if not band.lowest:
        return _("Dưới %(price)s") % {"price": dong(band.limit)}
    if band.limit is None:
        return _("Từ %(price)s") % {"price": dong(band.lowest)}
    return f"{dong(band.lowest)} – {dong(band.limit)}"


def price_range_label(lowest: int | None, highest: int | None) -> str:
    """Return a typed price range in words."""
    if lowest is None:
        return _("Đến %(price)s") % {"price": dong(highest)}
    if highest is None:
        return _("Từ %(price)s") % {"price": dong(lowest)}
    return f"{dong(lowest)} – {dong(highest)}"


def stars_label(stars: str | int) -> str:
    """Return "5 sao"."""
    return _("%(stars)s sao") % {"stars": stars}


def in_stock_label() -> str:
    """Return the one option of the stock facet."""
    return _("Chỉ thứ còn hàng")


def in_season_label() -> str:
    """Return the one option of the season facet."""
    return _("Chỉ thứ đang mùa")


def answer_sentence(hits: Hits, q: str) -> str:
    """Say how far the search had to go from what was typed; nothing for an exact answer."""
    texts = {"q": q, "corrected": hits.corrected}
    if hits.engine == "database":
        sentence = _(
            "Tìm kiếm đang chạy ở chế độ rút gọn: chưa sửa được lỗi gõ và chưa đếm được ô lọc."
        )
    elif hits.step is Step.NONE:
        sentence = _nothing_sentence(q)
    elif hits.widened:
        sentence = _("Không có “%(q)s” trong các ô lọc đã chọn; đang hiện kết quả của cả chợ.")
    else:
        sentence = _step_sentences().get(hits.step, "")
    return sentence % texts


def _step_sentences() -> dict[Step, str]:
    return {
        Step.KEYBOARD: _("Bạn gõ “%(q)s”; đang hiện kết quả cho “%(corrected)s”."),
        Step.FUZZY: _("Không có kết quả cho “%(q)s”; đang hiện “%(corrected)s”."),
        Step.RELAXED: _("Chưa ai bán thứ khớp đủ các chữ “%(q)s”. Đây là những thứ gần nhất."),
    }


def _nothing_sentence(q: str) -> str:
    if not q:
        return ""
    return _("Chưa ai bán “%(q)s”. Thử ít chữ hơn, hoặc xem theo vùng, theo quầy.")


def last_page_sentence(page: int) -> str:
    """Say that the page asked for is beyond the end."""
    return _("Danh sách chỉ có tới trang %(page)s, bạn đang xem trang đó.") % {"page": page}


def fault_sentence(fault: ParameterFault) -> str:
    """Say what is wrong with one value of an address, and what is done instead."""
    sentences = {
        Fault.UNKNOWN: _("Không có lựa chọn “%(value)s”, nên lựa chọn này được bỏ qua."),
        Fault.NOT_A_NUMBER: _("“%(value)s” không phải là số. Hãy viết số, ví dụ 50000."),
        Fault.OUT_OF_RANGE: _("Số “%(value)s” nằm ngoài khoảng cho phép, nên được bỏ qua."),
        Fault.TOO_LONG: _("Câu tìm dài quá %(limit)s ký tự, phần sau được bỏ qua."),
        Fault.TOO_MANY: _("Chọn quá nhiều giá trị cùng lúc, các giá trị sau được bỏ qua."),
        Fault.BELOW_MINIMUM: _("Giá cao nhất thấp hơn giá thấp nhất, nên được bỏ qua."),
    }
    return sentences[fault.fault] % {"value": fault.value, "limit": MAX_QUERY_LENGTH}
