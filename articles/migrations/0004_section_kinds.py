"""News, opinion, leading articles, photo stories: how a section looks on the front."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_old_addresses_in_any_case"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="section",
            name="kind",
            field=models.CharField(
                choices=[
                    ("news", "news"),
                    ("opinion", "opinion"),
                    ("editorial", "leading articles"),
                    ("pictures", "photo stories"),
                ],
                db_default="news",
                default="news",
                help_text="How its stories look on the front page: opinion never looks like news.",
                max_length=10,
                verbose_name="kind",
            ),
        ),
    ]
