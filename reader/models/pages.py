"""What a page shows besides its story: the furniture, and what editors put on a front."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from fronts.models import Front


class Imprint(models.Model):
    """What every page of a day carries: masthead, offices, officers, sections. One row a day.

    Made at the day's first page and thrown away when any of it changes, so that a page costs one
    query for all its furniture.
    """

    day = models.DateField(unique=True)
    content: Any = models.JSONField()

    class Meta:
        verbose_name = _("imprint")
        verbose_name_plural = _("imprints")

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class PrintedFront(models.Model):
    """What editors put on a front page, as printed: photos resolved, nothing left to look up."""

    front = models.OneToOneField(
        Front, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    content: Any = models.JSONField()

    def __str__(self) -> str:
        return str(self.front_id)
