"""The editor's set-up: settings.CKEDITOR_CONFIGS, and what of its files is served.

Read while settings load: nothing here may need an app. The editor is a typing surface only; what
is stored and printed is decided by articles.body.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

# A list of what is used, not of what is removed: a plugin nobody named here is never started.
# CKEditor adds what these stand on (dialog, toolbar, ajax …); its own toolbar is drawn nowhere,
# because it works by inline handlers and our policy allows none.
PLUGINS = (
    "basicstyles",
    "blockquote",
    "clipboard",
    "divarea",
    "enterkey",
    "list",
    "magicline",
    "pastefromgdocs",
    "pastefromlibreoffice",
    "pastefromword",
    "pastetext",
    "removeformat",
    "tab",
    "undo",
    "widget",
    # ours, in static/articles/editor.js
    "storybox",
    "storyheads",
    "storylink",
    "storyphoto",
    "storytable",
)

CKEDITOR_CONFIGS: dict[str, dict[str, Any]] = {
    "body": {
        "plugins": ",".join(PLUGINS),
        "toolbar": [],
        "toolbarLocation": "none",
        "versionCheck": False,
        "customConfig": "",
        "stylesSet": False,
        "contentsCss": [],
        "title": _("The article's text"),
        "applicationTitle": _("The article's text"),
        "disableNativeSpellChecker": False,
        "exportPdf_service": "",
        "forcePasteAsPlainText": False,
        "pasteFromWord_inlineImages": False,
        "clipboard_handleImages": False,
        "magicline_color": "#1b4f96",
        "height": "auto",
        "width": "auto",
    }
}

# Static files of django-ckeditor that answer a request in use; everything else of it stays on the
# disk. The two icons are the skin's background pictures, which collectstatic insists on finding.
SERVED = (
    "ckeditor/ckeditor-init.js",
    "ckeditor/ckeditor.css",
    "ckeditor/fixups.js",
    "ckeditor/ckeditor/LICENSE.md",
    "ckeditor/ckeditor/ckeditor.js",
    "ckeditor/ckeditor/lang/en.js",
    "ckeditor/ckeditor/lang/vi.js",
)
