"""Keeping the masthead that a copied page carries at its foot."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from masthead.models import Appointment, Masthead, Office, Position
from people.models import Person, User
from vietnamese.folding import exact_text
from vietnamese.names import split_name

_DAY = timedelta(days=1)

# "Giấy phép số 12/GP-CBC do Cục Báo chí cấp ngày 09/11/2021.", or the day before the issuer.
_NUMBER = r"(?:giấy\s+phép[^0-9]{0,60})?(?P<number>[0-9]+\s*/\s*[^\s,;./]+(?:/[^\s,;./]+)*)"
_ISSUED_ON = (
    r"(?:cấp\s+)?ngày\s+(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})"
)
_ISSUER = r"(?:do|của)\s+(?P<issuer>[^0-9,;:]+?)(?:\s+cấp)?"
_LICENCES = tuple(
    re.compile(form + r"[\s.]*", re.IGNORECASE)
    for form in (
        rf"{_NUMBER}(?:[\s,;]+{_ISSUER})?(?:[\s,;]+{_ISSUED_ON})?",
        rf"{_NUMBER}[\s,;]+{_ISSUED_ON}[\s,;]+{_ISSUER}",
    )
)


class PrintedMasthead(Protocol):
    """What a page's foot says, as printed; any of it may be empty."""

    @property
    def name(self) -> str: ...

    @property
    def editor_in_chief(self) -> str: ...

    @property
    def qualifier(self) -> str: ...

    @property
    def deputies(self) -> tuple[str, ...]: ...

    @property
    def address(self) -> str: ...

    @property
    def phone(self) -> str: ...

    @property
    def email(self) -> str: ...

    @property
    def fax(self) -> str: ...

    @property
    def hotline(self) -> str: ...

    @property
    def licence(self) -> str: ...


@dataclass(frozen=True)
class _Post:
    """A post the page names, with those who hold it."""

    title: str
    rank: int
    names: tuple[str, ...]
    qualifier: str = ""


@transaction.atomic
def keep_masthead(printed: PrintedMasthead, *, on: date, by: User | None) -> list[str]:
    """Put a page's masthead before what is known; sentences on what could not be kept.

    What stands on that day already is left alone, and later days stay as they are: the earliest
    version begins sooner when it is the same paper at the same address, or else a version is added
    before it; officers hold their posts until the day before others are known to.
    """
    if not printed.name or Masthead.objects.on(on):
        return []
    complaints: list[str] = []
    later = Masthead.objects.order_by("effective_from").first()
    until = later.effective_from - _DAY if later else None
    if later and _is_the_same_paper(later, printed):
        later.effective_from = on
        later.save(update_fields=["effective_from"])
        _log(later, CHANGE, by=by)
    else:
        words = {"name": printed.name, "product_name": printed.name, **_licence(printed.licence)}
        made = Masthead(effective_from=on, **words)
        if not _keep(made, complaints, by=by):
            return complaints
        contacts = {name: getattr(printed, name) for name in _CONTACTS}
        _keep(Office(masthead=made, name="Tòa soạn", **contacts), complaints, by=by)
    for post in _posts(printed):
        _fill(post, complaints, on=on, until=until, by=by)
    return complaints


_CONTACTS = ("address", "phone", "email", "fax", "hotline")


def _is_the_same_paper(masthead: Masthead, printed: PrintedMasthead) -> bool:
    names = {exact_text(name) for name in (masthead.name, masthead.product_name)}
    addresses = {exact_text(office.address) for office in masthead.offices.all()} or {""}
    return exact_text(printed.name) in names and exact_text(printed.address) in addresses


def _licence(printed: str) -> dict[str, Any]:
    """Number, issuer and day where the line says nothing else; or else the line as it is."""
    for form in _LICENCES:
        if match := form.fullmatch(printed):
            found = match.groupdict()
            try:
                on = date(*(int(found[unit]) for unit in ("year", "month", "day")))
            except TypeError:  # no day is given
                on = None
            except ValueError:  # a day that does not exist
                break
            return {
                "licence_number": found["number"],
                "licence_issuer": found["issuer"] or "",
                "licence_on": on,
            }
    number: Any = Masthead._meta.get_field("licence_number")
    if printed[:1].isdigit() and len(printed) <= number.max_length:
        return {"licence_number": printed}
    return {"copyright_line": printed}


