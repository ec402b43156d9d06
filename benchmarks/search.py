"""How long a search takes: `python benchmarks/search.py [STORIES]`, 10,000 unless told.

Runs on the database server of DATABASE_URL, in a test database of its own that is thrown away.
Prints p50 and p95 of the whole search (form to marked snippets, without the template) and how many
times the cheapest query each one costs.
"""

# ruff: noqa: T201, S311, E402, SIM905
import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django

django.setup()

from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone
from tqdm import tqdm

from articles.models import Article, Event, Revision, Section
from reader.models import Story, StoryText
from reader.search import finding
from reader.search.form import names
from reader.search.texts import text_of

ROUNDS = 40
SYLLABLES = 400  # in a text
BATCH = 500

ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x".split()
RIMES = (
    "a ai an ang anh ao ă ăn ăng â ân âng âu e en eo ê ên i in inh o oi on ong ô ôi ông ơ ơi u un "
    "uôi ư ưng ươi ương ước á ài án áng ành áo ắn ấn ầu ẻ èn ế ì ính ọ ói òn ống ớ ời ụ ứ ượng"
).split()
RARE = "khuýp"

QUERIES = {
    "common": "{common}",
    "common, bare": "{common_bare}",
    "three common": "{three}",
    "three common, bare": "{three_bare}",
    "phrase of two common": '"{two}"',
    "rare": RARE,
    "rare, bare": "khuyp",
    "rare and common": f"{RARE} {{common}}",
    "nothing": "zzzyq",
    "nothing, marked": "zzzỷq",
}


def words(number: int) -> list[str]:
    """A language's few common syllables and many less common ones."""
    every = [onset + rime for onset in ONSETS for rime in RIMES]
    return random.choices(every, weights=[1 / (place + 3) for place in range(len(every))], k=number)


def stories(number: int) -> Iterator[tuple[Article, Story, str]]:
    section = Section.objects.create(name="Mục")
    now = timezone.now()
    for count in range(1, number + 1):
        text = words(SYLLABLES)
        if count % 5_000 == 0:
            text.append(RARE)
        at = now - timedelta(minutes=number - count)
        headline = " ".join(words(12)).capitalize()
        article = Article(
            pk=count, headline=headline, section=section, status=Article.Status.PUBLISHED
        )
        body = f"<p>{' '.join(text)}</p>"
        story = Story(
            article=article, section=section, slug="bai", title=headline, headline=headline,
            standfirst=" ".join(words(30)), body=body, published_at=at, updated_at=at,
        )  # fmt: skip
        yield article, story, " ".join(text)


def fill(number: int) -> None:
    batch: list[tuple[Article, Story, str]] = []
    for row in tqdm(stories(number), total=number, unit=" stories"):
        batch.append(row)
        if len(batch) == BATCH:
            write(batch)
            batch = []
    write(batch)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@transaction.atomic
def write(batch: list[tuple[Article, Story, str]]) -> None:
    Article.objects.bulk_create(article for article, _story, _text in batch)
    revisions = [
        Revision(article=article, number=1, event=Event.PUBLISHED, content={}, at=timezone.now())
        for article, _story, _text in batch
    ]
    Revision.objects.bulk_create(revisions)
    for (_article, story, _text), revision in zip(batch, revisions, strict=True):
        story.revision = revision
    Story.objects.bulk_create(story for _article, story, _text in batch)
    StoryText.objects.bulk_create(text_of(story, text) for _article, story, text in batch)


def measure(query: str, *, newest: bool, page: int = 1) -> list[float]:
    called = names()
    data = QueryDict(mutable=True)
    data["q"] = query
    if newest:
        data[called["order"]] = called["newest"]
    if page > 1:
        data[called["page"]] = str(page)
    taken = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        finding.answer(data, [])
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def report() -> None:
    every = [onset + rime for onset in ONSETS for rime in RIMES]
    fillers = {
        "common": every[5], "common_bare": "bang",
        "three": " ".join([every[5], every[8], every[70]]), "three_bare": "bang ban chanh",
        "two": f"{every[0]} {every[1]}",
    }  # fmt: skip
    rows = [
        (f"{name}{', newest' if newest else ''}", query.format(**fillers), newest, 1)
        for newest in (False, True)
        for name, query in QUERIES.items()
    ]
    rows.append(("common, last page", fillers["common"], False, finding.MOST_PAGES))
    taken = {name: measure(query, newest=newest, page=page) for name, query, newest, page in rows}
    cheapest = min(quantiles(one, n=20)[9] for one in taken.values())
    print(f"{connection.vendor}, {Story.objects.count():,} stories, milliseconds")
    print(f"{'query':32}{'p50':>8}{'p95':>8}{'× cheapest':>12}")
    for name, one in taken.items():
        p50, p95 = quantiles(one, n=20)[9], quantiles(one, n=20)[18]
        print(f"{name:32}{p50:8.1f}{p95:8.1f}{p50 / cheapest:12.1f}")


def main() -> None:
    random.seed(1)
    former = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        fill(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
        report()
    finally:
        connection.creation.destroy_test_db(former, verbosity=0)


if __name__ == "__main__":
    main()
