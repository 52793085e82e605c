"""Which theme dresses a page: the one its Wagtail site has chosen, else the setting's.

A theme is a folder of ``themes/``: templates that replace those of ``themes/base`` of the same
name, and a style sheet ``static/<name>/theme.css`` that sets tokens anew. What it lacks is base's.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.http import HttpRequest
from django.template.loaders import cached, filesystem
from wagtail.models import Site

BASE = "base"
THEMES_KEPT_FOR = 60
_CACHE_KEY = "themes-by-host"
_DEFAULT_SITE = "*"
_active: ContextVar[Callable[[], str]] = ContextVar("theme")


def theme_names() -> list[str]:
    """Return the names of all themes, base first."""
    folders = {path.name for path in settings.THEMES_FOLDER.iterdir() if path.is_dir()}
    return [BASE, *sorted(folders - {BASE})]


def active_theme() -> str:
    """Return the theme of the page that is being made."""
    ask = _active.get(None)
    return ask() if ask else settings.THEME


@contextmanager
def dressed_in(theme: str | Callable[[], str]) -> Iterator[None]:
    """Make pages in ``theme`` within the block; what returns it is asked by the first template."""
    token = _active.set(theme if callable(theme) else lambda: theme)
    try:
        yield
    finally:
        _active.reset(token)


def theme_of(request: HttpRequest) -> str:
    """Return the theme of the site that ``request`` asks; no query but once a minute."""
    chosen = cache.get_or_set(_CACHE_KEY, _themes_by_host, THEMES_KEPT_FOR)
    host, _, port = request.get_host().partition(":")
    for key in (f"{host}:{port or request.get_port()}", host, _DEFAULT_SITE):
        if key in chosen:
            return chosen[key] or settings.THEME
    return settings.THEME


def forget_themes() -> None:
    """Ask the sites anew, after an editor changed one."""
    cache.delete(_CACHE_KEY)


@lru_cache
def stylesheet_of(theme: str) -> str:
    """Return the path of the theme's own style sheet among the static files, "" without one."""
    path = f"{theme}/theme.css"
    return path if theme != BASE and finders.find(path) else ""


def _themes_by_host() -> dict[str, str]:
    """Return the chosen theme by ``host:port``, by host, and of the site that gets the rest.

    The same three steps in which Wagtail finds the site of a request.
    """
    themes: dict[str, str] = {}
    sites = Site.objects.order_by("-is_default_site", "pk")
    for site in sites.values("hostname", "port", "is_default_site", "sitetheme__theme"):
        theme = site["sitetheme__theme"] or ""
        themes[f"{site['hostname']}:{site['port']}"] = theme
        themes.setdefault(site["hostname"], theme)
        if site["is_default_site"]:
            themes[_DEFAULT_SITE] = theme
    return themes


class ThemeLoader(filesystem.Loader):
    """Templates of the active theme, then of the base theme."""

    def get_dirs(self) -> list[Path]:
        """Return the two folders in which templates are looked for."""
        names = dict.fromkeys([active_theme(), BASE])
        return [settings.THEMES_FOLDER / name / "templates" for name in names]


class CachedLoader(cached.Loader):
    """Django's cached loader, with one cache for each theme."""

    def cache_key(self, template_name: str, skip: list | None = None) -> str:
        """Return Django's key with the theme before it."""
        return f"{active_theme()}:{super().cache_key(template_name, skip)}"
