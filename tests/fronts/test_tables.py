"""Small tables: what an editor types, and the screen it is typed on."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from articles.roles import Role
from fronts.models import Table
from fronts.tables import MOST_CELLS, MOST_ROWS, UnreadableTable, parse
from tests import make
from tests.counting import queries

ADD = "admin:fronts_table_add"
LIST = "admin:fronts_table_changelist"


# --- The rows -------------------------------------------------------------------------------


def test_a_line_is_a_row_and_a_bar_parts_its_cells():
    assert parse("Lúa thơm | 7.450 | tăng 150\nLúa thường|6.900|") == [
        ["Lúa thơm", "7.450", "tăng 150"],
        ["Lúa thường", "6.900", ""],
    ]


def test_every_row_is_as_wide_as_the_widest():
    assert parse("a | 1\nb | 2 | 3 | 4") == [["a", "1", "", ""], ["b", "2", "3", "4"]]


def test_empty_lines_are_passed_over():
    assert parse("\r\n a | 1 \r\n\r\n  \r\nb | 2\r\n") == [["a", "1"], ["b", "2"]]


def test_a_cell_in_the_middle_may_be_empty():
    assert parse("a | | giảm 50") == [["a", "", "giảm 50"]]


@pytest.mark.parametrize("line", ["Lúa thơm", "Lúa thơm |", "| 7.450", "|", "a | b | c | d | e"])
def test_a_line_that_makes_no_row_is_named_in_a_sentence(line):
    with pytest.raises(UnreadableTable) as caught:
        parse(f"a | 1\n{line}")
    (sentence,) = caught.value.sentences
    assert line in sentence


@pytest.mark.parametrize("text", ["", " \n \n", "\0"])
def test_a_table_has_a_row(text):
    with pytest.raises(UnreadableTable):
        parse(text)


def test_a_table_has_so_many_rows_and_no_more():
    assert len(parse("a | 1\n" * MOST_ROWS)) == MOST_ROWS
    with pytest.raises(UnreadableTable):
        parse("a | 1\n" * (MOST_ROWS + 1))


def test_each_fault_is_told():
    with pytest.raises(UnreadableTable) as caught:
        parse("một\nhai\n1|2|3|4|5")
    assert len(caught.value.sentences) == 3


@given(st.text(alphabet=st.sampled_from("a1 |\n\r\0\u2028\ud800"), max_size=60) | st.text())
def test_anything_typed_is_rows_of_one_width_or_refused(text):
    try:
        rows = parse(text)
    except UnreadableTable:
        return
    assert len({len(row) for row in rows}) == 1
    assert all(2 <= len(row) <= MOST_CELLS and row[0] for row in rows)


# --- The screen -----------------------------------------------------------------------------


@pytest.fixture
def head(client, db):
    user = make.user(role=Role.SECTION_HEAD)
    client.force_login(user)
    return user


def table(**fields):
    fields = {"title": "Giá lúa", "rows": "Lúa thơm | 7.450", **fields}
    return Table.objects.create(section=fields.pop("section", None) or make.section(), **fields)


def typed(**fields):
    return {"title": "Giá lúa", "unit": "đ/kg", "rows": "Lúa thơm | 7.450 | tăng 150", "note": "",
            "is_shown": "on", **fields}  # fmt: skip


def errors(response):
    return response.context["adminform"].form.errors


def test_a_head_of_section_adds_a_table(client, head):
    section = make.section()
    assert client.post(reverse(ADD), typed(section=section.pk)).status_code == 302
    made = Table.objects.get()
    assert (made.section, made.rows) == (section, "Lúa thơm | 7.450 | tăng 150")


def test_rows_are_kept_in_their_normal_form(client, head):
    client.post(reverse(ADD), typed(section=make.section().pk, rows="\r\nLu\u0301a\u200b | 1\r\n"))
    assert Table.objects.get().rows == "Lúa | 1"


def test_rows_that_make_no_table_are_refused_beside_the_field(client, head):
    response = client.post(reverse(ADD), typed(section=make.section().pk, rows="một\nhai"))
    assert len(errors(response)["rows"]) == 2
    assert not Table.objects.exists()


@pytest.mark.parametrize("section", ["", "abc", "0", "9" * 30])
def test_a_section_that_is_none_is_refused_beside_the_field(client, head, section):
    assert "section" in errors(client.post(reverse(ADD), typed(section=section)))


@pytest.mark.parametrize("section", ["abc", "9" * 30])
def test_an_address_that_names_no_section_opens_an_empty_form(client, head, section):
    assert client.get(reverse(ADD), {"section": section}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, Role.BUSINESS])
def test_who_prepares_no_fronts_has_no_tables(client, role):
    client.force_login(make.user(role=role))
    assert client.get(reverse(LIST)).status_code == 403
    assert client.post(reverse(ADD), typed(section=make.section().pk)).status_code == 403
    assert not Table.objects.exists()


def test_a_list_of_many_tables_costs_what_one_does(client, head):
    table()
    few = queries(client, reverse(LIST))
    for _one in range(8):
        table()
    assert queries(client, reverse(LIST)) == few
