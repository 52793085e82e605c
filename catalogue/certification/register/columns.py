"""The columns of a register: one name in all three kinds of file, and the headers accepted for it.

A header is compared without accents, case and punctuation, so "Tên sản phẩm", "TEN SAN PHAM" and
"ten_san_pham" are one header.
"""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the longest text it takes, and the other headers it answers to."""

    name: str
    label_vi: str
    max_length: int
    required: bool = False
    aliases: tuple[str, ...] = ()


COLUMNS: tuple[Column, ...] = (
    Column("reference", "Mã tham chiếu", 64, True, ("Mã dòng", "Mã sản phẩm", "Mã hồ sơ")),
    Column("name_vi", "Tên sản phẩm", 200, True, ("Sản phẩm", "Tên tiếng Việt")),
    Column("name_en", "Tên tiếng Anh", 200),
    Column(
        "producer_name",
        "Chủ thể",
        128,
        True,
        ("Tên chủ thể", "Cơ sở sản xuất", "Nhà sản xuất"),
    ),
    Column("producer_kind", "Loại chủ thể", 60, True, ("Loại hình", "Loại hình tổ chức")),
    Column("tax_code", "Mã số thuế", 20, aliases=("MST",)),
    Column("phone", "Điện thoại", 30, aliases=("Số điện thoại", "SĐT")),
    Column("commune", "Xã, phường", 100, aliases=("Xã", "Phường", "Xã/Phường/Đặc khu")),
    Column("commune_as_of", "Xã theo danh mục", 20, aliases=("Danh mục xã",)),
    Column("district_old", "Huyện cũ", 100, aliases=("Huyện", "Quận, huyện", "Huyện (cũ)")),
    Column("province_old", "Tỉnh cũ", 100, aliases=("Tỉnh (cũ)",)),
    Column(
        "province",
        "Tỉnh, thành phố",
        100,
        True,
        ("Tỉnh", "Thành phố", "Tỉnh/Thành phố"),
    ),
    Column("ocop_set", "Bộ sản phẩm", 10, True, ("Bộ", "Số bộ")),
    Column("stars", "Số sao", 10, True, ("Hạng sao", "Sao", "Hạng")),
    Column("score", "Điểm", 10, aliases=("Điểm trung bình", "Tổng điểm")),
    Column(
        "certificate_number",
        "Số giấy chứng nhận",
        60,
        True,
        ("Số giấy", "Mã số sản phẩm"),
    ),
    Column("decision_number", "Số quyết định", 80, aliases=("Quyết định",)),
    Column("issuer_level", "Cấp công nhận", 20, aliases=("Cấp ban hành",)),
    Column("issuer_name", "Cơ quan công nhận", 200, aliases=("Cơ quan ban hành",)),
    Column("issued_on", "Ngày cấp", 40, True, ("Ngày ban hành", "Ngày công nhận")),
    Column("ends_on", "Ngày hết hạn", 40, aliases=("Có giá trị đến", "Hết hạn")),
    Column("extended_until", "Kéo dài đến", 40, aliases=("Gia hạn đến",)),
    Column("revoked_on", "Ngày thu hồi", 40),
    Column("revocation_ground", "Lý do thu hồi", 80, aliases=("Căn cứ thu hồi",)),
    Column("revocation_decision", "Quyết định thu hồi", 80),
    Column("price", "Giá bán", 40, aliases=("Giá", "Đơn giá", "Giá bán (đồng)")),
    Column("unit", "Đơn vị tính", 40, aliases=("Đơn vị", "ĐVT")),
    Column("net_quantity", "Khối lượng tịnh", 60, aliases=("Quy cách", "Quy cách đóng gói")),
    Column("weight_grams", "Khối lượng gửi (g)", 20, aliases=("Khối lượng (g)",)),
    Column("stock", "Tồn kho", 20, aliases=("Số lượng",)),
    Column("storage", "Bảo quản", 200, aliases=("Cách bảo quản",)),
    Column("shelf_life", "Hạn sử dụng", 100, aliases=("HSD",)),
    Column("ingredients", "Thành phần", 500, aliases=("Nguyên liệu",)),
    Column("description_vi", "Mô tả", 2000, aliases=("Giới thiệu", "Mô tả tiếng Việt")),
    Column("description_en", "Mô tả tiếng Anh", 2000),
    Column("season_months", "Tháng mùa vụ", 60, aliases=("Mùa vụ",)),
    Column("demonstration", "Dữ liệu trình diễn", 600),
)

#: Columns a register may carry that say nothing about the product: left out without a word.
SILENT_HEADERS: frozenset[str] = frozenset({"stt", "tt", "so thu tu", "ghi chu", "note"})


def fold_header(header: str) -> str:
    """Reduce a header, or a word of a closed list, to plain lower-case letters and digits."""
    decomposed = unicodedata.normalize("NFD", header.replace("đ", "d").replace("Đ", "d"))
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join("".join(s if s.isalnum() else " " for s in bare.casefold()).split())


BY_NAME: dict[str, Column] = {column.name: column for column in COLUMNS}
REQUIRED: tuple[str, ...] = tuple(column.name for column in COLUMNS if column.required)
_BY_HEADER: dict[str, Column] = {
    fold_header(header): column
    for column in COLUMNS
    for header in (column.name, column.label_vi, *column.aliases)
}


def column_for_header(header: str) -> Column | None:
    """The column a header stands for, or None when no column answers to it."""
    return _BY_HEADER.get(fold_header(header))
