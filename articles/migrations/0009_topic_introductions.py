"""A topic has a page with an introduction."""

from django.db import migrations

import vietnamese.fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_former_section_slugs"),
    ]

    operations = [
        migrations.AddField(
            model_name="topic",
            name="intro",
            field=vietnamese.fields.Prose(
                blank=True,
                db_default="",
                help_text="Printed on the topic's page.",
                max_length=600,
                verbose_name="introduction",
            ),
        ),
    ]
