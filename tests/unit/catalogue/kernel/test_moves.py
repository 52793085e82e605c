import pytest

from catalogue.certification.states import CERTIFICATE_MOVES, CertificateState
from catalogue.kernel.moves import MoveRefused, Moves
from catalogue.partner.states import PARTNER_MOVES, PartnerState
from marketplace.order.states import (
    ORDER_MOVES,
    PARTNER_ORDER_MOVES,
    OrderState,
    PartnerOrderState,
)

LAMP = Moves("lamp", {"off": frozenset({"on"}), "on": frozenset({"off"}), "broken": frozenset()})
MACHINES = [
    (PARTNER_MOVES, PartnerState),
    (CERTIFICATE_MOVES, CertificateState),
    (ORDER_MOVES, OrderState),
    (PARTNER_ORDER_MOVES, PartnerOrderState),
]


def test_a_move_of_the_table_passes():
    LAMP.check("off", "on")

    assert LAMP.after("off") == ("on",)


def test_any_other_move_names_machine_and_states():
    with pytest.raises(MoveRefused) as refusal:
        LAMP.check("broken", "on")

    assert (refusal.value.machine, refusal.value.source, refusal.value.target) == (
        "lamp",
        "broken",
        "on",
    )


def test_states_that_nothing_follows_are_ends():
    assert LAMP.ends() == {"broken"}


@pytest.mark.parametrize(("moves", "states"), MACHINES)
def test_every_machine_has_a_row_for_each_of_its_states_and_leads_to_no_other(moves, states):
    assert set(moves.table) == set(states)
    assert {target for following in moves.table.values() for target in following} <= set(states)
