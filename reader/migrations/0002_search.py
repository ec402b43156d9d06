"""What search reads gets a table of its own, zone by zone, and editors a table of equivalents."""

import django.db.models.deletion
from django.db import migrations, models

import vietnamese.fields

ZONES = ("headline", "standfirst", "text", "names")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial"), ("reader", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="StoryText",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reader.story",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.section",
                    ),
                ),
                *(
                    (f"{form}_{zone}", models.TextField(blank=True))
                    for zone in ZONES
                    for form in ("folded", "exact")
                ),
            ],
        ),
        migrations.CreateModel(
            name="Equivalent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "spellings",
                    vietnamese.fields.TextLine(
                        help_text="Separated by commas: UBND, ủy ban nhân dân",
                        max_length=300,
                        verbose_name="spellings",
                    ),
                ),
                (
                    "note",
                    vietnamese.fields.TextLine(blank=True, max_length=200, verbose_name="note"),
                ),
            ],
            options={"verbose_name": "equivalent", "verbose_name_plural": "equivalents"},
        ),
    ]
