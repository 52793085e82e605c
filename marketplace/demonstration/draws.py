"""Choices that look random and are always the same: drawn from a hash of a key."""

from hashlib import sha256


def draw(key: str, below: int) -> int:
    """A whole number from 0 up to, not including, `below`; the same for the same key for ever."""
    return int.from_bytes(sha256(key.encode()).digest()[:8], "big") % below


def draw_between(key: str, lowest: int, highest: int) -> int:
    """A whole number from `lowest` to `highest`, both included."""
    return lowest + draw(key, highest - lowest + 1)
