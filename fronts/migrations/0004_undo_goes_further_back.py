from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("fronts", "0003_launches_are_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="launch",
            name="puts_back",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
    ]
