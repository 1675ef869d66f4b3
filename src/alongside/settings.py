"""Django's settings. What an organisation may set is read here, and only here; docs/run/settings.md lists it all."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy

from alongside.environment import Environment

PACKAGE = Path(__file__).resolve().parent

# Where Alongside keeps what it remembers: database, secret key, mail when there is no mail server, uploads.
HOME = Path(Environment.read(Path()).text("ALONGSIDE_HOME", "var")).absolute()
_env = Environment.read(HOME)
_env.asked.add("ALONGSIDE_HOME")

# Demo: a made-up organisation whose people anyone at this machine may sign in as. `alongside demo` sets it.
DEMO = _env.yes_or_no("ALONGSIDE_DEMO", default=False)
DEBUG = False
SECRET_KEY = _env.secret("ALONGSIDE_SECRET_KEY", HOME / "secret-key")

# The address people open. Whether cookies are for https only follows from it.
SITE_URL = _env.web_address("ALONGSIDE_URL", "http://127.0.0.1:8000")
_HTTPS = SITE_URL.startswith("https://")
_HOST = urlsplit(SITE_URL).hostname or ""
# The voice host, where answers are handed in that nobody can trace. Its name is another, because cookies do not tell
# ports apart. On a machine of one's own there is one without asking: this machine has two names.
_OWN_MACHINE = {"127.0.0.1": "localhost", "localhost": "127.0.0.1", "::1": "localhost"}
VOICE_URL = _env.other_address(
    "ALONGSIDE_VOICE_URL",
    SITE_URL,
    f"http://{_OWN_MACHINE[_HOST]}:8001" if _HOST in _OWN_MACHINE and not _HTTPS else "",
)
_VOICE_HOST = urlsplit(VOICE_URL).hostname or ""
# A name that somebody else made up for this site would end up in the links of its mails.
ALLOWED_HOSTS = [
    *(f"[{name}]" if ":" in name else name for name in (_HOST, _VOICE_HOST) if name),
    *_env.hosts("ALONGSIDE_HOSTS", "127.0.0.1,localhost,[::1]"),
]
# How many servers of one's own a request passes on its way here; https ends at the first of them. The address that the
# last of these saw is the one whose attempts to sign in are counted.
_PROXIES = _env.whole_number("ALONGSIDE_PROXIES", int(_HTTPS), at_most=9)
ALLAUTH_TRUSTED_PROXY_COUNT = _PROXIES
CSRF_TRUSTED_ORIGINS = [SITE_URL] if _HTTPS else []

INSTALLED_APPS = [
    "alongside.access",
    "alongside.people",
    "alongside.administration",
    "alongside.notify",
    "alongside.ballots",
    "alongside.meetings",
    "alongside.practice",
    "alongside.plans",
    "alongside.learning",
    "alongside.recognition",
    "alongside.reflection",
    "alongside.rehearsal",
    "alongside.voice",
    "alongside.writing",
    "alongside.jobs",
    "alongside.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "alongside.access.headers.refuse_what_no_page_needs",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "alongside.ballots.voice_host.answer_at_the_voice_host",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alongside.people.middleware.as_the_person_set_it",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "alongside.access.middleware.AccessMiddleware",
]

ROOT_URLCONF = "alongside.urls"
WSGI_APPLICATION = "alongside.wsgi.application"
FORM_RENDERER = "alongside.web.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alongside.web.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "alongside.web.templatetags.crumbs"],
        },
    },
]

DATABASES = {"default": _env.database("ALONGSIDE_DATABASE", HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "transcripts"]}}

# What the pages for signing in count, to slow down guessing: shared by all processes, so it stands in the database.
CACHES = {"default": {"BACKEND": "alongside.access.counts.RowCache"}}

# People and sign-in. People come by set-up or import, so there is no page to sign up.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["alongside.people.sign_in.PersonBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# Length and a list of known passwords, and no rules of composition: NIST SP 800-63B section 5.1.1.2.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "full_name", "called"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "front"
ACCOUNT_ADAPTER = "alongside.people.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Who asks for a code or a link gets the same answer after the same work: unknown addresses get a mail, too.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _HTTPS
SOCIALACCOUNT_ADAPTER = "alongside.people.sign_in.SocialAccountAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
# By a link and not a form: the page may send forms nowhere else (Content-Security-Policy), and all that somebody else
# could bring about by it is that one signs in as oneself.
SOCIALACCOUNT_LOGIN_ON_GET = True
_OIDC = _env.web_address("ALONGSIDE_OIDC_URL", path=True)
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "work",
                "name": _env.text("ALONGSIDE_OIDC_NAME", "your work account"),
                "client_id": _env.needed_with("ALONGSIDE_OIDC_URL", "ALONGSIDE_OIDC_CLIENT"),
                "secret": _env.needed_with("ALONGSIDE_OIDC_URL", "ALONGSIDE_OIDC_SECRET"),
                # The organisation's own directory: its addresses are those of its people.
                "settings": {"server_url": _OIDC, "verified_email": True},
            },
        ][: bool(_OIDC)],
    },
}

# Mail goes to a folder until a mail server is named.
EMAIL_HOST = _env.text("ALONGSIDE_MAIL_HOST")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = HOME / "mail"
EMAIL_PORT = _env.whole_number("ALONGSIDE_MAIL_PORT", 587, at_least=1)
EMAIL_HOST_USER = _env.text("ALONGSIDE_MAIL_USER")
EMAIL_HOST_PASSWORD = _env.text("ALONGSIDE_MAIL_PASSWORD")
EMAIL_USE_TLS = _env.one_of("ALONGSIDE_MAIL_SECURITY", ["starttls", "none"], "starttls") == "starttls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = _env.mail_address("ALONGSIDE_MAIL_FROM", "alongside@localhost")

# Language and time. The person's own choice goes before these.
LANGUAGE_CODE = _env.one_of("ALONGSIDE_LANGUAGE", ["en-gb", "fr"], "en-gb")
LANGUAGES = [("en-gb", gettext_lazy("English")), ("fr", gettext_lazy("French"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = _env.time_zone("ALONGSIDE_TIME_ZONE", "Europe/London")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "kept"  # recordings of names, and sealed uploads; never served as files
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# What is sent in one request, before a view has bounded it itself. A transcript of ten hours is under 4 MB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
DATA_UPLOAD_MAX_NUMBER_FILES = 40  # a pack of items is up to 20

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # data: for the QR code of a second factor
        "media-src": [SELF, "blob:"],  # blob: for the recording just made, before it is sent
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS
SECURE_SSL_REDIRECT = _HTTPS
SECURE_REDIRECT_EXEMPT = ["^alive$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS and _PROXIES else None
# The list that browsers ship with is for whoever owns the domain to enter.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SESSION_COOKIE_NAME = "__Host-alongside" if _HTTPS else "alongside"
CSRF_COOKIE_NAME = "__Host-csrf" if _HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = _HTTPS, True, "Lax"
CSRF_FAILURE_VIEW = "alongside.web.views.stale_form"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "filters": {"voice_host": {"()": "alongside.ballots.voice_host.NothingFromTheVoiceHost"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"filters": ["voice_host"]},
        "django_tasks_db": {"level": "ERROR"},  # it warns of each ordinary stop
        "django_tasks": {"level": "CRITICAL"},  # it writes the words of an error, which may quote somebody
    },
}

_env.refuse_unknown()
