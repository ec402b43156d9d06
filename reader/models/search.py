"""What search reads."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Section
from reader.models.story import Story
from vietnamese.fields import TextLine


class StoryText(models.Model):
    """What search reads: a live story's words by zone, folded and exact; reader.search.texts.

    Its full-text index is the database's own and follows by itself; see the migration. `place` is
    the second of publishing and the story's number in one: in its order, the newest come last.
    """

    place = models.BigIntegerField(primary_key=True)
    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+", db_index=False)
    folded_headline = models.TextField(blank=True)
    exact_headline = models.TextField(blank=True)
    folded_standfirst = models.TextField(blank=True)
    exact_standfirst = models.TextField(blank=True)
    folded_text = models.TextField(blank=True)
    exact_text = models.TextField(blank=True)
    folded_names = models.TextField(blank=True)
    exact_names = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.story_id)


class Equivalent(models.Model):
    """Spellings that find each other: whoever searches for one finds the others."""

    spellings = TextLine(
        _("spellings"),
        max_length=300,
        help_text=_("Separated by commas: UBND, ủy ban nhân dân"),
    )
    note = TextLine(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("equivalent")
        verbose_name_plural = _("equivalents")

    def __str__(self) -> str:
        return self.spellings

    def clean(self) -> None:
        if len(self.listed) < 2:
            raise ValidationError(
                {"spellings": _("Write at least two spellings with a comma between them.")}
            )

    @property
    def listed(self) -> list[str]:
        return [one.strip() for one in self.spellings.split(",") if one.strip()]
