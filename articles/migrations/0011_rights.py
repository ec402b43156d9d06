"""Who publishes corrections and who writes the pages about the paper."""

from django.db import migrations

from people.rights import grant

HEADS = ["Trưởng ban", "Thư ký tòa soạn", "Phó Tổng Biên tập", "Tổng Biên tập"]
CHIEFS = HEADS[1:]
PAGES = [f"{right}_aboutpage" for right in ("view", "add", "change", "delete")]


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0010_legacy_numbers"),
        ("articles", "0002_roles"),
    ]

    operations = [
        grant("articles", ["view_correction"], to=HEADS),
        grant("articles", ["correct_article", *PAGES], to=CHIEFS),
        grant("articles", PAGES, to=["Trị sự"]),
    ]
