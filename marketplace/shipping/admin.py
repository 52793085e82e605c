"""Oscar's shipping admin, unchanged."""

from oscar.apps.shipping.admin import *
