"""Oscar's payment admin, unchanged."""

from oscar.apps.payment.admin import *
