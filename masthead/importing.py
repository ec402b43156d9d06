"""Keeping the masthead that a copied page carries at its foot."""

from datetime import date
from typing import Protocol

from masthead.models import Appointment, Masthead, Office, Position
from people.models import Person
from vietnamese.names import split_name


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


def keep_masthead(printed: PrintedMasthead, *, on: date) -> Masthead | None:
    """A masthead version from that day on with its office and officers, if none stands yet."""
    if not printed.name or Masthead.objects.on(on):
        return None
    made = Masthead.objects.create(
        name=printed.name,
        product_name=printed.name,
        licence_number=printed.licence,
        effective_from=on,
    )
    Office.objects.create(
        masthead=made,
        name="Tòa soạn",
        address=printed.address,
        phone=printed.phone,
        email=printed.email,
        fax=printed.fax,
        hotline=printed.hotline,
    )
    qualifier = {"quyền": "acting", "phụ trách": "in_charge"}.get(printed.qualifier.lower(), "")
    if printed.editor_in_chief:
        _appoint(printed.editor_in_chief, "Tổng biên tập", 10, on=on, qualifier=qualifier)
    for order, name in enumerate(printed.deputies):
        _appoint(name, "Phó Tổng biên tập", 20, on=on, order=order)
    return made


def _appoint(
    name: str, title: str, rank: int, *, on: date, qualifier: str = "", order: int = 0
) -> None:
    position = Position.objects.filter(title__iexact=title).first() or Position.objects.create(
        title=title, rank=rank, in_footer=True
    )
    person, _made = Person.objects.get_or_create(**split_name(name)._asdict())
    Appointment.objects.get_or_create(
        person=person,
        position=position,
        from_on=on,
        defaults={"qualifier": qualifier, "order": order},
    )
