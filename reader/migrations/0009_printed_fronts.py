"""The fronts that editors arranged, as printed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reader", "0008_corrections_and_relations"),
        ("fronts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PrintedFront",
            fields=[
                (
                    "front",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="fronts.front",
                    ),
                ),
                ("content", models.JSONField()),
            ],
        ),
    ]
