"""The text is cleaned by whatever road it reaches the database."""

import pytest
from django import forms
from django.contrib import admin
from django.db import transaction
from django.utils import translation

from articles.body import BodyTooComplex, editor_rules
from articles.fields import BodyFormField, BodyWidget
from articles.models import Article
from tests import make

HOSTILE = "<p onclick=x>a</p><script>b</script>"
CLEAN = "<p>a</p>"
TOO_DEEP = "<div>" * 5000


class BodyForm(forms.Form):
    body = BodyFormField(required=False)


def stored(article):
    return Article.objects.values_list("body", flat=True).get(pk=article.pk)


def unsaved():
    return Article(headline="Nước về", section=make.section(), body=HOSTILE)


@pytest.mark.django_db
def test_saving_cleans_the_row_and_the_instance():
    article = unsaved()

    article.save()

    assert article.body == stored(article) == CLEAN


@pytest.mark.django_db
def test_bulk_create_cleans():
    (article,) = Article.objects.bulk_create([unsaved()])

    assert stored(article) == CLEAN


@pytest.mark.django_db
def test_update_cleans():
    article = make.article()

    Article.objects.filter(pk=article.pk).update(body=HOSTILE)

    assert stored(article) == CLEAN


@pytest.mark.django_db
def test_bulk_update_cleans():
    article = make.article()
    article.body = HOSTILE

    Article.objects.bulk_update([article], ["body"])

    assert stored(article) == CLEAN


@pytest.mark.django_db
def test_a_text_that_cannot_be_cleaned_is_not_saved():
    article = make.article()
    before = stored(article)
    article.body = TOO_DEEP

    with pytest.raises(BodyTooComplex), transaction.atomic():
        article.save()

    assert stored(article) == before


@pytest.mark.django_db
def test_a_lookup_is_taken_as_it_is():
    make.article(body=CLEAN)

    assert not Article.objects.filter(body=HOSTILE).exists()
    assert Article.objects.filter(body=CLEAN).exists()


def test_a_form_gives_the_clean_text_and_what_was_removed():
    form = BodyForm({"body": HOSTILE})

    with translation.override("en"):
        assert form.is_valid()

    assert form.cleaned_data["body"] == CLEAN
    assert form.fields["body"].removed == ("1 × onclick (a hidden action)", "1 × <script>")


def test_what_one_form_removed_is_not_told_to_the_next():
    BodyForm({"body": HOSTILE}).is_valid()
    form = BodyForm({"body": CLEAN})

    assert form.is_valid()
    assert form.fields["body"].removed == ()


def test_a_form_says_why_a_text_is_too_complex():
    form = BodyForm({"body": TOO_DEEP})

    with translation.override("en"):
        assert not form.is_valid()

    assert form.errors["body"] == [
        "The text is nested more than 100 levels deep, which no article needs. "
        "Paste it again as plain text."
    ]


def test_a_text_of_nothing_but_refused_things_is_empty():
    class Required(forms.Form):
        body = BodyFormField()

    assert Required({"body": "<script>a</script><p>&nbsp;</p>"}).errors.keys() == {"body"}


def test_a_missing_text_is_empty():
    form = BodyForm({})

    assert form.is_valid()
    assert form.cleaned_data["body"] == ""


def test_the_admin_shows_the_editor(rf):
    field = Article._meta.get_field("body")

    shown = admin.ModelAdmin(Article, admin.site).formfield_for_dbfield(field, rf.get("/"))

    assert isinstance(shown, BodyFormField)
    assert isinstance(shown.widget, BodyWidget)


def test_the_editor_is_told_what_the_sanitiser_keeps():
    assert BodyWidget().config["allowedContent"] == editor_rules()
