"""Settings of the framework. What differs between installations comes from :mod:`environment`."""

import hashlib
import hmac
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from peredacha.config.database import database_settings
from peredacha.config.environment import BASE, read_environment

ENVIRONMENT = read_environment()


def derived(purpose: str) -> bytes:
    """A key of its own for each purpose, from the boot key."""
    return hmac.new(ENVIRONMENT.boot_key, purpose.encode(), hashlib.sha256).digest()


DEBUG = False
SECRET_KEY = derived("django").hex()
ANSWERS_KEY = derived("answers")
LOGIN_KEY = derived("logins")
NAMES_KEY = derived("names")
FACTORS_KEY = derived("factors")
LOCATOR_KEY = derived("locators")
TICKET_KEY = derived("tickets")
# Argon2id: memory in KiB and passes. Each row keeps the cost with which it was made.
HELPER_COST = "argon2id:131072:3"
FAMILY_COST = "argon2id:47104:1"
KDF_SLOTS = 2
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
JURISDICTION = ENVIRONMENT.jurisdiction
CHAPTER = ENVIRONMENT.chapter
EXIT_URL = ENVIRONMENT.exit_url
SOURCE_URL = ENVIRONMENT.source_url
SITE_ADDRESS = ENVIRONMENT.site_address
WEBAUTHN_HOST = urlsplit(SITE_ADDRESS).hostname or "localhost"
BLOBS = ENVIRONMENT.blobs
SMTP_HOST = ENVIRONMENT.smtp_host
SMTP_PORT = ENVIRONMENT.smtp_port
SMTP_USER = ENVIRONMENT.smtp_user
SMTP_PASSWORD = ENVIRONMENT.smtp_password
SMTP_FROM = ENVIRONMENT.smtp_from
SMTP_TLS = ENVIRONMENT.smtp_tls
# A page that takes files says so itself; everywhere else a file is dropped before it touches memory or disk.
FILE_UPLOAD_HANDLERS = ["peredacha.rooms.conversations.services.uploading.RefuseFiles"]

# Rooms on one floor do not know each other: what a step of the plan may lead to beside its room is named here.
LINKS_BESIDE = {
    "calculator:deadline": "calculators:deadline",
    "calculator:served": "calculators:served",
    "calculator:parole": "calculators:parole",
    "calculator:custody": "calculators:custody",
    "calculator:quota": "calculators:parcels",
}

# Where a family stands after it has asked, or has come back with its words; where a helper stands.
FAMILY_HOME = "home:family"
FAMILY_DOOR = "asking:return"
MATTER_HOME = "desk:matter"
WHAT_TO_BRING = "bundles:bundles"
MATTER_INNER = "desk:helpers"
QUEUE_HOME = "shifts:queue"
AFTER_SIGN_IN = "shifts:queue"
# Where the card of a veteran leads who needs a rest, or is back.
REST = "mentoring:rest"
BACK_FROM_REST = "mentoring:back"

# Where a thing leads whoever has it in hands: its own page, putting it on the shelf, what else came.
GOOD_HOME = "stores:good"
GOOD_COMES = "stores:receive_good"
GOODS_COME = "stores:receive"

# Where a parcel leads whoever packs it, and where all of them stand; its own page, and the pages of its steps.
PARCEL_BOX = "boxes:box"
PARCEL_BOARD = "board:board"
PARCEL_HOME = "parcels:parcel"
PARCEL_STEP = "parcels:step"

# Where the binder leads whoever wants to take its pages along.
BUNDLES = "bundles:bundles"
PACKETS = "bundles:packets"

# Where the vault leads whoever meets a key that has changed.
KEY_COMPARISON = "guardians:compare"

# On raid day only the public pages go on: the rooms in which nothing is kept, and what was published for everybody.
OPEN_WHEN_SEALED = (
    "intake",
    "calculators",
    "facilities",
    "design",
    "know_how:index",
    "know_how:stage",
    "know_how:facility",
    "hearings:open",
    "hearings:open_feed",
    "tallies:reports",
    "tallies:cost",
    "tallies:report",
    "tallies:table",
)
OPENINGS_BUDGET = 40

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "peredacha.design",
    "peredacha.rooms.people",
    "peredacha.rooms.salts",
    "peredacha.rooms.journal",
    "peredacha.rooms.vault",
    "peredacha.rooms.guardians",
    "peredacha.rooms.facilities",
    "peredacha.rooms.team",
    "peredacha.rooms.tallies",
    "peredacha.rooms.matters",
    "peredacha.rooms.conversations",
    "peredacha.rooms.know_how",
    "peredacha.rooms.veterans",
    "peredacha.rooms.cautions",
    "peredacha.rooms.calendars",
    "peredacha.rooms.mentoring",
    "peredacha.rooms.plans",
    "peredacha.rooms.goods",
    "peredacha.rooms.stores",
    "peredacha.rooms.errands",
    "peredacha.rooms.parcels",
    "peredacha.rooms.letters",
    "peredacha.rooms.postroom",
    "peredacha.rooms.visits",
    "peredacha.rooms.binders",
    "peredacha.rooms.aid",
    "peredacha.rooms.bundles",
    "peredacha.rooms.boxes",
    "peredacha.rooms.board",
    "peredacha.rooms.batches",
    "peredacha.rooms.hearings",
    "peredacha.rooms.imports",
    "peredacha.rooms.mailroom",
    "peredacha.rooms.turns",
    "peredacha.rooms.intake",
    "peredacha.rooms.asking",
    "peredacha.rooms.calculators",
    "peredacha.rooms.arrivals",
    "peredacha.rooms.rolls",
    "peredacha.rooms.desk",
    "peredacha.rooms.shifts",
    "peredacha.rooms.home",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "peredacha.config.middleware.private_pages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "peredacha.config.middleware.KeysDoNotFit",
    "peredacha.config.closing.ClosedHouse",
    "peredacha.config.calendars.tell_calendars",
]
ROOT_URLCONF = "peredacha.config.urls"
WSGI_APPLICATION = "peredacha.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.template.context_processors.i18n",
                "peredacha.config.navigation.navigation",
            ],
        },
    }
]

DATABASES = {
    "default": database_settings(ENVIRONMENT.database_url),
    "sessions": database_settings(f"sqlite:///{ENVIRONMENT.sessions}"),
    "salts": database_settings(f"sqlite:///{ENVIRONMENT.salts}"),
}
DATABASE_ROUTERS = ["peredacha.config.routing.TablesApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parents[1] / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Moscow"

STATIC_URL = "static/"
STATIC_ROOT = BASE / "var" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Nothing is kept: no sessions, no cache, no message store, no mail.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ENVIRONMENT.hosts]
CSRF_FAILURE_VIEW = "peredacha.config.errors.no_cookie"
LANGUAGE_COOKIE_NAME = "language"
SECURE_CONTENT_TYPE_NOSNIFF = True
# "no-referrer" would send `Origin: null` with every form, and the forgery check refuses that.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
# A list made by hand has a line for every kind of thing in the store.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# No address, path, name or value is ever written: see peredacha.config.logs.
LOGGING_CONFIG = None
