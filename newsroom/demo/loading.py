"""Filling an empty newsroom with the demo paper. What is there already is left alone."""

import io
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from articles import publishing, revisions
from articles.models import Article, Byline, Section, Series, Topic
from articles.roles import Role
from masthead.models import Appointment, Masthead, Office, Position
from newsroom.demo.markup import to_html
from newsroom.demo.pictures import draw
from people.models import Author, Person, User
from photos import library
from photos.models import Photo

CONTENT = Path(__file__).parent / "content"
# The mark by which a story of the demo is known again.
ADDRESS = "/demo/{key}/"

Row = dict[str, Any]
Step = tuple[str, Callable[[], None]]


class Demo:
    """The demo paper: `steps()` does the work a piece at a time, `passwords` are the new ones."""

    def __init__(
        self, *, today: date | None = None, picture_size: tuple[int, int] = (1500, 1000)
    ) -> None:
        self.today = today or timezone.localdate()
        self.picture_size = picture_size
        self.paper: dict[str, list[Row]] = tomllib.loads(
            (CONTENT / "paper.toml").read_text("utf-8")
        )
        self.stories: list[Row] = []
        for path in sorted(CONTENT.glob("articles-*.toml")):
            self.stories += tomllib.loads(path.read_text("utf-8"))["article"]
        self.passwords: list[tuple[str, str, str]] = []
        self.photos: dict[str, Photo] = {}

    def steps(self) -> Iterator[Step]:
        """Each piece with its name, in an order in which nothing is missing."""
        yield "people", self._people
        yield "masthead", self._mastheads
        yield "sections", self._sections
        for row in self.paper["photo"]:
            yield row["key"], lambda row=row: self._photo(row)  # type: ignore[misc]
        for row in sorted(self.stories, key=lambda one: -one["days_ago"]):
            yield row["key"], lambda row=row: self._story(row)  # type: ignore[misc]

    # --- people and paper ---------------------------------------------------------------------

    @transaction.atomic
    def _people(self) -> None:
        persons = {}
        for row in self.paper["person"]:
            name = {part: row.get(part, "") for part in ("family", "middle", "given")}
            persons[row["key"]], _made = Person.objects.get_or_create(
                **name, defaults={"email": row.get("email", "")}
            )
        for row in self.paper["author"]:
            words = {
                name: row.get(name, "") for name in ("name", "kind", "role_line", "bio", "email")
            }
            author, made = Author.objects.get_or_create(slug=row["key"], defaults=words)
            if made:
                author.persons.set(persons[key] for key in row.get("persons", []))
        positions = {}
        for row in self.paper["position"]:
            heading = "" if row.get("department") == row["title"] else row.get("department", "")
            positions[row["key"]], _made = Position.objects.get_or_create(
                title=row["title"],
                department=heading,
                defaults={"rank": row["rank"], "in_footer": row["rank"] <= 20},
            )
        for row in self.paper["appointment"]:
            words = {name: row.get(name, "") for name in ("qualifier", "remit")}
            Appointment.objects.get_or_create(
                person=persons[row["person"]],
                position=positions[row["position"]],
                from_on=row["from_on"],
                defaults={**words, "order": row.get("order", 0), "until_on": row.get("until_on")},
            )
        for row in self.paper["user"]:
            self._user(row)

    def _user(self, row: Row) -> None:
        if User.objects.filter(username=row["username"]).exists():
            return
        password = get_random_string(12, "abcdefghjkmnpqrstuvwxyz23456789")
        chief = bool(row.get("superuser"))
        user = User(username=row["username"], name=row["name"], is_staff=True, is_superuser=chief)
        user.set_password(password)
        user.save()
        role = "" if chief else Role[row["group"].upper()].value
        if role:
            user.groups.add(Group.objects.get(name=role))
        self.passwords.append((row["username"], password, role or "superuser"))

    @transaction.atomic
    def _mastheads(self) -> None:
        for row in self.paper["masthead"]:
            offices = row["offices"]
            words = {name: value for name, value in row.items() if name != "offices"}
            masthead, made = Masthead.objects.get_or_create(
                effective_from=row["effective_from"], defaults=words
            )
            for order, office in enumerate(offices if made else []):
                words = {name: value for name, value in office.items() if name != "is_main"}
                Office.objects.create(masthead=masthead, order=order, **words)

    @transaction.atomic
    def _sections(self) -> None:
        for row in sorted(self.paper["section"], key=lambda one: "parent" in one):
            words = {name: row[name] for name in ("name", "order", "hue")}
            words["description"] = row.get("description", "")
            if "parent" in row:
                words["parent"] = Section.objects.get(slug=row["parent"])
            Section.objects.get_or_create(slug=row["key"], defaults=words)
        for row in self.paper["topic"]:
            Topic.objects.get_or_create(name=row["name"], defaults={"slug": row["key"]})
        for row in self.paper["series"]:
            words = {name: value for name, value in row.items() if name not in {"key", "title"}}
            Series.objects.get_or_create(title=row["title"], defaults=words)

    # --- pictures and stories -----------------------------------------------------------------

    def _photo(self, row: Row) -> None:
        known = Photo.objects.filter(caption=row["caption"], alt=row["alt"]).first()
        self.photos[row["key"]] = known or self._draw(row)

    def _draw(self, row: Row) -> Photo:
        file = io.BytesIO()
        draw(row["picture"], self.picture_size).convert("RGB").save(file, "JPEG", quality=92)
        words: Row = {name: row.get(name, "") for name in ("caption", "alt", "credit", "place")}
        words["photographer"] = Author.objects.filter(slug=row.get("photographer", "")).first()
        return library.add(file.getvalue(), name=row["picture"], by=None, words=words)

    @transaction.atomic
    def _story(self, row: Row) -> None:
        if Article.objects.filter(legacy_address=ADDRESS.format(key=row["key"])).exists():
            return
        article = self._article(row)
        article.topics.set(Topic.objects.filter(slug__in=row.get("topics", [])))
        for order, one in enumerate(row.get("bylines", [])):
            author = Author.objects.get(slug=one["author"])
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

    def _article(self, row: Row) -> Article:
        titles = {one["key"]: one["title"] for one in self.paper["series"]}
        lead = self.photos.get(row.get("lead_photo", ""))
        words = ("kicker", "standfirst", "subhead", "source", "note_override")
        return Article.objects.create(
            headline=row["headline"],
            section=Section.objects.filter(slug=row.get("section", "")).first(),
            series=Series.objects.get(title=titles[row["series"]]) if row.get("series") else None,
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
