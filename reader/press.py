"""The press: a published revision in, the story readers see out.

The only writer of the printed tables. Printing the same revision twice gives the same rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.addresses import story_slug
from articles.body import plain_text, word_count
from articles.bylines import Signed, phrases
from articles.labels import notes
from articles.models import Article, Revision, Series, Topic
from articles.workflow import Refused
from people.models import Author
from photos.models import Photo
from reader import corrections
from reader.figures import placed_photos, print_body, print_lead, print_pictures
from reader.models import Story, StoryAuthor, StoryPhoto, StoryTopic
from reader.search import texts

# What each part's page says depends on the parts beside it.
NAMED_BY_SERIES = ["label", "headline", "opening_note", "closing_note"]
# The desk waits while so many stories are given a topic's new name.
_HELD_AT_ONCE = 100


@dataclass
class Proof:
    """A story set in type, with the rows its lists need; nothing is written yet."""

    story: Story
    authors: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    photos: list[int] = field(default_factory=list)
    text: str = ""


@transaction.atomic
def print_story(revision: Revision) -> Story:
    """Print a published revision over whatever was printed before. About twenty queries.

    The caller holds the article's row: what was printed from older knowledge would stay. Raises
    Refused when readers have another story under this number of its series.
    """
    proof = _proof(revision)
    _refuse_a_part_taken(proof.story)
    return _print(proof, revision)


@transaction.atomic
def print_withdrawn(printed: Revision, *, withdrawn: Revision) -> None:
    """Print a tombstone again: what it keeps of the revision readers had, and nothing more.

    The caller holds the article's row. Another story may have its part by now.
    """
    _print(_proof(printed), printed)
    take_off(withdrawn)


def print_again(photo: Photo) -> None:
    """Print every live story that shows this photo again, because its words or rights changed."""
    for number in _numbers(StoryPhoto.objects.filter(photo=photo)):
        _print_again(number)


@transaction.atomic
def _print_again(number: int) -> None:
    _hold([number])
    live = Story.objects.live().select_related("revision__article")
    if story := live.filter(pk=number).first():
        print_story(story.revision)


def rename_topic(topic: Topic) -> None:
    """Write a topic's new name on the stories that carry it. Two queries each, and some."""
    tagged = _numbers(StoryTopic.objects.filter(topic=topic))
    for start in range(0, len(tagged), _HELD_AT_ONCE):
        _rename_topic(topic, tagged[start : start + _HELD_AT_ONCE])


@transaction.atomic
def _rename_topic(topic: Topic, numbers: list[int]) -> None:
    _hold(numbers)
    stories = list(Story.objects.live().filter(pk__in=numbers))
    for story in stories:
        for one in story.topics:
            if one["id"] == topic.pk:
                one.update(name=topic.name, slug=topic.slug)
    Story.objects.bulk_update(stories, ["topics"])
    texts.enter_again(stories)


@transaction.atomic
def take_off(revision: Revision) -> None:
    """Leave a tombstone: the address stays known, the text goes, formal corrections stay."""
    story = Story.objects.select_related("series").get(article=revision.article_id)
    story.withdrawn_at = revision.at
    story.withdrawn_because = revision.note
    story.body = story.standfirst = story.kicker = story.subhead = story.source = ""
    story.lead, story.topics, story.byline = None, [], []
    story.corrections = corrections.lasting(story.corrections)
    story.related, story.pictures = [], []
    story.save()
    _index(Proof(story))
    corrections.leave(story)
    if story.series_id:
        name_parts(story.series_id)


def set_type(article: Article, content: dict[str, Any], *, at: datetime) -> Proof:
    """A story from a revision's content, unsaved: for printing, and for preview as it will be."""
    shown = placed_photos(content)
    known = Photo.objects.select_related("photographer").in_bulk(shown)
    library = {number: photo for number, photo in known.items() if photo.is_usable}
    body = print_body(content, library)
    text = plain_text(body)
    topics = list(Topic.objects.filter(pk__in=content["topics"]).order_by("name"))
    story = Story(
        article=article,
        section_id=content["section_id"],
        series_id=content["series_id"],
        part=content["part"],
        slug=story_slug(content["headline"]),
        kicker=content["kicker"],
        title=content["headline"],
        headline=content["headline"],
        subhead=content["subhead"],
        standfirst=content["standfirst"],
        note_override=content["note_override"],
        body=body,
        lead=print_lead(content, library),
        byline=_byline(content["bylines"]),
        topics=[{"name": topic.name, "slug": topic.slug, "id": topic.pk} for topic in topics],
        corrections=corrections.printed(content),
        related=content.get("related", []),
        pictures=print_pictures(content, library),
        source=content["source"],
        legacy_address=content["legacy_address"].lower(),
        legacy_number=content.get("legacy_number", ""),
        words=word_count(text),
        published_at=at,
        updated_at=timezone.now(),
    )
    if story.series_id:
        _name(story, story.series, last=_last_part(story.series_id))
    authors = [row["author_id"] for row in content["bylines"]]
    # A photo out of use is kept in mind: the story is printed again when it comes back.
    return Proof(story, authors, [topic.pk for topic in topics], list(known), text)


