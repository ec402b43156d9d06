"""Choices of the writing screen: shown without a query where the row brought them, never a 500."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db import models

from articles.models import Section

_MOST_DIGITS = 18  # what every database takes for a key


def is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS


class KeyChoice(forms.ModelChoiceField):
    """Refuses at the field what no key can be, which SQLite would refuse with an error."""

    def to_python(self, value: Any) -> Any:
        if value not in self.empty_values and not is_key(str(getattr(value, "pk", value))):
            raise ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": value},
            )
        return super().to_python(value)


class SectionSelect(forms.Select):
    """Says each section's colour, and sets sections of the second level in."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> Any:
        option = super().create_option(name, value, label, *args, **kwargs)
        section = getattr(value, "instance", None)
        if section is not None:
            option["attrs"]["data-hue"] = str(section.hue)
        return option


class SectionChoice(KeyChoice):
    """The sections as the bar shows them: each with its own below it. One query."""

    widget = SectionSelect

    def __init__(self, queryset: Any, **kwargs: Any) -> None:  # noqa: ARG002 the model's own order
        super().__init__(Section.objects.in_tree_order(), **kwargs)

    def label_from_instance(self, section: models.Model) -> str:
        assert isinstance(section, Section)
        return f"\u2003{section}" if section.parent_id else str(section)


class _Autocomplete:
    """Draws no choice for a value that cannot be one; saying so is the field's business."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        possible = [one for one in value if is_key(str(one))]
        return super().optgroups(name, possible, attr)  # type: ignore[misc]


class KnownChoice(_Autocomplete, AutocompleteSelect):
    """An autocomplete whose row brings its choice along, so that a form of fifty rows asks once."""

    known: models.Model | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        if self.known is None or value != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        options = [self.create_option(name, self.known.pk, str(self.known), selected=True, index=0)]
        if not self.is_required:
            options.insert(0, self.create_option(name, "", "", selected=False, index=0))
        return [(None, options, 0)]


class TopicSelect(_Autocomplete, AutocompleteSelectMultiple):
    pass


class KeyChoices(forms.ModelMultipleChoiceField):
    """As `KeyChoice`, for many."""

    def clean(self, value: Any) -> Any:
        for one in value or ():
            if not is_key(str(one)):
                raise ValidationError(
                    self.error_messages["invalid_pk_value"],
                    code="invalid_pk_value",
                    params={"pk": one},
                )
        return super().clean(value)
