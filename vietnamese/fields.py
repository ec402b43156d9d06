"""Model fields that keep the rules of this package whoever writes the row.

Forms, the shell, importers, `bulk_create` and `update` all pass through a field, so a value is put
right here and nowhere else.
"""

from typing import Any

from django import forms
from django.core import checks
from django.db import models

from vietnamese.normal import normalize, one_line
from vietnamese.slugs import slugify


class LineInput(forms.CharField):
    """Puts the text right before its length is measured: NFD is up to three times as long."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return one_line(value) if isinstance(value, str) else value


class ProseInput(forms.CharField):
    """Takes the browser's CRLF for the LF it stands for, so an untouched text is unchanged."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return normalize(value).strip() if isinstance(value, str) else value


class SlugInput(forms.SlugField):
    """Takes a headline as readily as a slug: "Đất và người" becomes "dat-va-nguoi"."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return slugify(value, self.max_length or 100) if isinstance(value, str) else value


class TextLine(models.CharField):
    """Text of one line, stored in its normal form."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return one_line(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 Django's
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = one_line(value)
            setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": LineInput, **kwargs})


class Prose(models.TextField):
    """Text of any length, stored in its normal form; its line ends are kept, as LF."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return normalize(value).strip() if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 Django's
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = normalize(value).strip()
            setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": ProseInput, **kwargs})


class VietnameseSlugField(models.SlugField):
    """A slug that fills itself from the attribute `populate_from` when left blank.

    A filled slug of a unique field gets the first free number ("an-2"); that costs one query. Two
    of the same name in one `bulk_create` still collide. Where the source has no letter or digit,
    the model's name stands in.
    """

    def __init__(self, *args: Any, populate_from: str, **kwargs: Any) -> None:
        self.populate_from = populate_from
        kwargs.setdefault("max_length", 100)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.update(populate_from=self.populate_from, max_length=self.max_length)
        # Django leaves out what equals its own defaults, and ours differ.
        kwargs.setdefault("blank", False)
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *_check_source(self, self.populate_from)]

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        if isinstance(value, str):
            value = self._slug(value)
        return super().clean(value, model_instance)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 Django's
        value = super().pre_save(model_instance, add)
        if value is not None and not isinstance(value, str):
            return value  # an expression
        value = self._slug(value or "") or self._filled(model_instance)
        setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": SlugInput, **kwargs})

    def _slug(self, text: str) -> str:
        return slugify(text, self.max_length or 100)

    def _filled(self, instance: models.Model) -> str:
        source = str(getattr(instance, self.populate_from, None) or "")
        slug = self._slug(source) or self._slug(self.model.__name__)
        return self._numbered(slug, instance) if self.unique else slug

    def _numbered(self, slug: str, instance: models.Model) -> str:
        # Room for the number: a unique slug at full length is cut to take "-12345".
        stem = slugify(slug, (self.max_length or 100) - 6) or slug
        others = type(instance)._base_manager.using(instance._state.db).exclude(pk=instance.pk)
        taken = set(
            others.filter(**{f"{self.name}__startswith": stem}).values_list(self.name, flat=True)
        )
        number = 1
        candidate = slug
        while candidate in taken:
            number += 1
            candidate = f"{stem}-{number}"
        return candidate


class NameSortKeyField(models.CharField):
    """The key a list is ordered by, taken from the attribute `populate_from` at every save.

    `save(update_fields=…)` and `update` leave it as it is: name it with the fields it is made of.
    Keys longer than the column are cut; what differs only after that sorts as equal.
    """

    def __init__(self, *args: Any, populate_from: str, **kwargs: Any) -> None:
        self.populate_from = populate_from
        kwargs.setdefault("max_length", 255)
        kwargs.setdefault("editable", False)
        kwargs.setdefault("db_index", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.update(populate_from=self.populate_from, max_length=self.max_length)
        # Django leaves out what equals its own defaults, and ours differ.
        kwargs.setdefault("editable", True)
        kwargs.setdefault("db_index", False)
        return name, path, args, kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *_check_source(self, self.populate_from)]

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 Django's
        key = getattr(model_instance, self.populate_from, None)
        if key is None:  # a migration's model has columns and no properties
            return super().pre_save(model_instance, add)
        key = str(key)[: self.max_length]
        setattr(model_instance, self.attname, key)
        return key


def _check_source(field: models.Field, source: str) -> list[checks.CheckMessage]:
    if hasattr(field.model, source):
        return []
    return [
        checks.Error(
            f"populate_from names “{source}”, which {field.model.__name__} does not have.",
            hint=f"Name a field or a property of {field.model.__name__}.",
            obj=field,
            id="vietnamese.E001",
        )
    ]
