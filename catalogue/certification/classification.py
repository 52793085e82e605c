"""The OCOP classification tree: 6 groups, 17 classes (nhóm) and 26 sets (bộ sản phẩm).

Source: Quyết định 26/2026/QĐ-TTg of 22 May 2026, Annex I; English names are ours.
Tea and coffee are food, not drinks (sets 11 to 13); ornamental plants and animals are a group of
their own. The annex numbers the classes only within a group, and two groups have none of their
own: there the class carries the name of its set or of its group.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProductSet:
    """One of the 26 sets, each with its own scoring criteria. `number` is 1 to 26."""

    number: int
    code: str
    slug: str
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class ProductClass:
    """One of the 17 classes inside a group."""

    code: str
    slug: str
    name_vi: str
    name_en: str
    sets: tuple[ProductSet, ...]


@dataclass(frozen=True, slots=True)
class ProductGroup:
    """One of the 6 groups. `code` is the key used in addresses and facets."""

    code: str
    slug: str
    name_vi: str
    name_en: str
    classes: tuple[ProductClass, ...]


@dataclass(frozen=True, slots=True)
class SetPath:
    """Where a set stands in the tree, from the top down."""

    group: ProductGroup
    product_class: ProductClass
    product_set: ProductSet


def _set(number: int, slug: str, name_vi: str, name_en: str) -> ProductSet:
    return ProductSet(number, f"{number:02d}", slug, name_vi, name_en)


FOOD = ProductGroup(
    "food",
    "thuc-pham",
    "Thực phẩm",
    "Food",
    (
        ProductClass(
            "I.1",
            "thuc-pham-tuoi-song",
            "Thực phẩm tươi sống",
            "Fresh food",
            (
                _set(
                    1,
                    "rau-cu-qua-hat-tuoi",
                    "Rau, củ, quả, hạt tươi",
                    "Fresh vegetables, tubers, fruit and nuts",
                ),
                _set(
                    2,
                    "thit-thuy-san-trung-sua-tuoi",
                    "Thịt, thủy sản, trứng, sữa tươi",
                    "Fresh meat, seafood, eggs and milk",
                ),
            ),
        ),
        ProductClass(
            "I.2",
            "thuc-pham-tho-so-che",
            "Thực phẩm thô, sơ chế",
            "Raw and semi-processed food",
            (
                _set(
                    3,
                    "gao-ngu-coc-hat-so-che",
                    "Gạo, ngũ cốc, hạt sơ chế khác",
                    "Rice, cereals and grains",
                ),
                _set(
                    4,
                    "mat-ong-mat-khac",
                    "Mật ong, mật khác và nông sản thực phẩm khác",
                    "Honey, other nectars and other farm food",
                ),
            ),
        ),
        ProductClass(
            "I.3",
            "thuc-pham-che-bien",
            "Thực phẩm chế biến",
            "Processed food",
            (
                _set(5, "do-an-nhanh", "Đồ ăn nhanh", "Ready food"),
                _set(
                    6,
                    "che-bien-tu-gao-ngu-coc",
                    "Chế biến từ gạo, ngũ cốc",
                    "Made from rice and cereals",
                ),
                _set(
                    7,
                    "che-bien-tu-rau-cu-qua-hat",
                    "Chế biến từ rau, củ, quả, hạt",
                    "Made from vegetables, fruit and nuts",
                ),
                _set(
                    8,
                    "che-bien-tu-thit-trung-sua-thuy-san",
                    "Chế biến từ thịt, trứng, sữa, thủy sản, các sản phẩm từ mật ong, mật khác "
                    "và nông sản thực phẩm khác",
                    "Made from meat, eggs, milk, seafood and honey",
                ),
            ),
        ),
        ProductClass(
            "I.4",
            "gia-vi",
            "Gia vị",
            "Condiments",
            (
                _set(
                    9,
                    "tuong-nuoc-mam-gia-vi-long",
                    "Tương, nước mắm, gia vị dạng lỏng khác",
                    "Sauces, fish sauce and other liquid condiments",
                ),
                _set(
                    10,
                    "gia-vi-khac",
                    "Gia vị khác (muối, hành, tỏi, tiêu)",
                    "Other spices (salt, onion, garlic, pepper)",
                ),
            ),
        ),
        ProductClass(
            "I.5",
            "che",
            "Chè",
            "Tea",
            (
                _set(
                    11,
                    "che-tuoi-che-che-bien",
                    "Chè tươi, chè chế biến",
                    "Fresh and processed tea",
                ),
                _set(
                    12,
                    "tra-tu-thuc-vat-khac",
                    "Sản phẩm trà từ thực vật khác",
                    "Herbal teas",
                ),
            ),
        ),
        ProductClass(
            "I.6",
            "ca-phe-ca-cao",
            "Cà phê, ca cao",
            "Coffee and cocoa",
            (_set(13, "ca-phe-va-ca-cao", "Cà phê, ca cao", "Coffee and cocoa"),),
        ),
    ),
)

BEVERAGE = ProductGroup(
    "beverage",
    "do-uong",
    "Đồ uống",
    "Drinks",
    (
        ProductClass(
            "II.1",
            "do-uong-co-con",
            "Đồ uống có cồn",
            "Alcoholic drinks",
            (
                _set(14, "ruou-trang", "Rượu trắng", "White spirit"),
                _set(
                    15,
                    "do-uong-co-con-khac",
                    "Đồ uống có cồn khác",
                    "Other alcoholic drinks",
                ),
            ),
        ),
        ProductClass(
            "II.2",
            "do-uong-khong-con",
            "Đồ uống không cồn",
            "Non-alcoholic drinks",
            (
                _set(
                    16,
                    "nuoc-khoang-nuoc-dong-chai",
                    "Nước khoáng thiên nhiên, nước uống đóng chai",
                    "Mineral and bottled water",
                ),
                _set(
                    17,
                    "do-uong-khong-con-khac",
                    "Đồ uống không cồn khác",
                    "Other non-alcoholic drinks",
                ),
            ),
        ),
    ),
)

HERBAL = ProductGroup(
    "herbal",
    "duoc-lieu",
    "Dược liệu và sản phẩm từ dược liệu",
    "Medicinal herbs",
    (
        ProductClass(
            "III.1",
            "thuc-pham-chuc-nang-thuoc",
            "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền",
            "Functional food, herbal and traditional medicine",
            (
                _set(
                    18,
                    "thuc-pham-chuc-nang",
                    "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền",
                    "Functional food, herbal and traditional medicine",
                ),
            ),
        ),
        ProductClass(
            "III.2",
            "my-pham",
            "Mỹ phẩm có thành phần từ dược liệu",
            "Cosmetics with herbs",
            (
                _set(
                    19,
                    "my-pham-tu-duoc-lieu",
                    "Mỹ phẩm có thành phần từ dược liệu",
                    "Cosmetics with herbs",
                ),
            ),
        ),
        ProductClass(
            "III.3",
            "tinh-dau-duoc-lieu-khac",
            "Tinh dầu và dược liệu khác",
            "Essential oils and other herbs",
            (
                _set(
                    20,
                    "tinh-dau",
                    "Tinh dầu và dược liệu khác",
                    "Essential oils and other herbs",
                ),
            ),
        ),
    ),
)

HANDICRAFT = ProductGroup(
    "handicraft",
    "thu-cong-my-nghe",
    "Hàng thủ công mỹ nghệ",
    "Handicrafts",
    (
        ProductClass(
            "IV.1",
            "gia-dung-trang-tri",
            "Thủ công mỹ nghệ gia dụng, trang trí",
            "Household and decoration",
            (
                _set(
                    21,
                    "thu-cong-gia-dung-trang-tri",
                    "Thủ công mỹ nghệ gia dụng, trang trí",
                    "Household and decoration",
                ),
            ),
        ),
        ProductClass(
            "IV.2",
            "vai-may-mac",
            "Vải, may mặc",
            "Cloth and garments",
            (_set(22, "vai-va-may-mac", "Vải, may mặc", "Cloth and garments"),),
        ),
    ),
)

ORNAMENTAL = ProductGroup(
    "ornamental",
    "sinh-vat-canh",
    "Sinh vật cảnh",
    "Ornamental plants and animals",
    (
        ProductClass("V.1", "hoa", "Hoa", "Flowers", (_set(23, "hoa-canh", "Hoa", "Flowers"),)),
        ProductClass(
            "V.2",
            "cay-canh",
            "Cây cảnh",
            "Ornamental plants",
            (_set(24, "cay-trong-canh", "Cây cảnh", "Ornamental plants"),),
        ),
        ProductClass(
            "V.3",
            "dong-vat-canh",
            "Động vật cảnh",
            "Ornamental animals",
            (_set(25, "dong-vat-nuoi-canh", "Động vật cảnh", "Ornamental animals"),),
        ),
    ),
)

TOURISM = ProductGroup(
    "tourism",
    "du-lich",
    "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
    "Community and eco-tourism, tourist sites",
    (
        ProductClass(
            "VI.1",
            "du-lich-cong-dong-sinh-thai",
            "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
            "Community and eco-tourism, tourist sites",
            (
                _set(
                    26,
                    "dich-vu-du-lich",
                    "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
                    "Community and eco-tourism, tourist sites",
                ),
            ),
        ),
    ),
)

GROUPS: tuple[ProductGroup, ...] = (
    FOOD,
    BEVERAGE,
    HERBAL,
    HANDICRAFT,
    ORNAMENTAL,
    TOURISM,
)


def iterate_paths() -> Iterator[SetPath]:
    """Every set with its class and group, in the order of the annex."""
    for group in GROUPS:
        for product_class in group.classes:
            for product_set in product_class.sets:
                yield SetPath(group, product_class, product_set)


_PATHS: dict[int, SetPath] = {path.product_set.number: path for path in iterate_paths()}


def path_of_set(number: int) -> SetPath:
    """The group, class and set of set `number` (1 to 26). Raises KeyError for any other number."""
    return _PATHS[number]
