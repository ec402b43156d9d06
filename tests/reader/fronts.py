"""Fronts for tests: what stands there, and what readers then see."""

from datetime import timedelta

from django.utils import timezone

from fronts import launching
from fronts.models import Breaking
from tests import make


def slot(layout, *pins, **fields):
    fields = {"key": layout, "source": "none", "capacity": max(1, len(pins)), **fields}
    return {"layout": layout, "pins": [pin(one) for one in pins], **fields}


def pin(one):
    """A hand pick: an article, or one with what goes over it."""
    article, over = one if isinstance(one, tuple) else (one, {})
    return {"article": article.pk, **over}


def launched(*slots, section=None, note=None):
    """A front put before readers with these slots."""
    front = launching.open_front(section, by=None)
    content = {"form": 1, "note": note or {}, "slots": list(slots)}
    front = launching.save_draft(front, number=front.draft_number, content=content, by=None)
    launching.launch(front, number=front.draft_number, by=None)
    return front


def main(client, path="/", **query):
    page = client.get(path, query).content.decode()
    return page[page.index("<main") : page.index("</main")]


def composed(client, path="/"):
    return client.get(path).context["front"]


def numbers(stories):
    return [story.pk for story in stories]


def shown(front):
    """Every number on the page, as often as it stands there."""
    return [number for one in front.filled for number in one.stories]


def desk_of(client, **fields):
    client.force_login(make.user(role="Thư ký tòa soạn", **fields))


def banner(text="Xả lũ từ 9 giờ", *, start=-1, end=1, article=None):
    now = timezone.now()
    return Breaking.objects.create(
        text=text, article=article,
        shown_from=now + timedelta(hours=start), shown_until=now + timedelta(hours=end),
    )  # fmt: skip
