"""Addresses that sections had."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_about_pages"),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerSectionSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="articles.section",
                    ),
                ),
            ],
            options={
                "verbose_name": "former address of a section",
                "verbose_name_plural": "former addresses of sections",
            },
        ),
    ]
