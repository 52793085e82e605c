"""States as data: a table of allowed moves and the refusal of all others."""

from collections.abc import Mapping
from typing import Generic, TypeVar

State = TypeVar("State", bound=str)


class MoveRefused(Exception):
    """A machine was asked for a move that its table does not allow."""

    def __init__(self, machine: str, source: str, target: str) -> None:
        super().__init__(f"{machine}: {source} → {target}")
        self.machine = machine
        self.source = source
        self.target = target


class Moves(Generic[State]):
    """A named table from each state to the states that may follow it."""

    def __init__(self, machine: str, table: Mapping[State, frozenset[State]]) -> None:
        self.machine = machine
        self.table = table

    def allows(self, source: State, target: State) -> bool:
        """Say whether ``target`` may follow ``source``."""
        return target in self.table[source]

    def check(self, source: State, target: State) -> None:
        """Raise `MoveRefused` unless ``target`` may follow ``source``."""
        if not self.allows(source, target):
            raise MoveRefused(self.machine, source, target)

    def after(self, source: State) -> tuple[State, ...]:
        """Return the states that may follow ``source``, in the table's order of states."""
        return tuple(state for state in self.table if state in self.table[source])

    def ends(self) -> frozenset[State]:
        """Return the states that nothing may follow."""
        return frozenset(state for state, following in self.table.items() if not following)
