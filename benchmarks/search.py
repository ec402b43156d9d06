"""How long a search takes: `python benchmarks/search.py [STORIES] [--keep]`, 10,000 unless told.

Runs on the database server of DATABASE_URL, in a test database of its own; on SQLite that is a file
beside the one DATABASE_URL names. Interrupted, it goes on where it stopped; with --keep the
database stays, for a run with as many stories or more. Prints p50 and p95 of the whole search (form
to marked snippets, without the template) and how many times the cheapest query each one costs.
"""

# ruff: noqa: T201, S311, E402, SIM905
import argparse
import os
import random
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import accumulate, product
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django

django.setup()

from django.db import connection, transaction
from django.http import QueryDict
from tqdm import tqdm

from articles.models import Article, Event, Revision, Section
from reader.models import Story, StoryText
from reader.search import finding
from reader.search.form import names
from reader.search.texts import text_of
from vietnamese.folding import fold

ROUNDS = 40
SYLLABLES = 400  # in a text
BATCH = 500
START = datetime(2015, 1, 1, tzinfo=UTC)
APART = timedelta(minutes=15)

ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x".split()
RIMES = (
    "a ai an ang anh ao ă ăn ăng â ân âng âu e en eo ê ên i in inh o oi on ong ô ôi ông ơ ơi u un "
    "uôi ư ưng ươi ương ước á ài án áng ành áo ắn ấn ầu ẻ èn ế ì ính ọ ói òn ống ớ ời ụ ứ ượng"
).split()
# A language's few common syllables and many less common ones.
EVERY = [onset + rime for onset, rime in product(ONSETS, RIMES)]
WEIGHTS = list(accumulate(1 / (place + 3) for place in range(len(EVERY))))
# In texts alone: every how many-th story has it.
PLANTED = {"khuỷm": 200, "khuýp": 5_000}
SECTIONS = ("Mục lớn", "Mục vừa", "Mục nhỏ")
AUTHORS = 200


def queries() -> dict[str, dict[str, str]]:
    """What is measured: fields of the form by their names in the code."""
    common = EVERY[5]
    # Each is in most texts; side by side in about one of a hundred.
    seldom_beside = f'"{EVERY[20]} {EVERY[30]}"'
    typed = {
        "common": common,
        "three common": f"{common} {EVERY[8]} {EVERY[70]}",
        "phrase, common": f'"{EVERY[0]} {EVERY[1]}"',
        "phrase, seldom, of common": seldom_beside,
        "phrase, nowhere, of common": f'"{EVERY[90]} {EVERY[91]} {EVERY[92]}"',
        "phrase of the commonest": f'"{" ".join([EVERY[0]] * 5)}"',
        "middling": EVERY[1000],
        "one of 200": "khuỷm",
        "rare": "khuýp",
        "rare and common": f"khuýp {common}",
        "nothing": "zzzỷq",
        "nothing, of common": f"zzzỷq {common}",
    }
    asked = {}
    for name, q in typed.items():
        asked[name] = {"q": q}
        asked[f"{name}, bare"] = {"q": fold(q)}
        asked[f"{name}, newest"] = {"q": q, "order": "newest"}
    filters = {
        "large section": {"section": "muc-lon"},
        "small section": {"section": "muc-nho"},
        "one author": {"author": author(7)},
        "an early week": {"since": "2015-02-01", "until": "2015-02-07"},
    }
    for filtered, fields in filters.items():
        for name in ("common", "phrase, seldom, of common", "one of 200", "nothing"):
            asked[f"{name}, {filtered}"] = {"q": typed[name], **fields}
        asked[f"common, {filtered}, newest"] = {"q": common, "order": "newest", **fields}
    last = str(finding.MOST_PAGES)
    asked["common, last page"] = {"q": common, "page": last}
    asked["common, bare, last page"] = {"q": fold(common), "page": last}
    asked["phrase, seldom, of common, last page"] = {"q": seldom_beside, "page": last}
    asked["no section of that name"] = {"q": common, "section": "khong-co"}
    return asked


# --- the stories ------------------------------------------------------------------------------


