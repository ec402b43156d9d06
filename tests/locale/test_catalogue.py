import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "locale"))

import check
import extract


def said_in(template: str) -> list[Any]:
    found = extract.messages_in_template(
        BytesIO(template.encode()), extract.KEYWORDS, ["Translators:"], {}
    )
    return [(function, message) for _line, function, message, _comments in found]


def catalogue(*entries: tuple[Any, ...], **options: Any) -> Catalog:
    made = Catalog(locale="vi", domain="django")
    for message, translation in entries:
        made.add(message, translation, **options)
    return made


def faults(ours: Catalog, *sentences: Any) -> list[str]:
    return list(check.faults(ours, catalogue(*((sentence, None) for sentence in sentences))))


def test_a_translate_tag_is_found_wherever_it_is_indented() -> None:
    template = """
      <p>it's {% if a %}
            {% translate "Save" %}
       {% endif %}
    """
    assert said_in(template) == [("gettext", "Save")]


def test_a_trimmed_block_is_one_line_with_its_variables() -> None:
    template = """{% blocktranslate trimmed with name=x.y %}
        Signed
        by {{ name }}
    {% endblocktranslate %}"""
    assert said_in(template) == [("gettext", "Signed by %(name)s")]


def test_a_block_with_a_plural_and_a_context_keeps_both() -> None:
    template = (
        '{% blocktranslate count n=x context "desk" %}one story{% plural %}{{ n }} stories'
        "{% endblocktranslate %}"
    )
    assert said_in(template) == [("npgettext", ("desk", "one story", "%(n)s stories", None))]


def test_a_string_given_to_a_filter_or_a_part_is_found() -> None:
    template = """{{ x|default:_("none") }}{% include "a.html" with title=_("News") only %}"""
    assert said_in(template) == [("_", "none"), ("_", "News")]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (("Publish", ""), "untranslated: 'Publish'"),
        (("Withdraw", "Gỡ bài"), "missing: 'Publish'"),
    ],
)
def test_a_sentence_without_a_translation_is_refused(entry: tuple[str, str], fault: str) -> None:
    assert fault in faults(catalogue(entry), "Publish")


def test_a_guess_is_refused() -> None:
    ours = catalogue(("Publish", "Xuất bản"), flags={"fuzzy"})
    assert faults(ours, "Publish") == ["marked fuzzy: 'Publish'"]


@pytest.mark.parametrize(
    ("sentence", "translation"),
    [
        ("By %(name)s", "Bài của %(ten)s"),
        ("By {name}", "Bài của tác giả"),
        ("%d stories", "%s bài"),
        (("one story", "%(count)d stories"), ("bài",)),
    ],
)
def test_a_translation_that_loses_what_python_fills_in_is_refused(
    sentence: str | tuple[str, ...], translation: str | tuple[str, ...]
) -> None:
    found = faults(catalogue((sentence, translation)), sentence)
    assert [fault.partition(":")[0] for fault in found] == ["placeholders differ"]


@pytest.mark.parametrize(
    ("sentence", "translation"),
    [
        ("50 % of {name}'s 100%%", "50 % trong 100%% của {name}"),
        (("one story", "%(count)d stories"), ("%(count)d bài",)),
        ("a lone {", "một dấu {"),
    ],
)
def test_a_faithful_translation_passes(
    sentence: str | tuple[str, ...], translation: str | tuple[str, ...]
) -> None:
    assert faults(catalogue((sentence, translation)), sentence) == []


def test_a_translation_nobody_uses_is_refused() -> None:
    assert faults(catalogue(("Old", "Cũ"))) == ["used by no code: 'Old'"]


def test_a_translation_of_another_packages_words_says_whose_they_are() -> None:
    ours = catalogue(("Old", "Cũ"), user_comments=["Used by django.contrib.admin"])
    assert faults(ours) == []


def test_an_update_keeps_translations_and_returns_the_dropped() -> None:
    ours = catalogue(("Publish", "Xuất bản"), ("Old", "Cũ"))
    dropped = extract.update(ours, catalogue(("Publish", None), ("New", None)))
    assert [message.id for message in dropped] == ["Old"]
    kept = {message.id: message.string or "" for message in ours if message.id}
    assert kept == {"Publish": "Xuất bản", "New": ""}


def test_a_catalogue_that_is_read_and_written_again_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "vi" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    extract.write(path, catalogue(("Save", "Lưu"), (("one", "%(n)d many"), ("%(n)d bài",))))
    written = path.read_bytes()
    extract.write(path, extract.read(path))
    assert path.read_bytes() == written
