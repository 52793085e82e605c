"""Dress each page in the theme of its site."""

from collections.abc import Callable
from functools import cache, partial

from django.http import HttpRequest, HttpResponse

from cms.theming import dressed_in, theme_of


class ThemeMiddleware:
    """Make the page in the theme that its Wagtail site has chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer within the theme."""
        with dressed_in(cache(partial(theme_of, request))):
            return self.get_response(request)
