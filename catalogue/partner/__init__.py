"""Cooperatives and other OCOP sellers, their stock and prices."""
