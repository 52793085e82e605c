"""The states of a partner on this marketplace, and the moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.kernel.moves import Moves


class PartnerState(models.TextChoices):
    """Only an active partner sells; the others prepare, or wait."""

    APPLIED = "applied", _("Đã đăng ký")
    ACTIVE = "active", _("Đang bán")
    SUSPENDED = "suspended", _("Tạm ngừng")


PARTNER_MOVES = Moves(
    "partner",
    {
        PartnerState.APPLIED: frozenset({PartnerState.ACTIVE}),
        PartnerState.ACTIVE: frozenset({PartnerState.SUSPENDED}),
        PartnerState.SUSPENDED: frozenset({PartnerState.ACTIVE}),
    },
)


class PartnerKind(models.TextChoices):
    """Who may be an OCOP subject: Decision 26/2026/QĐ-TTg Art. 2."""

    COOPERATIVE = "cooperative", _("Hợp tác xã")
    COOPERATIVE_GROUP = "cooperative_group", _("Tổ hợp tác")
    COMPANY = "company", _("Doanh nghiệp nhỏ và vừa")
    FARM = "farm", _("Trang trại")
    HOUSEHOLD = "household", _("Hộ kinh doanh")
    ASSOCIATION = "association", _("Hội, trung tâm điều hành du lịch")


class TeamRole(models.TextChoices):
    """What a member of a partner's team may do at its desk."""

    OWNER = "owner", _("Chủ gian hàng")
    ORDERS = "orders", _("Xử lý đơn hàng")
    LISTINGS = "listings", _("Quản lý sản phẩm")
