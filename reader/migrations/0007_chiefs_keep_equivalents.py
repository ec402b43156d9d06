"""Let the secretary and the chiefs keep the table of spellings that find each other."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = ["Thư ký tòa soạn", "Phó Tổng Biên tập", "Tổng Biên tập"]


def _rights(apps):
    config = apps.get_app_config("reader")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    permission = apps.get_model("auth", "Permission")
    return list(
        permission.objects.filter(
            content_type__app_label="reader", codename__endswith="_equivalent"
        )
    )


def give(apps, schema_editor):
    rights = _rights(apps)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*rights)


def take(apps, schema_editor):
    rights = _rights(apps)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = [
        ("reader", "0006_story_without_search_text"),
        ("articles", "0002_roles"),
    ]

    operations = [migrations.RunPython(give, take)]
