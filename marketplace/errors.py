"""Our own pages for what went wrong."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that nothing is here, with a search box and ways on."""
    return render(request, "404.html", status=404)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this page is for others."""
    return render(request, "403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that we failed; nothing is looked up, since anything may be broken.

    So the template is given no request: the context processors read the database.
    """
    return HttpResponseServerError(render_to_string("500.html"))
