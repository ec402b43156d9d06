import unicodedata

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.test.utils import isolate_apps

from vietnamese.fields import NameSortKeyField, Prose, TextLine, VietnameseSlugField
from vietnamese.names import name_sort_key

# Isolated: no other test, migration or admin page ever meets this model.
with isolate_apps("vietnamese"):

    class Reader(models.Model):
        family = TextLine(max_length=20, blank=True)
        given = TextLine(max_length=30)
        letter = Prose(blank=True)
        slug = VietnameseSlugField(populate_from="full", max_length=20, unique=True)
        section = VietnameseSlugField(populate_from="given")
        sort_key = NameSortKeyField(populate_from="sort_name")

        class Meta:
            app_label = "vietnamese"

        def __str__(self):
            return self.full

        @property
        def full(self):
            return f"{self.family} {self.given}"

        @property
        def sort_name(self):
            return name_sort_key(self.family, "", self.given)

    class WrongSource(models.Model):
        slug = VietnameseSlugField(populate_from="headlin")
        sort_key = NameSortKeyField(populate_from="nam")

        class Meta:
            app_label = "vietnamese"

        def __str__(self):
            return self.slug

    class FromTheHistory(models.Model):
        """As a migration sees it: columns, no properties."""

        slug = VietnameseSlugField(populate_from="full")
        sort_key = NameSortKeyField(populate_from="sort_name")

        class Meta:
            app_label = "vietnamese"

        def __str__(self):
            return self.slug


class ReaderForm(forms.ModelForm):
    class Meta:
        model = Reader
        fields = ["family", "given", "letter", "slug", "section"]


@pytest.fixture
def table(db):
    """The model's table, for the length of one test's transaction."""
    create, parameters = connection.SchemaEditorClass(connection).table_sql(Reader)
    with connection.cursor() as cursor:
        cursor.execute(create, parameters or None)


def field(name):
    return Reader._meta.get_field(name)


def saved(name, reader):
    """What the column and then the instance hold after a save."""
    stored = field(name).pre_save(reader, True)  # noqa: FBT003 Django's signature
    assert getattr(reader, name) == stored
    return stored


def form_of(**data):
    return ReaderForm({"given": "An", "slug": "an", **data})


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def test_a_line_is_stored_normal_and_on_one_line():
    reader = Reader(given=decomposed(" Đồng\u00a0\r\n chiêm\u200b "))
    assert saved("given", reader) == "Đồng chiêm"


def test_prose_keeps_its_lines_and_loses_the_blanks_around_it():
    reader = Reader(letter=decomposed("\r\nĐồng  chiêm\r\n\r\nmùa nước\x00 \n"))
    assert saved("letter", reader) == "Đồng  chiêm\n\nmùa nước"


@pytest.mark.parametrize("name", ["given", "letter"])
def test_validation_gives_the_normal_form(name):
    assert field(name).clean(decomposed(" Đồng\u200b "), None) == "Đồng"


@pytest.mark.parametrize("name", ["given", "letter", "slug"])
def test_an_expression_is_left_to_the_database(name):
    expression = Concat(F("family"), Value("!"))
    reader = Reader(**{name: expression})
    assert field(name).pre_save(reader, False) is expression  # noqa: FBT003


def test_a_line_is_measured_in_its_normal_form(table):
    form = form_of(given=decomposed("ế" * 30))
    assert form.is_valid(), form.errors


def test_a_line_of_blanks_does_not_answer_a_required_question(table):
    assert form_of(given=" \u200b\u00a0 ").has_error("given", "required")


def test_line_ends_changed_by_the_browser_change_nothing():
    form = ReaderForm({"letter": "một\r\nhai"}, initial={"letter": "một\nhai"})
    assert "letter" not in form.changed_data


def test_a_blank_slug_is_filled_from_its_source():
    assert saved("section", Reader(given="Đất và người")) == "dat-va-nguoi"


def test_a_slug_that_was_given_is_kept():
    assert saved("section", Reader(given="Đất", section="que-huong")) == "que-huong"


def test_a_slug_that_was_given_in_words_becomes_a_slug():
    assert saved("section", Reader(given="Đất", section="Quê Hương")) == "que-huong"


@pytest.mark.parametrize("section", ["", None, "…"])
def test_a_slug_of_a_source_without_letters_is_the_name_of_the_model(section):
    assert saved("section", Reader(given="…", section=section)) == "reader"


def test_a_slug_is_cut_at_the_length_of_its_column():
    slug = Reader._meta.get_field("slug")
    assert slug.clean("Một hai ba bốn năm sáu", None) == "mot-hai-ba-bon-nam"


def test_a_form_takes_words_for_a_slug(table):
    form = form_of(slug="Đồng chiêm", section="…")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["slug"] == "dong-chiem"


def test_a_form_may_leave_the_slug_blank(table):
    assert form_of(section="").is_valid()


