"""Errors as `application/problem+json` (RFC 9457), with the name of the parameter at fault."""

import json
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from search.query import ParameterFault
from search.wording import fault_sentence

TITLES = {400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}


class ParameterProblem(Schema):
    """What is wrong with one value of one parameter."""

    parameter: str
    value: str
    code: str
    detail: str


class Problem(Schema):
    """An error as RFC 9457 describes it."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ParameterProblem] = []


class BadParametersError(Exception):
    """Some parameters do not hold; ``problems`` says which and why."""

    def __init__(self, problems: list[ParameterProblem]) -> None:
        super().__init__(", ".join(problem.parameter for problem in problems))
        self.problems = problems

    @classmethod
    def of_faults(cls, faults: Iterable[ParameterFault]) -> "BadParametersError":
        """Return the error for what `search.query` refused."""
        return cls(
            [
                ParameterProblem(
                    parameter=fault.name,
                    value=fault.value,
                    code=fault.fault.value,
                    detail=fault_sentence(fault),
                )
                for fault in faults
            ]
        )


def problem(status: int, detail: str, errors: Iterable[ParameterProblem] = ()) -> HttpResponse:
    """Return the answer for an error."""
    body = Problem(
        type="about:blank",
        title=TITLES.get(status, "Error"),
        status=status,
        detail=detail,
        errors=list(errors),
    )
    text = json.dumps(body.model_dump(), ensure_ascii=False)
    return HttpResponse(text, status=status, content_type="application/problem+json")


def answer_problems(api: NinjaAPI) -> None:
    """Make ``api`` answer its errors as problems."""
    api.add_exception_handler(BadParametersError, _bad_parameters)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(HttpError, _http_error)


def _bad_parameters(_request: HttpRequest, error: BadParametersError) -> HttpResponse:
    return problem(400, _("Có tham số không hợp lệ."), error.problems)


def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    problems = [
        ParameterProblem(
            parameter=str(each["loc"][-1]), value="", code=each["type"], detail=each["msg"]
        )
        for each in error.errors
    ]
    return problem(400, _("Có tham số không hợp lệ."), problems)


def _not_found(_request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, str(error) or _("Không có gì ở địa chỉ này."))


def _http_error(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, error.message)
