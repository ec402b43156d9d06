"""All settings. Defaults suit development; production comes from the environment.

DEBUG, SECRET_KEY, ALLOWED_HOSTS, SITE_URL, DATABASE_URL, CACHE_URL, MEDIA_ROOT, TIME_ZONE,
LANGUAGE_CODE, EMAIL_URL: docs/operations.md says what each one does.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from articles import editor
from newsroom.environment import address, flag, listing, number, require

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# --- What kind of start this is -------------------------------------------------------------

DEBUG = flag(os.environ, "DEBUG", default=True)
if not DEBUG:
    require(
        os.environ,
        [
            ("SECRET_KEY", "a long random string that signs sessions"),
            ("ALLOWED_HOSTS", "the host names this site answers to, separated by commas"),
            ("SITE_URL", "the site's public address, such as https://bao.example"),
        ],
    )

SECRET_KEY = env("SECRET_KEY", default="development-only-never-in-production")
ALLOWED_HOSTS = listing(os.environ, "ALLOWED_HOSTS") or ["127.0.0.1", "localhost", "[::1]"]
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
if urlsplit(SITE_URL).scheme not in {"http", "https"} or not urlsplit(SITE_URL).netloc:
    raise ImproperlyConfigured(f"SITE_URL is {SITE_URL!r}; write it as https://bao.example.")
_https = SITE_URL.startswith("https:")

# --- The parts ------------------------------------------------------------------------------

INSTALLED_APPS = [
    "newsroom.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "newsroom.apps.StaticFilesConfig",
    "ckeditor",
    "csp",
    "newsroom",
    "vietnamese",
    "people",
    "masthead",
    "photos",
    "articles",
    "fronts",
    "reader",
]

# Readers' pages read no session, user or token; the desk's middleware costs them nothing
# because each part of it works only when asked.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.compression.CompressText",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.not_found.own_pages",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Where things are kept ------------------------------------------------------------------

# Readers' requests never write; a save or a publish is one short transaction. IMMEDIATE takes the
# write lock at its start, so that two editors wait for each other instead of failing half-way.
_SQLITE: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"].setdefault("OPTIONS", {}).update(_SQLITE)
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(BASE_DIR / "media")))
MEDIA_URL = "/media/"
STATIC_ROOT = BASE_DIR / "static-built"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    # What readers fetch: renditions under MEDIA_ROOT/photos.
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # What photographers handed in: kept, never served, so it has no address.
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "originals", "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- People and their logins ----------------------------------------------------------------

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["people.backends.UsernameOrEmailBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# --- Language and time ----------------------------------------------------------------------

LANGUAGE_CODE = env("LANGUAGE_CODE", default="vi")
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env("TIME_ZONE", default="Asia/Ho_Chi_Minh")
USE_TZ = True
FORMAT_MODULE_PATH = "newsroom.formats"
# The lunar date under the solar one, on the front page.
LUNAR_DATE = flag(os.environ, "LUNAR_DATE", default=True)

# --- Safety ---------------------------------------------------------------------------------

# The public site runs no inline script or style and frames nothing. The desk's own policy is in
# newsroom/desk.py.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SECURE_SSL_REDIRECT = _https and flag(os.environ, "SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "newsroom.views.csrf_failure"
# A long series with many photos is posted as one form; the body's own ceiling is 400 kB.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

CKEDITOR_CONFIGS = editor.CKEDITOR_CONFIGS
# CKEditor 4 is end of life and we know it: docs/SECURITY.md says why it is acceptable here.
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]

# --- Log ------------------------------------------------------------------------------------

# To standard error, where whoever runs the server looks. A 404 is no news.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},
    },
}

# --- Mail -----------------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="newsroom@localhost")

# --- Corrections ----------------------------------------------------------------------------

# What press law may change: the heading of a formal one, and its days on the front page.
FORMAL_CORRECTION_TITLE = env("FORMAL_CORRECTION_TITLE", default="Thông tin cải chính, xin lỗi")
CORRECTION_PINNED_DAYS = number(os.environ, "CORRECTION_PINNED_DAYS", default=7)

# --- Feeds ----------------------------------------------------------------------------------

# The whole text, or the standfirst alone.
FEED_FULL_TEXT = flag(os.environ, "FEED_FULL_TEXT", default=False)
# The hub that is told when feeds change, and that feeds name; empty: no hub.
WEBSUB_HUB = address(os.environ, "WEBSUB_HUB")

# --- Readings -------------------------------------------------------------------------------

# So many seconds pass between two writings of what was counted; 0 leaves it to whoever asks.
READINGS_EVERY = 30
