from django.apps import apps

from articles.editor import unserved


def test_collecting_static_files_leaves_the_editors_unused_ones_out():
    assert set(unserved()) <= set(apps.get_app_config("staticfiles").ignore_patterns)
