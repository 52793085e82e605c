"""What the cms hears of."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Site

from cms.models import SiteTheme
from cms.theming import forget_themes


@receiver([post_save, post_delete], sender=SiteTheme)
@receiver([post_save, post_delete], sender=Site)
def forget_chosen_themes(**kwargs: Any) -> None:
    """A site was changed: its theme may be another from now on."""
    forget_themes()
