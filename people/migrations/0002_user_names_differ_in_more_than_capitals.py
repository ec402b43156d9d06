import django.db.models.functions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.Lower("username"),
                name="no_two_users_share_a_name_but_for_capitals",
                violation_error_message="Another user has this name; capitals do not count.",
            ),
        ),
    ]
