"""The top: selling, and putting it all together."""

from marketplace.celery import app as celery_app

__all__ = ["celery_app"]
