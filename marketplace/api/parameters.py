"""The query parameters as OpenAPI tells them, and the reading of plain numbers."""

from typing import Any

from marketplace.api.problems import BadParametersError
from search.query import (
    MAX_PAGE,
    MAX_PAGE_SIZE,
    MAX_PRICE,
    MAX_QUERY_LENGTH,
    PAGE_SIZE,
    STARS,
    Fault,
    MultiValue,
    ParameterFault,
    PriceBand,
    Sort,
    clean,
)

_WORDS = {"type": "string"}


def _parameter(
    name: str, description: str, schema: dict[str, Any], *, required: bool = False
) -> dict[str, Any]:
    return {
        "in": "query",
        "name": name,
        "description": description,
        "required": required,
        "schema": schema,
    }


def _number(lowest: int, highest: int, default: int | None = None) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": lowest, "maximum": highest}
    return schema if default is None else schema | {"default": default}


def _many(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_PAGE = [
    _parameter("page", "Page, from 1.", _number(1, MAX_PAGE, 1)),
    _parameter("page_size", "Results on a page.", _number(1, MAX_PAGE_SIZE, PAGE_SIZE)),
]
PAGE_PARAMETERS = {"parameters": _PAGE}
PRODUCT_PARAMETERS = {
    "parameters": [
        _parameter("q", "Words, accented or not.", _WORDS | {"maxLength": MAX_QUERY_LENGTH}),
        _parameter("region", "Region slugs; repeated means or.", _many(_WORDS)),
        _parameter("province", "Province slugs, today's or old.", _many(_WORDS)),
        _parameter("commune", "Commune codes.", _many(_WORDS)),
        _parameter("category", "Category slugs; what is below is included.", _many(_WORDS)),
        _parameter("group", "OCOP groups.", _many(_WORDS)),
        _parameter("stars", "Stars.", _many({"type": "integer", "enum": list(STARS)})),
        _parameter("partner", "Seller slugs.", _many(_WORDS)),
        _parameter("price", "Price bands in đồng.", _many({"enum": [*map(str, PriceBand)]})),
        _parameter("price_min", "Lowest price in đồng.", _number(0, MAX_PRICE)),
        _parameter("price_max", "Highest price in đồng.", _number(0, MAX_PRICE)),
        _parameter("in_stock", "1 for what can be had at once.", {"type": "boolean"}),
        _parameter("in_season", "1 for what is in season this month.", {"type": "boolean"}),
        _parameter("sort", "Order.", {"enum": [*map(str, Sort)], "default": "relevance"}),
        *_PAGE,
    ]
}  # fmt: skip
SUGGEST_PARAMETERS = {
    "parameters": [
        _parameter("q", "The beginning of a query.", _WORDS),
        _parameter("limit", "At most so many.", _number(1, 20, 8)),
        _parameter("lang", "Language of labels and addresses.", {"enum": ["vi", "en"]}),
    ]
}
COMMUNE_PARAMETERS = {
    "parameters": [_parameter("province", "A province's slug.", _WORDS, required=True)]
}


def read_number(
    parameters: MultiValue, name: str, *, default: int, highest: int, lowest: int = 1
) -> int:
    """Return one whole number. Raises `BadParametersError` for what is none or out of range."""
    values = parameters.getlist(name)
    text = clean(values[-1]) if values else ""
    if not text:
        return default
    if not (text.isascii() and text.isdecimal()):
        raise BadParametersError.of_faults([ParameterFault(name, text[:80], Fault.NOT_A_NUMBER)])
    if len(text) > 15 or not lowest <= int(text) <= highest:
        raise BadParametersError.of_faults([ParameterFault(name, text[:80], Fault.OUT_OF_RANGE)])
    return int(text)
