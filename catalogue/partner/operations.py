"""Every write about partners; nothing else saves them."""

from datetime import datetime
from typing import Any

from django.db import transaction

from catalogue.partner.models import Partner, PartnerChange, TeamMember
from catalogue.partner.states import PARTNER_MOVES, PartnerState, TeamRole


@transaction.atomic
def move_partner(
    *, partner_id: int, to: PartnerState, at: datetime, by: Any = None, reason: str = ""
) -> Partner:
    """Move a partner to the state ``to`` and write down who did it and why.

    Raises `catalogue.kernel.moves.MoveRefused` when the table does not allow it; nothing has
    changed then.
    """
    partner = Partner.objects.select_for_update().get(pk=partner_id)
    source = PartnerState(partner.state)
    PARTNER_MOVES.check(source, to)
    partner.state = to
    partner.save(update_fields=["state"])
    PartnerChange.objects.create(
        partner=partner, from_state=source, to_state=to, at=at, by=by, reason=reason
    )
    return partner


def seat_member(*, partner: Partner, user: Any, role: TeamRole) -> TeamMember:
    """Give ``user`` a seat at the partner's desk, or change the role of the one they have."""
    member, _ = TeamMember.objects.update_or_create(
        partner=partner, user=user, defaults={"role": role}
    )
    return member
