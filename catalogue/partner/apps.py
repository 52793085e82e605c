"""Fork of Oscar's partner."""

from oscar.apps.partner.apps import PartnerConfig as OscarPartnerConfig


class PartnerConfig(OscarPartnerConfig):
    """Oscar's partner, ours where the shop needs it."""

    name = "catalogue.partner"
