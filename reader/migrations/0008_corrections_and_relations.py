"""Print corrections, related stories and pictures with a story."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_related_stories"),
        ("fronts", "0001_initial"),
        ("reader", "0007_chiefs_keep_equivalents"),
    ]

    operations = [
        migrations.AddField(
            model_name="story",
            name="corrections",
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
        migrations.AddField(
            model_name="story",
            name="pictures",
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
        migrations.AddField(
            model_name="story",
            name="related",
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
        migrations.CreateModel(
            name="StoryCorrection",
            fields=[
                (
                    "correction",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="articles.correction",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("slip", "correction of a slip"),
                            ("formal", "formal correction and apology"),
                        ],
                        max_length=10,
                    ),
                ),
                ("content", models.JSONField()),
                ("made_at", models.DateTimeField()),
                ("pinned_until", models.DateTimeField(null=True)),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reader.story",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["-made_at", "-correction"], name="corrections_newest_first"
                    )
                ],
            },
        ),
    ]
