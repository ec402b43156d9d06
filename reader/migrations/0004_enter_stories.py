"""Enter the stories printed before there was a table for search."""

from django.db import migrations

from articles.body import plain_text
from reader.search.texts import text_of


def enter(apps, schema_editor):
    Story = apps.get_model("reader", "Story")
    StoryText = apps.get_model("reader", "StoryText")
    batch = []
    for story in Story.objects.filter(withdrawn_at__isnull=True).iterator(chunk_size=200):
        made = text_of(story, plain_text(story.body))
        names = [one.attname for one in StoryText._meta.concrete_fields]
        batch.append(StoryText(**{name: getattr(made, name) for name in names}))
        if len(batch) == 200:
            StoryText.objects.bulk_create(batch)
            batch = []
    StoryText.objects.bulk_create(batch)


def leave(apps, schema_editor):
    apps.get_model("reader", "StoryText").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("reader", "0003_search_index")]

    operations = [migrations.RunPython(enter, leave)]
