from hashlib import sha256
from pathlib import Path

import ckeditor
import pytest
from django.contrib.staticfiles.finders import AppDirectoriesFinder

from articles.body import ALLOWED, CLASSES, editor_rules, sanitiser_rules
from articles.editor import CKEDITOR_CONFIGS, PLUGINS, unserved
from articles.fields import BodyWidget
from articles.roles import Role
from tests import make

ROOT = Path(ckeditor.__file__).parent / "static"


def test_the_editor_is_the_one_that_was_examined():
    """Another file means another editor: read its changes and docs/SECURITY.md before this line."""
    known = "e40bf1a98c2fee0906bc2416a1b82c32b80fa2bb45f480d2e34293a08cecfb71"
    assert sha256((ROOT / "ckeditor/ckeditor/ckeditor.js").read_bytes()).hexdigest() == known


def parsed(rules):
    """CKEditor's `tag(classes)[attributes]; …` as tag -> (classes, attributes)."""
    found = {}
    for rule in rules.split("; "):
        tag, _bracket, attributes = rule.partition("[")
        tag, _bracket, classes = tag.partition("(")
        found[tag] = (
            frozenset(filter(None, classes.rstrip(")").split(","))),
            frozenset(filter(None, attributes.rstrip("]").split(","))),
        )
    return found


def test_the_editor_offers_what_the_sanitiser_keeps():
    sanitiser = sanitiser_rules()
    expected = {
        tag: (frozenset(CLASSES.get(tag, ())), frozenset(sanitiser["attributes"].get(tag, ())))
        for tag in ALLOWED
    }
    assert parsed(editor_rules()) == expected


def test_the_sanitiser_lets_through_what_the_editor_offers():
    assert parsed(editor_rules()).keys() <= sanitiser_rules()["tags"]


def test_the_widget_carries_the_rules():
    assert BodyWidget().config["allowedContent"] == editor_rules()


def test_the_editor_asks_nobody_for_updates():
    assert CKEDITOR_CONFIGS["body"]["versionCheck"] is False


@pytest.mark.parametrize(
    "plugin",
    ["elementspath", "exportpdf", "filebrowser", "flash", "iframe", "image", "newpage", "preview",
     "print", "scayt", "sourcearea", "templates", "uploadimage", "wsc", "wysiwygarea"],
)  # fmt: skip
def test_a_plugin_nobody_needs_is_not_started(plugin):
    assert plugin not in PLUGINS


def served():
    finder = AppDirectoriesFinder(app_names=["ckeditor"])
    return {path for path, _storage in finder.list(unserved()) if path.startswith("ckeditor/")}


def test_only_what_the_editor_asks_for_is_served():
    folders = {Path(path).parts[3] for path in served() if "/plugins/" in path}
    assert folders == {
        "dialog", "divarea", "magicline", "pastefromgdocs", "pastefromlibreoffice",
        "pastefromword", "pastetools", "widget",
    }  # fmt: skip
    assert len(served()) < 80


def test_no_page_of_the_editors_makers_is_served():
    assert not [
        path
        for path in served()
        if path.endswith((".html", ".php", ".md")) and "LICENSE" not in path
    ]


def test_what_the_editor_needs_is_served():
    needed = {
        "ckeditor.js",
        "lang/vi.js",
        "plugins/divarea/plugin.js",
        "skins/moono-lisa/editor.css",
    }
    assert {f"ckeditor/ckeditor/{path}" for path in needed} <= served()


@pytest.mark.django_db
def test_the_writing_screen_has_no_script_of_its_own(client):
    client.force_login(make.user(role=Role.SECRETARY))
    article = make.article()
    response = client.get(f"/admin/articles/article/{article.pk}/change/")
    page = response.content.decode()
    assert (
        "'unsafe-inline'"
        not in response["Content-Security-Policy"].partition("script-src")[2].partition(";")[0]
    )
    assert " onclick=" not in page
    for script in page.split("<script")[1:]:
        opening = script.partition(">")[0]
        assert " src=" in opening or 'type="application/json"' in opening
