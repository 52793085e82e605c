"""The states of a certificate and the law's words around it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.kernel.moves import Moves


class CertificateState(models.TextChoices):
    """What was decided about a certificate; whether it is in force depends on the day, too.

    Decision 26/2026/QĐ-TTg: recognised (Art. 7), extended while its renewal is being decided
    (Art. 12.3), revoked (Art. 8); superseded by a later one for the same product (Art. 7.5, 7.6).
    """

    RECOGNISED = "recognised", _("Đã công nhận")
    EXTENDED = "extended", _("Đang đánh giá lại")
    SUPERSEDED = "superseded", _("Đã có giấy mới")
    REVOKED = "revoked", _("Đã thu hồi")


CERTIFICATE_MOVES = Moves(
    "certificate",
    {
        CertificateState.RECOGNISED: frozenset(
            {CertificateState.EXTENDED, CertificateState.SUPERSEDED, CertificateState.REVOKED}
        ),
        CertificateState.EXTENDED: frozenset(
            {CertificateState.SUPERSEDED, CertificateState.REVOKED}
        ),
        CertificateState.SUPERSEDED: frozenset(),
        CertificateState.REVOKED: frozenset(),
    },
)

#: A product has at most one certificate in one of these states.
LIVE_STATES = (CertificateState.RECOGNISED, CertificateState.EXTENDED)


class FileKind(models.TextChoices):
    """Kinds of file: Decision 26/2026/QĐ-TTg Art. 5 to 7."""

    FIRST = "first", _("Lần đầu")
    UPGRADE = "upgrade", _("Nâng hạng")
    RE_EVALUATION = "re_evaluation", _("Đánh giá lại")


class IssuerLevel(models.TextChoices):
    """Who signed. Which level may sign for which stars depends on the date: see `rules`."""

    DISTRICT = "district", _("Ủy ban nhân dân cấp huyện")
    PROVINCE = "province", _("Ủy ban nhân dân cấp tỉnh")
    MINISTRY = "ministry", _("Bộ Nông nghiệp và Môi trường")


class RevocationGround(models.TextChoices):
    """Grounds of revocation: Decision 26/2026/QĐ-TTg Art. 8.1."""

    FALSE_FILE = "false_file", _("Hồ sơ không trung thực")
    CRITERIA_LOST = "criteria_lost", _("Không còn đáp ứng tiêu chí")
    LAW_BREACHED = "law_breached", _("Vi phạm pháp luật về chất lượng, an toàn, môi trường, nhãn")
    MARK_MISUSED = "mark_misused", _("Dùng sai nhãn hiệu OCOP")
    PRODUCTION_STOPPED = "production_stopped", _("Chủ thể ngừng sản xuất")
    OTHER_FINDING = "other_finding", _("Theo kết luận khác của cơ quan nhà nước")
