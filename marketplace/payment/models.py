"""Oscar's payment models, unchanged."""

from oscar.apps.payment.models import *
