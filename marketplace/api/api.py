"""The API itself: its parts, its errors, its documentation at /api/v1/docs."""

from typing import Any, NoReturn

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest
from ninja import NinjaAPI, Router
from ninja.renderers import JSONRenderer

from marketplace.api.directory import router as directory
from marketplace.api.problems import answer_problems
from marketplace.api.products import router as products


class Utf8Renderer(JSONRenderer):
    """JSON with Vietnamese as it is written."""

    encoder_class = DjangoJSONEncoder
    json_dumps_params: dict[str, Any] = {"ensure_ascii": False}


api = NinjaAPI(
    title="Chợ Phiên",
    version="1.0.0",
    description="Sản phẩm OCOP có giấy chứng nhận còn hiệu lực, nơi làm và người bán.",
    urls_namespace="api",
    renderer=Utf8Renderer(),
)
answer_problems(api)

elsewhere = Router()


@elsewhere.get("/{path:rest}", include_in_schema=False)
def nothing_here(request: HttpRequest, rest: str) -> NoReturn:
    """Answer an unknown address as a problem, not as a page."""
    del request, rest
    raise Http404


for part in (products, directory, elsewhere):
    api.add_router("", part)
