"""A front that was launched is not deleted with its section. Nothing changes in the database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("fronts", "0002_rights")]

    operations = [
        migrations.AlterField(
            model_name="launch",
            name="front",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="launches",
                to="fronts.front",
            ),
        ),
    ]
