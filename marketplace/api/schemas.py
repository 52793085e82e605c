"""The shapes of the answers; OpenAPI is made from them. Money is whole đồng, days are ISO 8601."""

from datetime import date
from typing import Literal

from ninja import Schema


class ListAnswer(Schema):
    """A page of a list; ``next`` and ``previous`` are its neighbours' addresses."""

    count: int
    next: str | None = None
    previous: str | None = None


class ProvinceOfProduct(Schema):
    """Today's province, and what its land was called before July 2025 if otherwise."""

    code: int
    slug: str
    name: str
    old_names: list[str]


class PartnerName(Schema):
    """A seller."""

    slug: str
    name: str


class CertificateInForce(Schema):
    """The certificate under which a product is sold; it holds to the end of ``expires_on``."""

    number: str
    stars: int
    expires_on: date


class ProductAnswer(Schema):
    """One product in a list. ``category`` is the path of slugs from the top of the tree."""

    id: int
    slug: str
    name: str
    name_en: str
    url: str
    image: str
    price: int | None
    currency: Literal["VND"] = "VND"
    in_stock: bool
    stars: int
    group: str
    category: list[str]
    province: ProvinceOfProduct | None
    commune: str
    partner: PartnerName
    certificate: CertificateInForce


class CertificateAnswer(Schema):
    """One certificate as it stands today."""

    number: str
    url: str
    stars: int
    state: Literal["in_force", "renewing", "ended", "revoked", "superseded", "not_yet"]
    headline: str
    issuer: str
    decision: str
    issued_on: date
    ends_on: date
    extended_until: date | None
    revoked_on: date | None
    ground: str


class StoryLink(Schema):
    """A story about a product."""

    title: str
    lead: str
    url: str


class Shipping(Schema):
    """What delivery depends on."""

    needs_delivery: bool
    weight_grams: int


class ProductDetail(ProductAnswer):
    """One product with all its page tells. ``lots`` are its published production lots."""

    description: str
    net_quantity: str
    ingredients: str
    storage: str
    shelf_life: str
    season_months: list[int]
    gallery: list[str]
    stories: list[StoryLink]
    certificates: list[CertificateAnswer]
    lots: list[str] = []
    shipping: Shipping


class FacetValue(Schema):
    """How many products a value would give."""

    value: str
    label: str
    count: int


class SearchFacts(Schema):
    """How the answer was found."""

    engine: Literal["elasticsearch", "embedded", "database"]
    took_ms: float
    step: Literal["exact", "keyboard", "fuzzy", "relaxed", "none"]
    corrected: str | None


class ProductList(ListAnswer):
    """A page of products, with the counts around it."""

    results: list[ProductAnswer]
    facets: dict[str, list[FacetValue]]
    search: SearchFacts


class SuggestionAnswer(Schema):
    """One thing that may be meant."""

    kind: Literal["product", "category", "province", "partner", "query"]
    label: str
    url: str
    image: str | None = None


class RegionAnswer(Schema):
    """One of the six regions."""

    slug: str
    name: str
    name_en: str
    url: str
    products: int


class ProvinceAnswer(Schema):
    """One of the 34 provinces and cities."""

    code: int
    slug: str
    name: str
    name_en: str
    kind: str
    region: str
    old_names: list[str]
    url: str
    products: int


class CommuneAnswer(Schema):
    """One commune, ward or special zone."""

    code: str
    name: str
    kind: str


class CategoryAnswer(Schema):
    """One category; ``path`` holds the slugs from the top of the tree to it."""

    id: int
    slug: str
    name: str
    path: list[str]
    url: str
    products: int


class PartnerAnswer(Schema):
    """One seller in a list."""

    slug: str
    name: str
    kind: str
    province: str
    url: str
    products: int


class PartnerDetail(PartnerAnswer):
    """One seller with what the law wants known about it."""

    state: Literal["active", "suspended"]
    legal_name: str
    tax_code: str
    address: str
    phone: str
    email: str
    about: str


class ProductName(Schema):
    """The product that a certificate is about."""

    id: int
    name: str
    url: str


class CertificateCheck(CertificateAnswer):
    """The public check of a certificate: what it is about, and the product's other ones."""

    product: ProductName
    partner: PartnerName | None
    history: list[CertificateAnswer]


class RegionList(ListAnswer):
    """The six regions."""

    results: list[RegionAnswer]


class ProvinceList(ListAnswer):
    """The 34 provinces and cities."""

    results: list[ProvinceAnswer]


class CategoryList(ListAnswer):
    """The public categories."""

    results: list[CategoryAnswer]


class PartnerList(ListAnswer):
    """A page of sellers."""

    results: list[PartnerAnswer]
