"""Rows for tests: only what matters is spelled out, the rest is sensible."""

import io
from datetime import date, datetime
from importlib import import_module
from itertools import count
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image

from articles import publishing, revisions
from articles.models import Article, Byline, Section, Series
from masthead.models import Appointment, Masthead, Office, Position
from people.models import Author, Person, User
from photos import library
from photos.models import Photo

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
