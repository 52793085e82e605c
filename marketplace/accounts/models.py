"""The user model, ours before the first migration."""

from typing import Any

from oscar.apps.customer.abstract_models import AbstractUser

#: Opens Oscar's dashboard to people who are not staff.
DASHBOARD_FOR_PARTNERS = "partner.dashboard_access"


class User(AbstractUser):
    """A person who signs in by e-mail: buyer, team member of a partner, office, operator."""

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Answer as Django does, but never let a seller into Oscar's dashboard.

        It shows a partner's user the whole of an order of which one line is theirs, buyer and
        other sellers included, and Oscar's own partner pages grant the permission in passing.
        A seller's desk is /seller/.
        """
        if perm == DASHBOARD_FOR_PARTNERS and not self.is_staff:
            return False
        return super().has_perm(perm, obj)
