"""Addresses and patterns of earlier websites."""

from django.db import migrations, models

import vietnamese.fields


class Migration(migrations.Migration):
    dependencies = [
        ("reader", "0010_readings"),
    ]

    operations = [
        migrations.CreateModel(
            name="OldAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "path",
                    vietnamese.fields.TextLine(
                        help_text="The path it had, such as /rss/home.htm; upper and lower case are one.",
                        max_length=300,
                        unique=True,
                        verbose_name="old address",
                    ),
                ),
                (
                    "leads_to",
                    vietnamese.fields.TextLine(
                        help_text="A path of this site, such as /kinh-te/.",
                        max_length=300,
                        verbose_name="leads to",
                    ),
                ),
            ],
            options={
                "verbose_name": "old address",
                "verbose_name_plural": "old addresses",
                "ordering": ["path"],
            },
        ),
        migrations.CreateModel(
            name="OldPattern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pattern",
                    vietnamese.fields.TextLine(
                        help_text="Such as /channel/*/*/*-{number}/: * stands for anything without a slash, {number} for the story's old number.",
                        max_length=300,
                        unique=True,
                        verbose_name="pattern",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=10, verbose_name="order")),
            ],
            options={
                "verbose_name": "pattern of old addresses",
                "verbose_name_plural": "patterns of old addresses",
                "ordering": ["order", "pk"],
            },
        ),
    ]
