"""The lunar calendar on a page."""

from datetime import date, datetime

from django import template
from django.conf import settings
from django.utils import timezone

from vietnamese.lunar import lunar_date

register = template.Library()


@register.filter
def lunar(moment: date) -> str:
    """ "mùng 7 tháng Tư, Quý Mão"; nothing when LUNAR_DATE is off or no calendar reaches so far."""
    if not settings.LUNAR_DATE:
        return ""
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    try:
        return str(lunar_date(day))
    except ValueError:
        return ""
