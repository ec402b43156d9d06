"""The forms of the writing screen: what is typed is put right or refused at its own field."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from articles import correcting, revisions
from articles.differences import Difference, differences
from articles.models import Article, ArticlePhoto, Byline, Correction, Revision
from articles.models.filing import TREE_ORDER  # noqa: F401 articles.admin.filing takes it from here
from articles.templatetags.desk import save_time
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


_UNSAVED = gettext_noop(
    "Nothing of yours has been saved; your words are still here. Press Save once more and yours"
    " becomes the latest version; the other one stays in the history."
)
_UNDONE = gettext_noop("Nothing has been done. Look at it, and press again if it shall be.")


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


def line(rows: Any = 1, **attrs: Any) -> forms.Textarea:
    """A box that grows with its text. A line break in it never survives the field."""
    return forms.Textarea(attrs={"rows": rows, "class": "grows", **attrs})


class ArticleForm(DeskForm):
    known_fields = ("series", "lead_photo")

    # The number of the latest revision the screen was opened at.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

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
        self.initial["seen"] = getattr(self.instance, "seen", 0)

    def clean(self) -> dict[str, Any] | None:
        """Nobody's save is lost under another's: the row is held, and the record asked."""
        cleaned = super().clean()
        if self.instance.pk and "seen" in self.fields:
            Article.objects.select_for_update().only("pk").get(pk=self.instance.pk)
            if latest := newer(self.instance, self.data.get("seen")):
                # The form that comes back has been told: saved again, it is meant.
                self.data = told(self.data, latest)
                self.add_error(None, overtaken(latest, gettext(_UNSAVED)))
        return cleaned

    @property
    def removed(self) -> tuple[str, ...]:
        """What the sanitiser took out of the text that was typed."""
        return getattr(self.fields.get("body"), "removed", ())


def told(data: Any, latest: Revision) -> Any:
    """What was posted, as from somebody who has seen the latest revision."""
    posted = data.copy()
    posted["seen"] = str(latest.number)
    return posted


def newer(article: Article, seen: str | None) -> Revision | None:
    """The latest revision, if it is not the one somebody saw when they began."""
    latest = revisions.latest(article)
    return latest if latest and str(latest.number) != seen else None


def overtaken(latest: Revision, consequence: str) -> ValidationError:
    """Who saved meanwhile, what that means, and where their version can be read."""
    return ValidationError(
        format_html(
            gettext("Meanwhile {who} saved a version at {time}. {consequence} {link}."),
            consequence=consequence,
            who=str(latest.by) if latest.by else gettext("the system"),
            time=save_time(latest.at),
            link=format_html(
                '<a href="{}" target="_blank">{}</a>',
                reverse("admin:articles_revision_change", args=(latest.pk,)),
                gettext("See the other version"),
            ),
        ),
        code="overtaken",
    )


class BylineForm(DeskForm):
    known_fields = ("author",)

    class Meta:
        model = Byline
        fields = ("author", "role", "display_name")
        widgets = {
            "role": forms.Select(attrs={"aria-label": _("role")}),
            "display_name": forms.TextInput(
                attrs={"placeholder": _("Printed as…"), "aria-label": _("printed as")}
            ),
        }

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

    def save_existing_objects(self, commit: bool = True) -> list[Any]:  # noqa: FBT001, FBT002 Django's
        """Changed rows leave before they come back, so that two may exchange what is unique."""
        if commit:
            touched = [form.instance.pk for form in self.initial_forms if form.has_changed()]
            self.get_queryset().filter(pk__in=touched).delete()
        return super().save_existing_objects(commit=commit)

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
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, article: Article) -> None:
        latest = revisions.latest(article)
        super().__init__(data, initial={"seen": latest.number if latest else 0})
        self.article = article

    def clean(self) -> dict[str, Any]:
        seen = self.cleaned_data.get("seen")
        if seen and (latest := newer(self.article, seen)):
            self.data = told(self.data, latest)
            self.add_error("reason", overtaken(latest, gettext(_UNDONE)))
        return self.cleaned_data


class CorrectionForm(forms.ModelForm):
    """What the paper owns up to, and whether the text as saved now goes out with it.

    The last is asked only where readers have another text than the desk.
    """

    WITH_TEXT = "text"

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[
            (Correction.Kind.SLIP, _("Slip: a dated note at the foot of the story")),
            (
                Correction.Kind.FORMAL,
                _("Formal: with an apology, and on the front page for some days"),
            ),
        ],
        initial=Correction.Kind.SLIP,
        widget=forms.RadioSelect,
    )
    days = forms.IntegerField(
        label=_("Days on the front page"),
        required=False,
        min_value=0,
        max_value=correcting.MOST_DAYS,
        help_text=_("0 keeps it off the front page."),
    )
    goes_out = forms.ChoiceField(
        label=_("What readers get"),
        choices=[
            ("note", _("Only the note: the text stays as readers have it")),
            (WITH_TEXT, _("The note together with the text as it is saved now")),
        ],
        widget=forms.RadioSelect,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Correction
        fields = ("kind", "wrong", "right", "apology", "basis")
        help_texts = {
            "wrong": _("As readers read it. A formal correction names it; a slip may."),
            "apology": _("Printed directly after it. Say to whom."),
        }
        widgets = {
            "wrong": forms.Textarea(attrs={"rows": 3}),
            "right": forms.Textarea(attrs={"rows": 3}),
            "apology": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, data: Any = None, *, article: Article) -> None:
        latest = revisions.latest(article)
        super().__init__(
            data,
            initial={
                "seen": latest.number if latest else 0,
                "apology": correcting.usual_apology(timezone.localdate()),
                "days": settings.CORRECTION_PINNED_DAYS,
            },
        )
        self.article = article
        self.fields["right"].required = False  # articles.correcting says it in a sentence
        self.differences = _waiting(article)
        if not self.differences:
            del self.fields["goes_out"]

    def clean(self) -> dict[str, Any]:
        if latest := newer(self.article, self.data.get("seen")):
            self.data = told(self.data, latest)
            self.add_error(None, overtaken(latest, gettext(_UNDONE)))
        if not self.words.is_formal:
            # A slip's form does not show them.
            for name in ("apology", "days"):
                self.errors.pop(name, None)
        for gap in correcting.gaps(self.words):
            if gap.field not in self.errors:
                self.add_error(gap.field, gap.sentence)
        return self.cleaned_data

    @property
    def words(self) -> correcting.Words:
        """As typed; a slip has no apology of its own and does not stand on the front page."""
        given = self.cleaned_data
        is_formal = given.get("kind") == Correction.Kind.FORMAL
        return correcting.Words(
            kind=Correction.Kind(given.get("kind") or Correction.Kind.SLIP),
            wrong=given.get("wrong", ""),
            right=given.get("right", ""),
            apology=given.get("apology", "") if is_formal else "",
            basis=given.get("basis", ""),
            days=given.get("days") if is_formal else None,
        )

    @property
    def takes_text(self) -> bool:
        return self.cleaned_data.get("goes_out") == self.WITH_TEXT


def _waiting(article: Article) -> list[Difference]:
    """What is saved and not yet before readers."""
    printed = revisions.latest_printed(article)
    return differences(printed.content, revisions.content(article)) if printed else []


class DiscardForm(forms.Form):
    """The first words of a headline, typed so that nobody deletes a draft by a slip."""

    words = forms.CharField(label=_("The first three words of the headline"), required=False)
