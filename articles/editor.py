"""The editor's set-up: settings.CKEDITOR_CONFIGS, and what of its files is served.

Read while settings load: nothing here may need an app. The editor is a typing surface only; what
is stored and printed is decided by articles.body.
"""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import ckeditor
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
    # ours, in static/articles/editor.js and figure.js
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

# What of django-ckeditor is served: what a page of ours asks for, and what those files name.
# Everything else of it (plugins nobody starts, test pages, editors for PDF and video) stays away.
SERVED = (
    "ckeditor/ckeditor-init.js",
    "ckeditor/ckeditor.css",
    "ckeditor/fixups.js",
    "ckeditor/ckeditor/LICENSE.md",
    "ckeditor/ckeditor/ckeditor.js",
    "ckeditor/ckeditor/lang/en.js",
    "ckeditor/ckeditor/lang/vi.js",
    "ckeditor/ckeditor/plugins/dialog/styles/dialog.css",
    "ckeditor/ckeditor/plugins/divarea/plugin.js",
    "ckeditor/ckeditor/plugins/magicline/images/*",
    "ckeditor/ckeditor/plugins/pastefromgdocs/filter/default.js",
    "ckeditor/ckeditor/plugins/pastefromlibreoffice/filter/default.js",
    "ckeditor/ckeditor/plugins/pastefromword/filter/default.js",
    "ckeditor/ckeditor/plugins/pastetools/filter/*.js",
    "ckeditor/ckeditor/plugins/widget/images/*",
    "ckeditor/ckeditor/skins/moono-lisa/editor.css",
    "ckeditor/ckeditor/skins/moono-lisa/editor_gecko.css",
    "ckeditor/ckeditor/skins/moono-lisa/icons*.png",
    "ckeditor/ckeditor/skins/moono-lisa/images/*",
)


def unserved() -> list[str]:
    """The files of django-ckeditor that collectstatic leaves out, as its ignore patterns.

    Reads the package's folder, so what a new release brings is not served until it is named above.
    """
    root = Path(ckeditor.__file__).parent / "static"
    paths = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return sorted(path for path in paths if not any(fnmatchcase(path, one) for one in SERVED))
