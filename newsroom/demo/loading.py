"""Filling an empty newsroom with the demo paper. What is there already is left alone.

People edit what they try: a row is known again while any of its marks (its address, its name, its
picture) is as the demo made it, and what belongs to it is not made a second time.
"""

import hashlib
import io
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from articles import publishing, revisions
from articles.models import Article, Byline, Section, Series, Topic
from articles.roles import Role
from masthead.models import Appointment, Masthead, Office, Position
from newsroom.demo import about, front_page, readings
from newsroom.demo.markup import to_html
from newsroom.demo.pictures import draw
from people.models import Author, Person, User
from photos import library
from photos.models import Photo
from vietnamese.slugs import slugify

CONTENT = Path(__file__).parent / "content"
# The mark by which a story of the demo is known again.
ADDRESS = "/demo/{key}/"

Row = dict[str, Any]
Step = tuple[str, Callable[[], None]]


def known(rows: Any, **marks: Any) -> Any:
    """The oldest row that bears any of these marks."""
    bears_any = models.Q(*marks.items(), _connector=models.Q.OR)
    return rows.filter(bears_any).order_by("pk").first()


class Demo:
    """The demo paper: `steps()` does the work a piece at a time.

    `tell` is given each new login (user name, password, role) before it is kept: a password is
    known nowhere else, so whoever stops the work half-way must have seen it.
    """

    def __init__(
        self,
        *,
        tell: Callable[[str, str, str], None],
        today: date | None = None,
        picture_size: tuple[int, int] = (1500, 1000),
    ) -> None:
        self.tell = tell
        self.today = today or timezone.localdate()
        self.picture_size = picture_size
        self.paper: dict[str, list[Row]] = tomllib.loads(
            (CONTENT / "paper.toml").read_text("utf-8")
        )
        self.stories: list[Row] = []
        for path in sorted(CONTENT.glob("articles-*.toml")):
            self.stories += tomllib.loads(path.read_text("utf-8"))["article"]
        # What the keys of the content stand for, under whatever name it goes by now.
        self.authors: dict[str, Author] = {}
        self.sections: dict[str, Section] = {}
        self.topics: dict[str, Topic] = {}
        self.series: dict[str, Series] = {}
        self.photos: dict[str, Photo] = {}

    def steps(self) -> Iterator[Step]:
        """Each piece with its name, in an order in which nothing is missing."""
        for row in self.paper["user"]:
            yield row["username"], lambda row=row: self._user(row)  # type: ignore[misc]
        yield "people", self._people
        yield "masthead", self._mastheads
        yield "sections", self._sections
        for row in self.paper["photo"]:
            yield row["key"], lambda row=row: self._photo(row)  # type: ignore[misc]
        for row in sorted(self.stories, key=lambda one: -one["days_ago"]):
            yield row["key"], lambda row=row: self._story(row)  # type: ignore[misc]
        yield "about the paper", about.write
        yield "front page", lambda: front_page.lay_out(self._article_of, self.sections)
        yield "readings", lambda: readings.read(timezone.localtime())

    # --- people and paper ---------------------------------------------------------------------

    @transaction.atomic
    def _user(self, row: Row) -> None:
        if User.objects.filter(username__iexact=row["username"]).exists():
            return
        password = get_random_string(12, "abcdefghjkmnpqrstuvwxyz23456789")
        chief = bool(row.get("superuser"))
        user = User(username=row["username"], name=row["name"], is_staff=True, is_superuser=chief)
        user.set_password(password)
        user.save()
        role = "" if chief else Role[row["group"].upper()].value
        if role:
            user.groups.add(Group.objects.get(name=role))
        self.tell(row["username"], password, role or "superuser")

    @transaction.atomic
    def _people(self) -> None:
        rows = {row["key"]: row for row in self.paper["person"]}
        for row in self.paper["author"]:
            self.authors[row["key"]] = known(
                Author.objects, slug=row["key"], name=row["name"]
            ) or self._author(row, [rows[key] for key in row.get("persons", [])])
        # The staff is made whole or not at all, so that nobody who was renamed serves twice.
        if Appointment.objects.exists():
            return
        positions = {row["key"]: self._position(row) for row in self.paper["position"]}
        for row in self.paper["appointment"]:
            words = {name: row.get(name, "") for name in ("qualifier", "remit")}
            Appointment.objects.create(
                person=self._person(rows[row["person"]]),
                position=positions[row["position"]],
                from_on=row["from_on"],
                until_on=row.get("until_on"),
                order=row.get("order", 0),
                **words,
            )

    def _person(self, row: Row) -> Person:
        name = {part: row.get(part, "") for part in ("family", "middle", "given")}
        found = Person.objects.filter(**name).order_by("pk").first()
        return found or Person.objects.create(**name, email=row.get("email", ""))

    def _author(self, row: Row, persons: list[Row]) -> Author:
        words = {name: row.get(name, "") for name in ("name", "kind", "role_line", "bio", "email")}
        author = Author.objects.create(slug=row["key"], **words)
        author.persons.set(self._person(one) for one in persons)
        return author

    def _position(self, row: Row) -> Position:
        heading = "" if row.get("department") == row["title"] else row.get("department", "")
        position, _made = Position.objects.get_or_create(
            title=row["title"],
            department=heading,
            defaults={"rank": row["rank"], "in_footer": row["rank"] <= 20},
        )
        return position

    @transaction.atomic
    def _mastheads(self) -> None:
        for row in self.paper["masthead"]:
            marks = {name: row[name] for name in ("effective_from", "product_name")}
            if known(Masthead.objects, **marks):
                continue
            words = {name: value for name, value in row.items() if name != "offices"}
            masthead = Masthead.objects.create(**words)
            for order, office in enumerate(row["offices"]):
                words = {name: value for name, value in office.items() if name != "is_main"}
                Office.objects.create(masthead=masthead, order=order, **words)

    @transaction.atomic
    def _sections(self) -> None:
        for row in sorted(self.paper["section"], key=lambda one: "parent" in one):
            self.sections[row["key"]] = known(
                Section.objects, slug=row["key"], name=row["name"]
            ) or self._section(row)
        for row in self.paper["topic"]:
            marks = {"slug": row["key"], "name": row["name"]}
            self.topics[row["key"]] = known(Topic.objects, **marks) or Topic.objects.create(**marks)
        for row in self.paper["series"]:
            words = {name: value for name, value in row.items() if name != "key"}
            self.series[row["key"]] = known(
                Series.objects, slug=slugify(row["title"]), title=row["title"]
            ) or Series.objects.create(**words)

    def _section(self, row: Row) -> Section:
        words = {name: row[name] for name in ("name", "order", "hue")}
        return Section.objects.create(
            slug=row["key"],
            description=row.get("description", ""),
            kind=row.get("kind", Section.Kind.NEWS),
            parent=self.sections[row["parent"]] if "parent" in row else None,
            **words,
        )

    # --- pictures and stories -----------------------------------------------------------------

    def _photo(self, row: Row) -> None:
        known = Photo.objects.filter(caption=row["caption"], alt=row["alt"]).first()
        self.photos[row["key"]] = known or self._draw(row)

    def _draw(self, row: Row) -> Photo:
        """The picture as the library has it, whatever words it bears now; else a new photo."""
        file = io.BytesIO()
        draw(row["picture"], self._size(row)).convert("RGB").save(file, "JPEG", quality=92)
        data = file.getvalue()
        if twin := Photo.objects.filter(sha256=hashlib.sha256(data).hexdigest()).first():
            return twin
        words: Row = {name: row.get(name, "") for name in ("caption", "alt", "credit", "place")}
        words["photographer"] = self.authors.get(row.get("photographer", ""))
        return library.add(data, name=row["picture"], by=None, words=words)

    def _size(self, row: Row) -> tuple[int, int]:
        """A picture lies down, three to two, unless its row says how wide and how high it is."""
        width, height = self.picture_size
        wide, high = row.get("shape", (width, height))
        return round(height * wide / high), height

    def _article_of(self, key: str) -> Article | None:
        return Article.objects.filter(legacy_address=ADDRESS.format(key=key)).first()

    @transaction.atomic
    def _story(self, row: Row) -> None:
        if self._is_there(row):
            return
        article = self._article(row)
        article.topics.set(self.topics[key] for key in row.get("topics", []))
        for order, one in enumerate(row.get("bylines", [])):
            author = self.authors[one["author"]]
            Byline.objects.create(
                article=article,
                author=author,
                role=one["role"],
                display_name=author.name,
                order=order,
            )
        revisions.record_save(article, by=None)
        status = row.get("status", "published")
        if status != "draft":
            publishing.publish(article, by=None, at=self._at(row))
        if status == "withdrawn":
            publishing.withdraw(article, by=None, reason=row["withdraw_reason"])

    def _is_there(self, row: Row) -> bool:
        """By its address, or because somebody has written that part of its series."""
        there = models.Q(legacy_address=ADDRESS.format(key=row["key"]))
        if row.get("series"):
            there |= models.Q(series=self.series[row["series"]], part=row["part"])
        return Article.objects.filter(there).exists()

    def _article(self, row: Row) -> Article:
        lead = self.photos.get(row.get("lead_photo", ""))
        words = ("kicker", "standfirst", "subhead", "source", "note_override")
        return Article.objects.create(
            headline=row["headline"],
            section=self.sections.get(row.get("section", "")),
            series=self.series.get(row.get("series", "")),
            part=row.get("part"),
            lead_photo=lead,
            body=to_html(row.get("body", ""), lambda key: self.photos[key].pk),
            legacy_address=ADDRESS.format(key=row["key"]),
            **{name: row.get(name, "") for name in words},
        )

    def _at(self, row: Row) -> datetime:
        """The story's time so many days before today, never later than now."""
        day = self.today - timedelta(days=row["days_ago"])
        at = timezone.make_aware(datetime.combine(day, time.fromisoformat(row["time"])))
        return at if at <= timezone.now() else at - timedelta(days=1)
