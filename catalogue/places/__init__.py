"""Regions, provinces, communes, and the names they bore before July 2025."""
