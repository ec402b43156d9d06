"""Stories an editor puts beside another."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_corrections"),
    ]

    operations = [
        migrations.CreateModel(
            name="Related",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related",
                        to="articles.article",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.article",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "related story",
                "verbose_name_plural": "related stories",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "to"),
                        name="a_story_is_related_once",
                        violation_error_message="This story is in the list already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("article", models.F("to")), _negated=True),
                        name="a_story_is_not_related_to_itself",
                        violation_error_message="A story cannot be related to itself.",
                    ),
                ],
            },
        ),
    ]
