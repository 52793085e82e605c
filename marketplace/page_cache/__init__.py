"""Whole pages kept for visitors of whom nothing is known, forgotten as soon as anything changes."""
