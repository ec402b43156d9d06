from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.contrib.staticfiles import apps as staticfiles_apps
from django.utils.functional import cached_property

from articles.editor import unserved


class NewsroomConfig(AppConfig):
    name = "newsroom"
    default = True


class DeskAdminConfig(admin_apps.AdminConfig):
    """Django's admin with our site: its name, its navigation and its security policy."""

    default = False
    default_site = "newsroom.desk.DeskSite"


class StaticFilesConfig(staticfiles_apps.StaticFilesConfig):
    """Collects everything but the editor's files that nobody asks for: see docs/SECURITY.md."""

    default = False

    @cached_property
    def ignore_patterns(self) -> list[str]:
        return [*staticfiles_apps.StaticFilesConfig.ignore_patterns, *unserved()]
