"""Rights that come with a new noun, handed to the newsroom's groups by a migration."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations


def change_rights(
    apps: Any, label: str, rights: Iterable[str], groups: Iterable[str], way: str
) -> None:
    """`way` is "add" or "remove". A group or right that does not exist is passed over."""
    # Permissions are made after all migrations; these groups need theirs now.
    config = apps.get_app_config(label)
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label=label, codename__in=list(rights)
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=list(groups)):
        getattr(group.permissions, way)(*permissions)


def grant(label: str, rights: Iterable[str], *, to: Iterable[str]) -> migrations.RunPython:
    """The operation that gives an app's rights to groups, and takes them back when reversed."""

    def give(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
        change_rights(apps, label, rights, to, "add")

    def take(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
        change_rights(apps, label, rights, to, "remove")

    return migrations.RunPython(give, take)
