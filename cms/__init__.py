"""Wagtail pages: stories, regions, provinces."""
