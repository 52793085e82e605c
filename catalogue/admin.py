"""Oscar's catalogue admin, unchanged."""

from oscar.apps.catalogue.admin import *
