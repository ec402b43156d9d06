"""The number a story had on an earlier website."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_topic_introductions"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="legacy_number",
            field=models.CharField(
                blank=True,
                db_default="",
                db_index=True,
                help_text="The number this story had on an earlier website, for patterns of addresses.",
                max_length=40,
                verbose_name="old number",
            ),
        ),
    ]