def _posts(printed: PrintedMasthead) -> Iterator[_Post]:
    if printed.editor_in_chief:
        qualifiers = {"quyền": "acting", "phụ trách": "in_charge"}
        qualifier = qualifiers.get(printed.qualifier.lower(), "")
        yield _Post("Tổng biên tập", 10, (printed.editor_in_chief,), qualifier)
    if printed.deputies:
        yield _Post("Phó Tổng biên tập", 20, printed.deputies)


def _fill(
    post: _Post, complaints: list[str], *, on: date, until: date | None, by: User | None
) -> None:
    """Appoint those the page names, unless it is known already who held the post that day."""
    position = _position(post, by=by)
    known = Appointment.objects.filter(position=position).select_related("person")
    held = {exact_text(str(one.person)) for one in known.on(on)}
    if held:
        complaints += [
            _("The page names %(name)s as %(post)s; others hold the post on that day. Left out.")
            % {"name": name, "post": post.title}
            for name in post.names
            if exact_text(name) not in held
        ]
        return
    later = list(known.filter(from_on__gt=on).order_by("from_on", "order", "pk"))
    following = [one for one in later if one.from_on == later[0].from_on]
    ends = [day for day in (until, *(one.from_on - _DAY for one in following)) if day]
    for order, name in enumerate(post.names):
        own = next((one for one in following if _is_of(one, name, post)), None)
        if own:
            own.from_on = on
            own.save(update_fields=["from_on"])
            _log(own, CHANGE, by=by)
        elif person := _person(name, complaints, by=by):
            made = Appointment(
                person=person, position=position, qualifier=post.qualifier, order=order,
                from_on=on, until_on=min(ends, default=None),
            )  # fmt: skip
            _keep(made, complaints, by=by)


def _is_of(appointment: Appointment, name: str, post: _Post) -> bool:
    is_namesake = exact_text(str(appointment.person)) == exact_text(name)
    return is_namesake and appointment.qualifier == post.qualifier


def _position(post: _Post, *, by: User | None) -> Position:
    # Compared here: SQLite knows the case of ASCII letters only.
    for position in Position.objects.order_by("rank", "pk"):
        if exact_text(position.title) == exact_text(post.title):
            return position
    made = Position.objects.create(title=post.title, rank=post.rank, in_footer=True)
    _log(made, ADDITION, by=by)
    return made


def _person(name: str, complaints: list[str], *, by: User | None) -> Person | None:
    parts = split_name(name)._asdict()
    known = Person.objects.filter(**parts).order_by("pk").first()
    if known:
        return known
    made = Person(**parts)
    return made if _keep(made, complaints, by=by) else None


def _keep(row: models.Model, complaints: list[str], *, by: User | None) -> bool:
    """Save a row if its words fit. What does not is left out with a sentence: a contact or a line
    of a masthead alone, anything else with its row."""
    try:
        row.full_clean(exclude={field.name for field in row._meta.fields if not field.editable})
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            words, label = str(row), row._meta.verbose_name
            if name != NON_FIELD_ERRORS:
                field: Any = row._meta.get_field(name)
                words, label = str(getattr(row, name)), field.verbose_name
            complaints.append(
                _("Left out of the masthead: %(label)s “%(words)s”. %(why)s")
                % {"label": label, "words": words, "why": " ".join(messages)}
            )
            if name == NON_FIELD_ERRORS or isinstance(row, Person) or not field.blank:
                return False
            setattr(row, name, "")
    row.save()
    _log(row, ADDITION, by=by)
    return True


def _log(row: models.Model, flag: int, *, by: User | None) -> None:
    """Say in the admin's history who did it; the system itself has no entry there."""
    if by is not None:
        LogEntry.objects.log_actions(by.pk, [row], flag, single_object=True)
