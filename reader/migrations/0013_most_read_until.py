"""When a place among the most read ends, though nobody reckons; those of before do not say."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reader", "0012_chiefs_keep_old_addresses")]

    operations = [
        migrations.AddField(
            model_name="mostread", name="until", field=models.DateTimeField(null=True)
        ),
    ]
