"""Corrections of published stories."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import vietnamese.fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_section_kinds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-changed_at", "-pk"],
                "permissions": [
                    ("publish_article", "Can publish articles"),
                    ("withdraw_article", "Can withdraw published articles"),
                    ("correct_article", "Can publish corrections"),
                ],
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
        migrations.AlterField(
            model_name="revision",
            name="event",
            field=models.CharField(
                choices=[
                    ("saved", "saved"),
                    ("published", "published"),
                    ("republished", "published again"),
                    ("corrected", "corrected"),
                    ("withdrawn", "withdrawn"),
                    ("reinstated", "put back"),
                ],
                max_length=12,
                verbose_name="event",
            ),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        verbose_name="kind",
                    ),
                ),
                (
                    "wrong",
                    vietnamese.fields.Prose(
                        blank=True, max_length=2000, verbose_name="what was wrong"
                    ),
                ),
                ("right", vietnamese.fields.Prose(max_length=2000, verbose_name="what is right")),
                (
                    "apology",
                    vietnamese.fields.Prose(blank=True, max_length=1000, verbose_name="apology"),
                ),
                (
                    "basis",
                    vietnamese.fields.TextLine(
                        blank=True,
                        help_text="The request or decision it rests on. Readers do not see it.",
                        max_length=250,
                        verbose_name="basis",
                    ),
                ),
                (
                    "pinned_until",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="on the front page until",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="made at")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-made_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "slip"),
                            models.Q(
                                models.Q(("wrong", ""), _negated=True),
                                models.Q(("right", ""), _negated=True),
                                models.Q(("apology", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_formal_correction_says_wrong_right_and_sorry",
                        violation_error_message="A formal correction names what was wrong, what is right, and the apology.",
                    )
                ],
            },
        ),
    ]