def name_parts(series_id: int) -> None:
    """Say on every printed part what it is called now that the series has changed."""
    series = Series.objects.get(pk=series_id)
    last = _last_part(series_id)
    changed = []
    for story in Story.objects.in_series(series).in_part_order():
        before = [getattr(story, name) for name in NAMED_BY_SERIES]
        _name(story, series, last=last)
        if before != [getattr(story, name) for name in NAMED_BY_SERIES]:
            changed.append(story)
    Story.objects.bulk_update(changed, NAMED_BY_SERIES, batch_size=100)
    texts.rename(changed)
    corrections.follow(changed)


def _numbers(places: QuerySet[Any]) -> list[int]:
    """The numbers of the stories in these rows, in the order in which everybody holds them."""
    return list(places.order_by("story_id").values_list("story_id", flat=True))


def _hold(numbers: list[int]) -> None:
    """Hold these articles to the end of the transaction, as every act of the desk does.

    What is read of their stories before may be withdrawn or corrected by the time it is written.
    """
    list(Article.objects.select_for_update().filter(pk__in=numbers).order_by("pk").values("pk"))


def _proof(revision: Revision) -> Proof:
    article = revision.article
    proof = set_type(article, revision.content, at=article.published_at or revision.at)
    proof.story.revision = revision
    proof.story.updated_at = revision.at
    return proof


def _print(proof: Proof, revision: Revision) -> Story:
    story = proof.story
    former = Story.objects.filter(article=revision.article_id).only("series").first()
    story.save(force_insert=former is None, force_update=former is not None)
    _index(proof)
    corrections.enter(story, revision.content)
    for series_id in {former.series_id if former else None, story.series_id}:
        if series_id:
            name_parts(series_id)
    return story


def _name(story: Story, series: Series | None, *, last: int) -> None:
    assert series is not None
    assert story.part is not None
    last = max(last, story.part)
    story.label = series.part_label(story.part, last=last)
    story.headline = f"{series.title} - {story.label}: {story.title}"
    story.opening_note, story.closing_note = notes(
        story.part, last=last, is_complete=series.is_complete, override=story.note_override
    )


def _refuse_a_part_taken(story: Story) -> None:
    """Two stories readers have cannot both be Kỳ I, whatever the desk has made of them since."""
    if story.series_id is None:
        return
    rivals = Story.objects.live().in_series(story.series_id).filter(part=story.part)
    rival = rivals.exclude(pk=story.pk).first()
    if rival:
        sentence = _("Readers have %(label)s of this series already: “%(title)s”.")
        raise Refused([sentence % {"label": rival.label, "title": rival.title}])


def _last_part(series_id: int) -> int:
    """The highest part readers have. What the desk still has in hand changes no printed page."""
    return Story.objects.live().in_series(series_id).aggregate(last=Max("part"))["last"] or 0


def _byline(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The byline by phrases, each name with the address of its author page."""
    signed = [Signed(row["role"], row["display_name"], row["author_id"]) for row in rows]
    authors = Author.objects.in_bulk([one.author for one in signed])
    return [
        {
            "prefix": phrase.prefix,
            "joiner": phrase.joiner,
            "suffix": phrase.suffix,
            "names": [_name_in_print(one, authors.get(one.author or 0)) for one in phrase.names],
        }
        for phrase in phrases(signed)
    ]


def _name_in_print(one: Signed, author: Author | None) -> dict[str, Any]:
    return {
        "name": one.name,
        "author": one.author,
        "slug": author.slug if author else "",
        "kind": author.kind if author else Author.Kind.PERSON,
    }


def _index(proof: Proof) -> None:
    """Write the rows that lists are read from anew."""
    story = proof.story
    for model in (StoryAuthor, StoryTopic, StoryPhoto):
        model.objects.filter(story=story.pk).delete()
    at = story.published_at
    StoryAuthor.objects.bulk_create(
        StoryAuthor(story_id=story.pk, author_id=number, published_at=at)
        for number in dict.fromkeys(proof.authors)
    )
    StoryTopic.objects.bulk_create(
        StoryTopic(story_id=story.pk, topic_id=number, published_at=at) for number in proof.topics
    )
    StoryPhoto.objects.bulk_create(
        StoryPhoto(story_id=story.pk, photo_id=number) for number in proof.photos
    )
    texts.enter(story, proof.text)
