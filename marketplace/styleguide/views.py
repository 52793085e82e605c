"""/styleguide/: every component in every state, in the theme asked for."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cms.theming import active_theme, dressed_in, theme_names
from marketplace.styleguide.examples import GROUPS, Component

#: The tokens of colour by role, as they are shown at the top.
COLOURS = (
    "ground", "surface", "sunken", "raised", "line", "line2", "ink", "ink2", "act", "act-strong",
    "on-act", "soft", "seal", "glow", "on-glow", "ok", "ok-soft", "err", "err-soft", "focus",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """One component as it is printed on the page."""

    name: str
    frame: str
    tag: str
    states: list[tuple[str, SafeString]]


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the components to staff, and to everybody where DEBUG is set.

    ``theme`` names another theme than the site's; an unknown one is the site's.
    """
    if not (settings.DEBUG or request.user.is_staff):
        raise PermissionDenied
    asked = request.GET.get("theme", "")
    with dressed_in(asked if asked in theme_names() else active_theme()):
        groups = [
            (group.title, [_shown(request, each) for each in group.components]) for group in GROUPS
        ]
        context = {
            "groups": groups,
            "colours": COLOURS,
            "themes": theme_names(),
            "theme": active_theme(),
        }
        return render(request, "styleguide/styleguide.html", context)


def _shown(request: HttpRequest, component: Component) -> Shown:
    template = f"components/{component.template}"
    return Shown(
        name=component.template.removesuffix(".html"),
        frame=component.frame,
        tag=component.tag,
        states=[
            (state.name, render_to_string(template, state.context(), request))
            for state in component.states
        ],
    )
