"""Charges for delivery, per partner."""
