from django.apps import AppConfig


class VietnameseConfig(AppConfig):
    """Installed for its static files; it has no tables."""

    name = "vietnamese"
