"""Rows for tests: only what matters is spelled out, the rest is sensible."""

import io
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from importlib import import_module
from itertools import count
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image

from articles import correcting, publishing, revisions
from articles.models import Article, Byline, Correction, Event, Revision, Section, Series, Topic
from masthead.models import Appointment, Masthead, Office, Position
from people.models import Author, Person, User
from photos import library
from photos.models import Photo
from reader.models import Story, StoryAuthor, StoryTopic

_number = count(1)


def user(username: str = "", *, role: str = "", **fields: Any) -> User:
    """A staff login; `role` is one of articles.roles.Role's values."""
    username = username or f"user{next(_number)}"
    fields = {"is_staff": True, "password": "!", **fields}
    made = User.objects.create(username=username, **fields)
    if role:
        roles()
        made.groups.add(Group.objects.get(name=role))
    return made


def roles() -> None:
    """The newsroom's groups: a test that commits ends by emptying every table, theirs too."""
    if Group.objects.exists():
        return
    import_module("articles.migrations.0002_roles").make_groups(apps, None)
    for name in (
        "articles.migrations.0011_rights",
        "fronts.migrations.0002_rights",
        "reader.migrations.0012_chiefs_keep_old_addresses",
    ):
        for operation in import_module(name).Migration.operations:
            operation.code(apps, None)


def person(given: str = "An", **fields: Any) -> Person:
    return Person.objects.create(**{"family": "Trần", "given": given, **fields})


def author(name: str = "", **fields: Any) -> Author:
    return Author.objects.create(name=name or f"Bút Danh {next(_number)}", **fields)


def section(name: str = "", **fields: Any) -> Section:
    return Section.objects.create(name=name or f"Mục {next(_number)}", **fields)


def series(title: str = "Giữ nghề bên sông", **fields: Any) -> Series:
    return Series.objects.create(title=title, **fields)


def jpeg(width: int = 60, height: int = 40, *, colour: str = "") -> bytes:
    """A small picture, never the same bytes twice unless a colour is given."""
    colour = colour or f"#{(next(_number) * 7919) % 0xFFFFFF:06x}"
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def photo(**words: Any) -> Photo:
    """A usable photo with all its words."""
    words = {"caption": "Bến sông buổi sớm.", "alt": "Bến sông", "credit": "Hải Đăng", **words}
    return library.add(jpeg(), by=None, words=words)


def article(*, signed: Author | str | None = "", **fields: Any) -> Article:
    """A draft that lacks nothing; `signed=None` leaves the byline out."""
    fields = {
        "headline": f"Bến mới đón chuyến phà thứ {next(_number)}",
        "standfirst": "Chuyến phà đầu tiên rời bến lúc trời còn sương.",
        "body": "<p>Người làng ra bến từ sớm.</p><p>Ai cũng muốn đi chuyến đầu.</p>",
        **fields,
    }
    if "section" not in fields:
        fields["section"] = Section.objects.order_by("pk").first() or section()
    made = Article.objects.create(**fields)
    if signed is not None:
        by = signed if isinstance(signed, Author) else author(signed)
        Byline.objects.create(article=made, author=by, display_name=by.name)
    revisions.record_save(made, by=None)
    return made


def story(*, at: datetime | None = None, **fields: Any) -> Article:
    """A published article."""
    made = article(**fields)
    publishing.publish(made, by=None, at=at)
    return made


def printed_series(parts: int, **fields: Any) -> tuple[Series, list[Article]]:
    """A complete series and its published parts, in order."""
    made = series(is_complete=True)
    rows = [
        article(series=made, part=number, headline=f"Chuyện thứ {number}", **fields)
        for number in range(1, parts + 1)
    ]
    for row in rows:
        publishing.publish(row, by=None)
    return made, rows


def masthead(effective_from: date = date(2020, 1, 1), **fields: Any) -> Masthead:
    fields = {"name": "Báo Bến Mới", "product_name": "Báo Bến Mới điện tử", **fields}
    made = Masthead.objects.create(effective_from=effective_from, **fields)
    Office.objects.create(
        masthead=made, name="Tòa soạn", address="Số 1 đường Bờ Sông", phone="0299.3000.001",
        email="toasoan@benmoi.example",
    )  # fmt: skip
    return made


def appointment(
    someone: Person | None = None,
    *,
    title: str = "Tổng Biên tập",
    rank: int = 10,
    from_on: date = date(2020, 1, 1),
    **fields: Any,
) -> Appointment:
    position, _made = Position.objects.get_or_create(
        title=title, defaults={"rank": rank, "in_footer": True}
    )
    someone = someone or person()
    return Appointment.objects.create(person=someone, position=position, from_on=from_on, **fields)


def at(text: str) -> datetime:
    """ "2023-05-24 07:34" in the paper's own zone."""
    return timezone.make_aware(datetime.fromisoformat(text))


def topic(name: str = "", **fields: Any) -> Topic:
    return Topic.objects.create(name=name or f"Chủ đề {next(_number)}", **fields)


def archive(
    number: int,
    *,
    sections: Sequence[Section],
    author: Author | None = None,
    topic: Topic | None = None,
    until: datetime | None = None,
) -> list[Story]:
    """Many printed stories, newest first, an hour apart, in the sections by turns; written in bulk.

    They are as bare as a list can bear, and search does not know them.
    """
    until = until or timezone.now()
    times = [until - timedelta(hours=place) for place in range(number)]
    rows = Article.objects.bulk_create(
        Article(
            headline=f"Tin cũ số {place}", section=sections[place % len(sections)],
            status=Article.Status.PUBLISHED, published_at=at,
        )
        for place, at in enumerate(times)
    )  # fmt: skip
    revisions_made = Revision.objects.bulk_create(
        Revision(article=row, number=1, content={}, event=Event.PUBLISHED, at=row.published_at)
        for row in rows
    )
    stories = Story.objects.bulk_create(
        Story(
            article=row, revision=revision, section_id=row.section_id, slug="tin-cu",
            title=row.headline, headline=row.headline, published_at=at, updated_at=at,
        )
        for row, revision, at in zip(rows, revisions_made, times, strict=True)
    )  # fmt: skip
    for model, named in ((StoryAuthor, {"author": author}), (StoryTopic, {"topic": topic})):
        if None not in named.values():
            model.objects.bulk_create(
                model(story=story, published_at=story.published_at, **named) for story in stories
            )
    return stories


def slip(article: Article, right: str = "Con số đúng là 31.", **words: Any) -> Correction:
    """A đính chính under a published article, whose unpublished changes stay unpublished."""
    return _correction(article, Correction.Kind.SLIP, {"right": right, **words})


def formal(article: Article, **words: Any) -> Correction:
    """A cải chính that lacks nothing."""
    words = {
        "wrong": "Ghe tham gia là 210 chiếc.", "right": "Ghe tham gia là 120 chiếc.",
        "apology": "Báo Bến Mới xin lỗi bạn đọc.", **words,
    }  # fmt: skip
    return _correction(article, Correction.Kind.FORMAL, words)


def _correction(article: Article, kind: Correction.Kind, words: dict[str, Any]) -> Correction:
    correcting.correct(article, correcting.Words(kind, **words), by=None)
    return article.corrections.latest("pk")
