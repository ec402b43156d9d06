"""A copied page's masthead stands before what is known, and changes no later day."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry

from articles.copied.page import CopiedMasthead
from masthead.importing import keep_masthead
from masthead.models import Appointment, Masthead, Office, Position
from people.models import Person
from tests import make

pytestmark = pytest.mark.django_db

PAPER = "BÁO BẾN MỚI ĐIỆN TỬ"
ADDRESS = "Số 1 đường Bờ Sông"
THEN = date(2024, 2, 3)
NOW = date(2026, 6, 1)


def printed(**fields):
    fields = {"name": PAPER, "editor_in_chief": "Lương Khắc Vịnh", "address": ADDRESS, **fields}
    return CopiedMasthead(**fields)


def keep(on=THEN, by=None, **fields):
    return keep_masthead(printed(**fields), on=on, by=by)


def named(day):
    return [str(one.person) for one in Appointment.objects.on(day)]


@pytest.fixture
def successor():
    """A paper whose books begin in 2025, under another chief."""
    make.masthead(date(2025, 1, 1))
    someone = make.person("Hạnh", family="Tô", middle="Thị")
    return make.appointment(someone, from_on=date(2025, 1, 1))


def test_a_page_from_before_the_first_masthead_names_nobody_today(successor):
    keep()
    assert (named(THEN), named(NOW)) == (["Lương Khắc Vịnh"], ["Tô Thị Hạnh"])


def test_an_officer_of_then_leaves_the_day_before_the_next_masthead():
    make.masthead(date(2025, 1, 1))
    keep()
    assert Appointment.objects.get().until_on == date(2024, 12, 31)


def test_an_officer_of_then_leaves_the_day_before_the_next_in_the_post():
    make.appointment(from_on=date(2024, 7, 1))
    make.masthead(date(2025, 1, 1))
    keep()
    assert Appointment.objects.order_by("from_on")[0].until_on == date(2024, 6, 30)


def test_an_officer_stays_while_nothing_later_is_known():
    keep()
    assert Appointment.objects.get().until_on is None


def test_the_same_paper_at_the_same_address_begins_sooner():
    make.masthead(date(2025, 1, 1))
    keep()
    assert [one.effective_from for one in Masthead.objects.all()] == [THEN]


@pytest.mark.parametrize("fields", [{"name": "BÁO BẾN CŨ"}, {"address": "Số 2 đường Bờ Sông"}])
def test_another_paper_or_address_is_a_version_of_its_own(fields):
    make.masthead(date(2025, 1, 1))
    keep(**fields)
    assert [one.effective_from for one in Masthead.objects.order_by("effective_from")] == [
        THEN, date(2025, 1, 1),
    ]  # fmt: skip


def test_a_chief_of_two_pages_is_appointed_once():
    keep(on=date(2024, 2, 3))
    keep(on=date(2024, 2, 2))
    assert Appointment.objects.get().from_on == date(2024, 2, 2)


def test_a_deputy_only_the_older_page_names_is_not_named_today():
    keep(on=date(2024, 2, 3), deputies=("Tô Thị Hạnh",))
    keep(on=date(2024, 2, 2), deputies=("Mạc Đăng Lễ", "Tô Thị Hạnh"))
    assert set(named(date(2024, 2, 2))) == {"Lương Khắc Vịnh", "Mạc Đăng Lễ", "Tô Thị Hạnh"}
    assert set(named(NOW)) == {"Lương Khắc Vịnh", "Tô Thị Hạnh"}


def test_who_was_acting_is_acting_until_appointed():
    keep(on=date(2024, 2, 3))
    keep(on=date(2024, 2, 2), qualifier="Quyền")
    first, second = Appointment.objects.order_by("from_on")
    assert (first.qualifier, first.until_on) == ("acting", date(2024, 2, 2))
    assert (second.qualifier, second.from_on) == ("", date(2024, 2, 3))


def test_who_held_the_post_in_between_is_not_passed_over():
    make.masthead(date(2026, 1, 1))
    chief = make.person("Vịnh", family="Lương", middle="Khắc")
    make.appointment(from_on=date(2025, 1, 1), until_on=date(2025, 12, 31))
    make.appointment(chief, from_on=date(2026, 1, 1))
    keep()
    assert named(date(2025, 6, 1)) == ["Trần An"]


def test_who_is_known_to_hold_the_post_that_day_stays_alone_with_a_word_about_it():
    make.masthead(date(2025, 1, 1))
    make.appointment(make.person("Hạnh", family="Tô"), from_on=date(2020, 1, 1))
    [complaint] = keep()
    assert "Lương Khắc Vịnh" in complaint
    assert named(THEN) == ["Tô Hạnh"]


def test_a_position_is_found_in_capitals():
    position = Position.objects.create(title="TỔNG BIÊN TẬP", rank=1)
    keep()
    assert Appointment.objects.get().position == position


def test_the_oldest_of_two_namesakes_is_appointed():
    first, _second = (make.person("Vịnh", family="Lương", middle="Khắc") for _namesake in range(2))
    keep()
    assert Appointment.objects.get().person == first


@pytest.mark.parametrize(
    ("licence", "number", "issuer", "on"),
    [
        ("12/GP-CBC", "12/GP-CBC", "", None),
        ("Giấy phép số 12/GP-CBC do Cục Báo chí cấp ngày 09/11/2021.",
         "12/GP-CBC", "Cục Báo chí", date(2021, 11, 9)),
        ("12/GP-CBC ngày 9-11-2021 của Cục Báo chí", "12/GP-CBC", "Cục Báo chí", date(2021, 11, 9)),
        ("12/GP-CBC, cấp ngày 9.11.2021", "12/GP-CBC", "", date(2021, 11, 9)),
    ],
)  # fmt: skip
def test_a_licence_is_taken_apart(licence, number, issuer, on):
    keep(licence=licence)
    made = Masthead.objects.get()
    assert (made.licence_number, made.licence_issuer, made.licence_on) == (number, issuer, on)
    assert made.copyright_line == ""


@pytest.mark.parametrize(
    "licence",
    [
        "Giấy phép số 12/GP-CBC ngày 09/11/2021; giấy phép sửa đổi số 34/GP-CBC ngày 01/02/2022",
        "Giấy phép số 12/GP-CBC do Cục Báo chí cấp ngày 31/02/2021",
    ],
)
def test_a_licence_that_says_more_is_kept_whole_in_the_copyright_line(licence):
    keep(licence=licence)
    made = Masthead.objects.get()
    assert (made.licence_number, made.copyright_line) == ("", licence)


def test_what_does_not_fit_is_left_out_with_a_sentence():
    complaints = keep(phone="0299.3000001 " * 20, licence="Giấy phép " + "x" * 300)
    assert Office.objects.get().phone == ""
    assert Masthead.objects.get().copyright_line == ""
    assert [("x" * 300 in one, "0299.3000001" in one) for one in complaints] == [
        (True, False), (False, True),
    ]  # fmt: skip


def test_a_name_that_does_not_fit_makes_no_person():
    [complaint] = keep(deputies=("Tô " + "x" * 60,))
    assert "x" * 60 in complaint
    assert [str(one) for one in Person.objects.all()] == ["Lương Khắc Vịnh"]


def test_a_paper_whose_name_does_not_fit_leaves_no_masthead():
    [complaint] = keep(name="BÁO " + "X" * 160)
    assert "X" * 160 in complaint
    assert not Masthead.objects.exists()
    assert not Appointment.objects.exists()


def test_who_brought_it_in_stands_in_the_history():
    editor = make.user()
    keep(by=editor)
    keep(on=date(2024, 2, 2), by=editor)
    flags = [(entry.object_repr, entry.action_flag) for entry in LogEntry.objects.all()]
    assert {entry.user for entry in LogEntry.objects.all()} == {editor}
    assert ("Tòa soạn", 1) in flags
    assert sum(flag == 2 for _name, flag in flags) == 2
