"""Old addresses as printed, so that no draft of one leads readers anywhere."""

from django.db import migrations, models
from django.db.models import Q


def print_them(apps, schema_editor):
    """From the revision that was printed. Only stories that had an address elsewhere are read."""
    story_model = apps.get_model("reader", "Story")
    had_one = ~Q(article__legacy_address="") | ~Q(article__legacy_number="")
    stories = story_model.objects.filter(had_one).select_related("revision")
    for story in stories.only("pk", "revision").iterator(chunk_size=500):
        content = story.revision.content
        story_model.objects.filter(pk=story.pk).update(
            legacy_address=content.get("legacy_address", "").lower(),
            legacy_number=content.get("legacy_number", ""),
        )


class Migration(migrations.Migration):
    dependencies = [("reader", "0013_most_read_until")]

    operations = [
        migrations.AddField(
            model_name="story",
            name="legacy_address",
            field=models.CharField(blank=True, db_default="", max_length=300),
        ),
        migrations.AddField(
            model_name="story",
            name="legacy_number",
            field=models.CharField(blank=True, db_default="", max_length=40),
        ),
        migrations.RunPython(print_them, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=~Q(legacy_address=""),
                fields=["legacy_address"],
                name="stories_by_old_address",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=~Q(legacy_number=""),
                fields=["legacy_number"],
                name="stories_by_old_number",
            ),
        ),
    ]
