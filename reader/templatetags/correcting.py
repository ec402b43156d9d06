"""How the day of a correction is set."""

from datetime import datetime

from django import template
from django.utils import timezone

register = template.Library()


@register.filter
def moment(iso: str) -> datetime:
    """When it was made, as the press keeps it, in the paper's own zone."""
    return timezone.localtime(datetime.fromisoformat(iso))
