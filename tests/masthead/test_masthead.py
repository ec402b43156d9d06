from datetime import date

import pytest
from django.core.exceptions import ValidationError

from masthead.models import Appointment, Masthead
from masthead.phones import e164, numbers
from tests import make


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("0228.3849386", "+842283849386"),
        ("(0299) 3000 001", "+842993000001"),
        ("+84 299 3000 001", "+842993000001"),
        ("0084 299 3000 001", "+842993000001"),
        ("không có số", ""),
    ],
)
def test_a_printed_number_can_be_dialled(printed, dialled):
    assert e164(printed) == dialled


def test_several_numbers_of_a_line_are_dialled_apart():
    assert [printed for printed, _dialled in numbers("0299.3000.001; 0299.3000.002")] == [
        "0299.3000.001", "0299.3000.002",
    ]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2014, 12, 31), None),
        (date(2015, 1, 1), "Báo Cũ"),
        (date(2021, 12, 31), "Báo Cũ"),
        (date(2022, 1, 1), "Báo Mới"),
    ],
)
def test_the_masthead_in_force_goes_by_the_day(day, name):
    make.masthead(date(2015, 1, 1), name="Báo Cũ")
    make.masthead(date(2022, 1, 1), name="Báo Mới")
    found = Masthead.objects.on(day)
    assert (found and found.name) == name


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2021, 6, 30), True),
        (date(2021, 7, 1), False),
    ],
)
def test_an_appointment_holds_from_its_first_to_its_last_day(day, holds):
    make.appointment(from_on=date(2020, 1, 1), until_on=date(2021, 6, 30))
    assert Appointment.objects.on(day).exists() == holds


@pytest.mark.django_db
def test_an_acting_post_says_so():
    acting = make.appointment(qualifier=Appointment.Qualifier.ACTING)
    assert acting.title == "Quyền Tổng Biên tập"


@pytest.mark.django_db
def test_an_appointment_cannot_end_before_it_begins():
    appointment = make.appointment()
    appointment.until_on = date(2019, 1, 1)
    with pytest.raises(ValidationError, match="không thể trước ngày bắt đầu"):
        appointment.full_clean()
