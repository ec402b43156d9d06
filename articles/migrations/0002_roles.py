"""Make the newsroom's groups with their rights. A group that exists keeps what it has."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

APPS = ("people", "masthead", "photos", "articles")
WRITE = [
    "articles.view_article",
    "articles.add_article",
    "articles.change_article",
    "articles.view_section",
    "articles.view_topic",
    "articles.view_series",
    "articles.view_revision",
    "people.view_author",
    "photos.view_photo",
    "photos.add_photo",
]
EDIT = [
    *WRITE,
    "articles.add_topic",
    "articles.change_topic",
    "articles.add_series",
    "articles.change_series",
    "articles.delete_article",
    "people.add_author",
    "people.change_author",
    "photos.change_photo",
]
HEAD = [*EDIT, "articles.publish_article"]
CHIEF = [
    *HEAD,
    "articles.withdraw_article",
    "articles.add_section",
    "articles.change_section",
    "articles.delete_topic",
    "masthead.view_masthead",
    "masthead.view_appointment",
    "masthead.view_position",
    "people.view_person",
]
PHOTOS = [
    "photos.view_photo",
    "photos.add_photo",
    "photos.change_photo",
    "people.view_author",
    "people.add_author",
    "articles.view_article",
    "articles.view_section",
]
OFFICE = [
    f"masthead.{right}_{noun}"
    for noun in ("masthead", "office", "position", "appointment")
    for right in ("view", "add", "change", "delete")
] + [
    "people.view_person",
    "people.add_person",
    "people.change_person",
    "people.view_author",
    "people.add_author",
    "people.change_author",
]
GROUPS = {
    "Cộng tác viên": WRITE,
    "Phóng viên": WRITE,
    "Biên tập viên": EDIT,
    "Trưởng ban": HEAD,
    "Thư ký tòa soạn": CHIEF,
    "Phó Tổng Biên tập": CHIEF,
    "Tổng Biên tập": CHIEF,
    "Ban ảnh": PHOTOS,
    "Trị sự": OFFICE,
}


def make_groups(apps, schema_editor):
    # Permissions are made after all migrations; these groups need them now.
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    group_model = apps.get_model("auth", "Group")
    permission = apps.get_model("auth", "Permission")
    for name, rights in GROUPS.items():
        group, made = group_model.objects.get_or_create(name=name)
        if not made:
            continue
        for right in rights:
            label, codename = right.split(".")
            group.permissions.add(
                permission.objects.get(content_type__app_label=label, codename=codename)
            )


def leave_groups(apps, schema_editor):
    """Groups stay: people may be in them."""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("photos", "0001_initial"),
        ("masthead", "0001_initial"),
        ("people", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, leave_groups)]
