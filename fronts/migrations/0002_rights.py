"""Heads of section prepare a front; the secretary and the chiefs put it before readers."""

from django.db import migrations

from people.rights import grant

HEADS = ["Trưởng ban", "Thư ký tòa soạn", "Phó Tổng Biên tập", "Tổng Biên tập"]
CHIEFS = HEADS[1:]


def rights(noun: str) -> list[str]:
    return [f"{right}_{noun}" for right in ("view", "add", "change", "delete")]


class Migration(migrations.Migration):
    dependencies = [
        ("fronts", "0001_initial"),
        ("articles", "0002_roles"),
    ]

    operations = [
        grant("fronts", ["view_front", "change_front", *rights("table")], to=HEADS),
        grant("fronts", ["launch_front", "add_front", *rights("breaking")], to=CHIEFS),
    ]
