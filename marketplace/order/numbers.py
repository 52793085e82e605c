"""Order numbers that can be read aloud and not be guessed."""

import secrets

#: Digits and capitals without those that look or sound like another: 0/O, 1/I/L, 5/S, 8/B, U/V.
ALPHABET = "234679ACDEFGHJKMNPQRTWXYZ"
GROUP = 4


def new_number() -> str:
    """Return a fresh order number such as OC-7K3M-9QTX: 25⁸ (1.5·10¹¹) of them, drawn at random."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(2 * GROUP))
    return f"OC-{letters[:GROUP]}-{letters[GROUP:]}"


def part_number(order_number: str, position: int) -> str:
    """Return the number of the part at ``position``, counted from 1."""
    return f"{order_number}-{position}"
