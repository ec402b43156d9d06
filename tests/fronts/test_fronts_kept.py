"""What a front needs of the rest of the paper: its sources are there, its history stays."""

import pytest
from django.db.models import ProtectedError

from articles.models import Article
from fronts import launching
from fronts.arrangement import Layout, Malformed
from fronts.models import Front
from tests import make
from tests.reader.fronts import composed, launched, slot

pytestmark = pytest.mark.django_db

NOBODY = 99_999_999


def save(*slots) -> Front:
    front = launching.open_front(None, by=None)
    content = {"form": 1, "slots": list(slots)}
    return launching.save_draft(front, number=front.draft_number, content=content, by=None)


@pytest.mark.parametrize(
    ("layout", "source"), [("desk", "section"), ("opinion", "topic"), ("series", "series")]
)
@pytest.mark.parametrize("number", [NOBODY, 0])
def test_a_slot_filled_by_what_does_not_exist_is_refused_by_its_name(layout, source, number):
    with pytest.raises(Malformed) as refused:
        save(slot(layout, source=source, of=number))
    (sentence,) = refused.value.sentences
    assert str(Layout(layout).label) in sentence
    assert launching.open_front(None, by=None).draft_number == 0


def test_a_slot_with_a_title_is_named_by_it():
    with pytest.raises(Malformed, match="Chuyện bên sông"):
        save(slot("desk", title="Chuyện bên sông", source="section", of=NOBODY))


def test_every_wrong_slot_is_named():
    bad = {"source": "section", "of": NOBODY}
    with pytest.raises(Malformed) as refused:
        save(slot("desk", title="Một", **bad), slot("opinion", title="Hai", **bad))
    assert len(refused.value.sentences) == 2


def test_what_exists_may_fill_a_slot():
    sources = {
        "section": make.section(), "topic": make.topic(), "series": make.series(),
    }  # fmt: skip
    made = save(
        slot("desk", source="section", of=sources["section"].pk),
        slot("opinion", source="topic", of=sources["topic"].pk),
        slot("series", source="series", of=sources["series"].pk),
    )
    assert made.draft_number == 1


@pytest.mark.parametrize("desks", [1, 10])
def test_asking_costs_the_same_with_few_slots_and_many(desks, django_assert_max_num_queries):
    front = launching.open_front(None, by=None)
    slots = [
        slot("desk", key=f"d{number}", source="section", of=make.section().pk)
        for number in range(desks)
    ]
    content = {"form": 1, "slots": slots}
    # A savepoint and its end, the sections, the row, the draft.
    with django_assert_max_num_queries(5):
        launching.save_draft(front, number=0, content=content, by=None)


def test_a_section_whose_front_was_launched_is_not_deleted():
    section = make.section()
    launched(slot("lead", source="newest"), section=section)
    with pytest.raises(ProtectedError):
        section.delete()


def test_a_section_whose_front_nobody_launched_may_go_with_it():
    section = make.section()
    launching.open_front(section, by=None)
    section.delete()
    assert not Front.objects.exists()


def test_a_section_moved_below_another_leaves_its_front_and_has_it_again_when_it_comes_back(client):
    section, above = make.section("Bến cảng"), make.section("Xã hội")
    old, new = (
        make.story(section=section, at=make.at(f"2020-01-0{day} 07:00")).pk for day in (1, 2)
    )
    launched(slot("lead", Article.objects.get(pk=old)), section=section)
    path = section.get_absolute_url()
    leads = []
    for parent in (None, above, None):
        section.parent = parent
        section.save()
        leads.append(composed(client, path).lead.pk)
    assert leads == [old, new, old]