def test_a_slug_that_may_not_be_blank_is_required():
    with pytest.raises(ValidationError) as refusal:
        VietnameseSlugField(populate_from="given", blank=False).clean("…", None)
    assert refusal.value.code == "blank"


def test_a_sort_key_follows_its_source():
    reader = Reader(family="Vũ", given="An", sort_key="stale")
    assert saved("sort_key", reader) == name_sort_key("Vũ", "", "An")


def test_a_sort_key_is_cut_to_its_column():
    reader = Reader(given="An " * 200)
    assert len(saved("sort_key", reader)) == 255


def test_a_sort_key_is_not_asked_for():
    assert "sort_key" not in forms.fields_for_model(Reader)


def test_a_migration_without_the_source_keeps_the_sort_key():
    row = FromTheHistory(sort_key="1a")
    assert FromTheHistory._meta.get_field("sort_key").pre_save(row, False) == "1a"  # noqa: FBT003


def test_a_migration_without_the_source_still_fills_the_slug():
    row = FromTheHistory()
    slug = FromTheHistory._meta.get_field("slug")
    assert slug.pre_save(row, True) == "fromthehistory"  # noqa: FBT003


@pytest.mark.parametrize(("name", "source"), [("slug", "headlin"), ("sort_key", "nam")])
def test_a_source_that_does_not_exist_is_reported_at_start(name, source):
    (error,) = WrongSource._meta.get_field(name).check()
    assert error.id == "vietnamese.E001"
    assert error.msg == f"populate_from names “{source}”, which WrongSource does not have."


@pytest.mark.parametrize("name", ["slug", "sort_key", "given", "letter"])
def test_a_right_source_passes_the_checks(name):
    assert field(name).check() == []


@pytest.mark.parametrize(
    "written",
    [
        TextLine(max_length=200),
        TextLine(max_length=200, blank=True, default=""),
        Prose(blank=True),
        VietnameseSlugField(populate_from="given"),
        VietnameseSlugField(populate_from="given", max_length=50, unique=True, db_index=False),
        VietnameseSlugField(populate_from="given", blank=False, max_length=100),
        NameSortKeyField(populate_from="sort_name"),
        NameSortKeyField(populate_from="sort_name", db_index=False, editable=True, max_length=99),
    ],
    ids=str,
)
def test_a_migration_rebuilds_the_same_field(written):
    _, path, args, kwargs = written.deconstruct()
    rebuilt = type(written)(*args, **kwargs)
    assert path == f"vietnamese.fields.{type(written).__name__}"
    for aspect in ("max_length", "blank", "unique", "db_index", "editable", "default"):
        assert getattr(rebuilt, aspect) == getattr(written, aspect)
    assert rebuilt.deconstruct()[1:] == (path, args, kwargs)


def test_defaults_suit_a_slug_and_a_sort_key():
    assert (field("section").max_length, field("section").blank) == (100, True)
    assert (field("sort_key").db_index, field("sort_key").editable) == (True, False)


def test_rows_created_in_bulk_are_normal(table):
    Reader.objects.bulk_create([Reader(family="Đỗ", given=decomposed(" Ế\r\nẩm "))])
    reader = Reader.objects.get()
    assert (reader.given, reader.slug) == ("Ế ẩm", "do-e-am")
    assert reader.sort_key == name_sort_key("Đỗ", "", "Ế ẩm")


def test_rows_changed_by_update_are_normal(table):
    Reader.objects.create(given="An")
    Reader.objects.update(given=decomposed(" Ế\u200bẩm "))
    assert Reader.objects.get().given == "Ếẩm"


def test_a_search_in_either_form_finds_the_row(table):
    Reader.objects.create(given="Diệu")
    assert Reader.objects.filter(given=decomposed("Diệu")).exists()


def test_a_filled_unique_slug_gets_the_first_free_number(table):
    slugs = [Reader.objects.create(family="Vũ", given="An").slug for _ in range(3)]
    assert slugs == ["vu-an", "vu-an-2", "vu-an-3"]


def test_a_numbered_slug_fits_its_column(table):
    slugs = [Reader.objects.create(given="Mười tám thôn vườn trầu").slug for _ in range(2)]
    assert slugs == ["muoi-tam-thon-vuon", "muoi-tam-thon-2"]


def test_saving_again_does_not_number_the_slug(table):
    reader = Reader.objects.create(family="Vũ", given="An")
    reader.slug = ""
    reader.save()
    assert reader.slug == "vu-an"


def test_names_come_out_of_the_database_in_vietnamese_order(table):
    names = ["Vũ An", "Nguyễn Anh", "Trần Ánh", "Bùi Ăn", "Lê Ân", "Đỗ Dũng", "Phạm Đức"]
    for name in names[::-1]:
        family, given = name.split()
        Reader.objects.create(family=family, given=given)
    assert [reader.full for reader in Reader.objects.order_by("sort_key")] == names
