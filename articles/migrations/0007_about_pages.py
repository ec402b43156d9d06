"""Pages about the paper."""

from django.db import migrations, models

import articles.fields
import vietnamese.fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_related_stories"),
    ]

    operations = [
        migrations.CreateModel(
            name="AboutPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    vietnamese.fields.TextLine(max_length=120, unique=True, verbose_name="title"),
                ),
                (
                    "slug",
                    vietnamese.fields.VietnameseSlugField(
                        blank=True,
                        help_text="Part of the page's address. Left empty, it is made from the title.",
                        max_length=100,
                        populate_from="title",
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "summary",
                    vietnamese.fields.TextLine(blank=True, max_length=250, verbose_name="summary"),
                ),
                ("body", articles.fields.BodyField(verbose_name="text")),
                ("order", models.PositiveSmallIntegerField(default=10, verbose_name="order")),
                (
                    "is_shown",
                    models.BooleanField(
                        default=False,
                        help_text="Untick it to write in peace: the address then answers “not found”.",
                        verbose_name="readers see it",
                    ),
                ),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
            ],
            options={
                "verbose_name": "page about the paper",
                "verbose_name_plural": "pages about the paper",
                "ordering": ["order", "pk"],
            },
        ),
    ]
