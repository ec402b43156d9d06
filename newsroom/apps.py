from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class NewsroomConfig(AppConfig):
    name = "newsroom"
    default = True


class DeskAdminConfig(admin_apps.AdminConfig):
    """Django's admin with our site: its name, its navigation and its security policy."""

    default = False
    default_site = "newsroom.desk.DeskSite"
