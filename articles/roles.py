"""The roles of a Vietnamese newsroom: each is a group of the same name, made by a migration."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Key and, in Vietnamese, the group's name in the database."""

    CONTRIBUTOR = "Cộng tác viên", _("contributor")
    REPORTER = "Phóng viên", _("reporter")
    EDITOR = "Biên tập viên", _("editor")
    SECTION_HEAD = "Trưởng ban", _("section head")
    SECRETARY = "Thư ký tòa soạn", _("managing secretary")
    DEPUTY_EDITOR = "Phó Tổng Biên tập", _("deputy editor-in-chief")
    EDITOR_IN_CHIEF = "Tổng Biên tập", _("editor-in-chief")
    PHOTO_DESK = "Ban ảnh", _("photo desk")
    BUSINESS = "Trị sự", _("business office")