def author(number: int) -> str:
    return f"{EVERY[300 + number]} {EVERY[500 + number]}"


def row(number: int, sections: list[Section]) -> tuple[Story, str]:
    """The same story for the same number, whenever it is made. A hundredth is in the last one."""
    chance = random.Random(number)
    words = chance.choices(EVERY, cum_weights=WEIGHTS, k=SYLLABLES + 42)
    headline, standfirst, text = " ".join(words[:12]), " ".join(words[12:42]), words[42:]
    text += [syllable for syllable, every in PLANTED.items() if number % every == 0]
    signed = {"author": 0, "slug": "", "name": author(number % AUTHORS)}
    at = START + number * APART
    story = Story(
        section=sections[2 if number % 100 == 50 else number % 2],
        slug="bai", title=headline, headline=headline, standfirst=standfirst,
        body=f"<p>{' '.join(text)}</p>", published_at=at, updated_at=at,
        byline=[{"prefix": "", "names": [signed], "joiner": "", "suffix": ""}],
    )  # fmt: skip
    return story, " ".join(text)


def fill(number: int) -> None:
    """Up to so many stories; those that are there stay."""
    sections = [Section.objects.get_or_create(name=name)[0] for name in SECTIONS]
    there = Story.objects.count()
    with tqdm(total=number, initial=there, unit=" stories", smoothing=0.05) as bar:
        for start in range(there + 1, number + 1, BATCH):
            numbers = range(start, min(start + BATCH, number + 1))
            write({each: row(each, sections) for each in numbers})
            bar.update(len(numbers))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


@transaction.atomic
def write(rows: dict[int, tuple[Story, str]]) -> None:
    articles = {
        number: Article(
            pk=number, headline=story.headline, section=story.section,
            status=Article.Status.PUBLISHED,
        )
        for number, (story, _text) in rows.items()
    }  # fmt: skip
    Article.objects.bulk_create(articles.values())
    for number, (story, _text) in rows.items():
        story.article = articles[number]
        story.revision = Revision(
            article=story.article, number=1, event=Event.PUBLISHED, content={}, at=START
        )
    Revision.objects.bulk_create(story.revision for story, _text in rows.values())
    for story, _text in rows.values():
        story.revision_id = story.revision.pk
    Story.objects.bulk_create(story for story, _text in rows.values())
    StoryText.objects.bulk_create(text_of(story, text) for story, text in rows.values())


# --- the clock --------------------------------------------------------------------------------


def measure(fields: dict[str, str], sections: list[dict]) -> tuple[list[float], int]:
    """Milliseconds of each round, and how many stories stood on the page."""
    called = names()
    data = QueryDict(mutable=True)
    data.update({called[name]: value for name, value in fields.items()})
    if "order" in fields:
        data[called["order"]] = called["newest"]
    taken = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        answer = finding.answer(data, sections)
        taken.append((time.perf_counter() - start) * 1000)
    return taken, len(answer.found)


def report() -> None:
    sections = [{"id": one.pk, "slug": one.slug, "children": []} for one in Section.objects.all()]
    taken = {name: measure(fields, sections) for name, fields in tqdm(queries().items())}
    cheapest = min(quantiles(one, n=20)[9] for one, _shown in taken.values())
    print(f"{connection.vendor}, {Story.objects.count():,} stories, milliseconds")
    print(f"{'query':44}{'p50':>8}{'p95':>8}{'× cheapest':>12}{'shown':>7}")
    for name, (one, shown) in taken.items():
        p50, p95 = quantiles(one, n=20)[9], quantiles(one, n=20)[18]
        print(f"{name:44}{p50:8.1f}{p95:8.1f}{p50 / cheapest:12.1f}{shown:7}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="?", type=int, default=10_000)
    parser.add_argument("--keep", action="store_true", help="leave the database for another run")
    told = parser.parse_args()
    former = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = f"{former}.benchmark"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, keepdb=True, serialize=False)
    fill(told.stories)
    report()
    connection.creation.destroy_test_db(former, verbosity=0, keepdb=told.keep)


if __name__ == "__main__":
    main()
