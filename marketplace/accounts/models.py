"""The user model, ours before the first migration."""

from oscar.apps.customer.abstract_models import AbstractUser


class User(AbstractUser):
    """A person who signs in by e-mail: buyer, team member of a partner, office, operator."""
