"""The forms of the writing screen: what is typed is put right or refused at its own field."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models import Article, ArticlePhoto, Byline, Section
from photos.forms import PhotoForm
from photos.models import Photo

# Where the sentence of a constraint over several columns is read.
PLACES = {
    "a_series_has_each_part_once": "part",
    "a_part_number_goes_with_a_series": "part",
    "an_old_address_leads_to_one_story": "legacy_address",
    "an_author_signs_once_in_each_role": "author",
    "a_photo_comes_with_a_story_once": "photo",
    "a_missing_photo_has_at_least_words": "caption",
}


class DeskForm(forms.ModelForm):
    """A form whose constraints complain at the field where the fault is mended.

    The choices of its `known_fields` were loaded with the row: they are shown without asking again.
    """

    known_fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.known_fields:
            if name in self.fields and getattr(self.instance, f"{name}_id"):
                widget = self.fields[name].widget
                choice: Any = getattr(widget, "widget", widget)
                choice.known = getattr(self.instance, name)

    def _update_errors(self, errors: ValidationError) -> None:
        placed = errors.error_dict if hasattr(errors, "error_dict") else {}
        for error in placed.pop(NON_FIELD_ERRORS, []):
            placed.setdefault(self._place(error), []).append(error)
        super()._update_errors(errors)  # type: ignore[misc]

    def _place(self, error: ValidationError) -> str:
        for constraint in self._meta.model._meta.constraints:
            place = PLACES.get(constraint.name, "")
            if place in self.fields and error.messages == [
                constraint.get_violation_error_message()
            ]:
                return place
        return NON_FIELD_ERRORS


class SectionSelect(forms.Select):
    """Says each section's colour, and sets sections of the second level in."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> Any:
        option = super().create_option(name, value, label, *args, **kwargs)
        section = getattr(value, "instance", None)
        if section is not None:
            option["attrs"]["data-hue"] = str(section.hue)
        return option


# Each section of the main bar, and after it those that belong to it.
TREE_ORDER = (
    Coalesce("parent__order", "order"),
    Coalesce("parent", "pk"),
    F("parent").asc(nulls_first=True),
    F("order").asc(),
    F("pk").asc(),
)


def sections_in_tree_order() -> models.QuerySet[Section]:
    return Section.objects.order_by(*TREE_ORDER)


class SectionChoice(forms.ModelChoiceField):
    """The sections as the bar shows them: each with its own below it. One query."""

    widget = SectionSelect

    def __init__(self, queryset: Any, **kwargs: Any) -> None:  # noqa: ARG002 the model's own order
        super().__init__(sections_in_tree_order(), **kwargs)

    def label_from_instance(self, section: models.Model) -> str:
        assert isinstance(section, Section)
        return f"\u2003{section}" if section.parent_id else str(section)


def line(rows: Any = 1, **attrs: Any) -> forms.Textarea:
    """A box that grows with its text. A line break in it never survives the field."""
    return forms.Textarea(attrs={"rows": rows, "class": "grows", **attrs})


class ArticleForm(DeskForm):
    known_fields = ("series", "lead_photo")

    class Meta:
        model = Article
        fields = "__all__"  # noqa: DJ007 the admin's fieldsets name them
        widgets = {
            "kicker": line(placeholder=_("Kicker")),
            "headline": line(
                1, placeholder=_("Headline"), **{"aria-describedby": "headline-meter"}
            ),
            "subhead": line(placeholder=_("Subhead")),
            "standfirst": line(
                2, placeholder=_("Standfirst: a sentence or two that draw the reader in")
            ),
            "lead_caption": forms.Textarea(attrs={"rows": 2}),
            "part": forms.NumberInput(attrs={"min": 1, "max": 999}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kicker", "headline", "subhead", "standfirst", "lead_caption"):
            if name in self.fields:
                # A browser cuts what is pasted at maxlength and says nothing; we say it.
                self.fields[name].widget.attrs.pop("maxlength", None)

    @property
    def removed(self) -> tuple[str, ...]:
        """What the sanitiser took out of the text that was typed."""
        return getattr(self.fields.get("body"), "removed", ())


class KnownChoice(AutocompleteSelect):
    """An autocomplete whose row brings its choice along, so that a form of fifty rows asks once."""

    known: models.Model | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        if self.known is None or value != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        options = [self.create_option(name, self.known.pk, str(self.known), selected=True, index=0)]
        if not self.is_required:
            options.insert(0, self.create_option(name, "", "", selected=False, index=0))
        return [(None, options, 0)]


class BylineForm(DeskForm):
    known_fields = ("author",)

    class Meta:
        model = Byline
        fields = ("author", "role", "display_name")
        widgets = {"display_name": forms.TextInput(attrs={"placeholder": _("Printed as…")})}

    def clean(self) -> dict[str, Any] | None:
        """What is left empty takes the author's name; so does what was the last author's."""
        cleaned = super().clean() or self.cleaned_data
        author = cleaned.get("author")
        stale = "author" in self.changed_data and "display_name" not in self.changed_data
        if author and (stale or not cleaned.get("display_name")):
            cleaned["display_name"] = author.name
        return cleaned


class ArticlePhotoForm(DeskForm):
    known_fields = ("photo",)

    class Meta:
        model = ArticlePhoto
        fields = ("photo", "caption")
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2, "placeholder": _("Caption here…")}),
        }


class RowFormSet(forms.BaseInlineFormSet):
    """Rows that stand in the order in which they were added."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = _("Take out on saving")
            form.fields["DELETE"].widget.attrs["title"] = _("Take out on saving")

    def save_new(self, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 Django's
        places = [row.order for row in self.get_queryset()]
        places += [added.order for added in getattr(self, "new_objects", [])]
        form.instance.order = max(places, default=-1) + 1
        return super().save_new(form, commit=commit)


class PhotoUpload(PhotoForm):
    """A picture handed in from the writing screen: the file and the words it cannot do without."""

    class Meta(PhotoForm.Meta):
        fields = ("caption", "alt", "credit")  # type: ignore[assignment]
        model = Photo


class ReasonForm(forms.Form):
    """Why a story leaves the site or comes back. The table of transitions asks for it."""

    reason = forms.CharField(
        label=_("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class DiscardForm(forms.Form):
    """The first words of a headline, typed so that nobody deletes a draft by a slip."""

    words = forms.CharField(label=_("The first three words of the headline"), required=False)
