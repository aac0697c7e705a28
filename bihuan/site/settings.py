"""Which parts make up the running product? Everything a person may choose is in `configuration.py`."""

from datetime import time
from pathlib import Path

from csp.constants import NONE, SELF

from bihuan.site import configuration as chosen

PACKAGE = Path(__file__).resolve().parent
FOLDER = chosen.data_folder()

SECRET_KEY = chosen.secret_key(FOLDER)
DEBUG = False
ALLOWED_HOSTS = chosen.HOSTS.get().split()
ROOT_URLCONF = "bihuan.site.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": chosen.database(FOLDER)}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    "bihuan.trail",
    "bihuan.people",
    "bihuan.papers",
    "bihuan.rounds",
    "bihuan.desk",
    "bihuan.ledger",
    "bihuan.watch",
    "bihuan.dispatch",
    "bihuan.overview",
    "bihuan.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "bihuan.people.viewer.ViewerMiddleware",
    "bihuan.site.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bihuan.trail.once.OnceMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [
            PACKAGE.parent / app / "templates"
            for app in (
                *("site", "overview", "dispatch", "watch", "ledger", "desk"),
                *("rounds", "papers", "people", "trail"),
            )
        ],
        "OPTIONS": {
            "environment": "bihuan.site.jinja.environment",
            "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "bihuan.site.page.context",
            ],
        },
    }
]

# --- signing in -------------------------------------------------------------
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    }
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the trail holds who signed in
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_CALLABLE = "bihuan.people.views.locked_out"
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # an office shares one address: the lock is on the account alone

# --- browser safety ---------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "bihuan.site.errors.stale_form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = chosen.HTTPS.get() == "yes"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SESSION_COOKIE_SECURE else None
X_FRAME_OPTIONS = "DENY"

# --- language, time ---------------------------------------------------------
LANGUAGE_CODE = "zh-hans"  # of the sentences in the code; what a reader gets is chosen in `language.py`
DEFAULT_LANGUAGE = chosen.LANGUAGE.get()
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = chosen.TIME_ZONE.get()

# --- files ------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "static"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STATICFILES_DIRS = [PACKAGE / "assets" / "dist"]
MEDIA_ROOT = FOLDER / "papers"
INTERVIEW_KEY = Path(chosen.INTERVIEW_KEY.get() or FOLDER / "interviews.key")
UPLOAD_LIMIT = int(chosen.UPLOAD_LIMIT.get()) * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60

TRAIL_HASH = chosen.TRAIL_HASH.get()

# --- reminders ---------------------------------------------------------------
DIGEST_AT = time.fromisoformat(chosen.DIGEST_AT.get())
PUBLIC_ADDRESS = chosen.ADDRESS.get().rstrip("/")
HOOK_HOSTS = chosen.HOOK_HOSTS.get().split()
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = chosen.MAIL_FROM.get()
(EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_SSL, EMAIL_USE_TLS) = chosen.mail_server(
    chosen.MAIL.get()
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"axes": {"level": "ERROR"}, "django.request": {"level": "ERROR"}},
}
