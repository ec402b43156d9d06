"""The columns search read before it had its own table."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reader", "0005_seed_equivalents")]

    operations = [
        migrations.RemoveField("story", "exact_text"),
        migrations.RemoveField("story", "folded_text"),
    ]
