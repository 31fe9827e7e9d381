"""Settings of every environment, driven by environment variables (see .env.example)."""

import sys
from pathlib import Path

import environ
from django.urls import reverse_lazy

from marketplace import applications, logs
from marketplace.content_policy import STRIPE_PAGES, content_policy
from marketplace.programs import API_DOCUMENT, ENDPOINTS
from marketplace.staff_theme import STAFF_THEME
from marketplace.unsafe_settings import refuse_unsafe

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")

# Environment ---------------------------------------------------------------------------

# "local" is one person's machine, "production" refuses to start without its secrets.
ENVIRONMENT = env.str("HOLDOUT_ENVIRONMENT", "production")
LOCAL = ENVIRONMENT == "local"
DEBUG = env.bool("DEBUG", False)
# The demo marketplace: one-click sign-in, no clearing days. Never with real money.
DEMO = env.bool("HOLDOUT_DEMO", False)
# Whether moderators read the first brief of an organisation, and each brief that names a
# regulated domain, before it is published.
BRIEF_REVIEW_FIRST = env.bool("BRIEF_REVIEW_FIRST", not (LOCAL or DEMO))
SITE_URL = env.str("SITE_URL", "http://localhost:8000").rstrip("/")
SECRET_KEY = env.str("SECRET_KEY", "local-only-not-secret") if LOCAL else env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Applications --------------------------------------------------------------------------

INSTALLED_APPS = [*applications.APPLICATIONS, *(["local"] if LOCAL else [])]
MIDDLEWARE = applications.MIDDLEWARE
TEMPLATES = applications.TEMPLATES
FORM_RENDERER = "marketplace.core.ui.widgets.CompiledWidgets"

ROOT_URLCONF = "marketplace.urls"
WSGI_APPLICATION = "marketplace.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Data ----------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL")}
# The tables belong to another role, as whom only `migrate` comes; without it they are the
# application's own. Processes that do not migrate do without this address.
DATABASE_OWNER_URL = env.str("DATABASE_OWNER_URL", "")
DATABASE_ROLE = {name: DATABASES["default"].get(name) or "" for name in ("USER", "PASSWORD")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", 60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

REDIS_URL = env.str("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "holdout",
        # A page waits no longer for what it can do without.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# Files: private uploads never lie below a served folder.
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", str(BASE_DIR / ".local" / "media")))
AWS_STORAGE_BUCKET_NAME = env.str("S3_BUCKET", "")
AWS_S3_ENDPOINT_URL = env.str("S3_ENDPOINT_URL", "") or None
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
# For whoever edits them, and for tests: each file as it is now, under its own name.
UNCOLLECTED = LOCAL and "STATIC_ROOT" not in env.ENVIRON
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = applications.STATICFILES_FINDERS
STORAGES = {
    "default": {
        "BACKEND": "storages.backends.s3.S3Storage"
        if AWS_STORAGE_BUCKET_NAME
        else "django.core.files.storage.FileSystemStorage"
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if UNCOLLECTED
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Cached sizes would make the browser wait for a file that was edited meanwhile.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = UNCOLLECTED
UPLOAD_MAX_BYTES = env.int("UPLOAD_MAX_BYTES", 25 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = applications.FILE_UPLOAD_HANDLERS

# Language and time ---------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
TIME_ZONE = "UTC"
USE_TZ = True

# People --------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    # Alone: a second one would hash each wrong password a second time.
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = reverse_lazy("accounts:desk")
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "accounts.sign_in.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "accounts.sign_in.adapters.SocialAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.sign_in.forms.signup.SignupForm"
ACCOUNT_FORMS = {"signup": "accounts.sign_in.forms.registration.RegistrationForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
# How often a new code may be asked for before one has to begin again.
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 3
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_SESSION_REMEMBER = True
# Whoever resets the password by a code is in, however many wrong ones others try meanwhile.
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_RATE_LIMITS = {
    "confirm_email": "3/m/key",
    # Wrong passwords, by network address and by account and address; by account alone.
    "login_failed": "10/m/ip,5/5m/key,20/h/key",
    "login_failed_anywhere": "50/h/key",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if LOCAL else "https"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "accounts.sign_in.forms.passkeys.AddPasskeyForm",
    "login_webauthn": "accounts.sign_in.forms.passkeys.SignInByPasskeyForm",
    "reauthenticate_webauthn": "accounts.sign_in.forms.passkeys.ReauthenticateByPasskeyForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL
MFA_TOTP_ISSUER = "Holdout"
USERSESSIONS_TRACK_ACTIVITY = True
# How many proxies stand before the site. Each adds the address it saw to X-Forwarded-For;
# what stands further left there is the client's own claim.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT
# Where the form "Continue with …" leads, which the content security policy must know.
SIGN_IN_ORIGINS = {"google": "https://accounts.google.com", "github": "https://github.com"}
SOCIALACCOUNT_PROVIDERS = {
    name: {
        "APPS": [
            {
                "client_id": env.str(f"{name.upper()}_CLIENT_ID"),
                "secret": env.str(f"{name.upper()}_CLIENT_SECRET", ""),
            }
        ],
    }
    for name in SIGN_IN_ORIGINS
    if env.str(f"{name.upper()}_CLIENT_ID", "")
}

# Work outside the request --------------------------------------------------------------

CELERY_BROKER_URL = REDIS_URL
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 120
CELERY_TASK_SOFT_TIME_LIMIT = 100
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# Celery itself closes no connection between jobs: marketplace/celery.py does, as for requests.
CELERY_DB_REUSE_MAX = sys.maxsize
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "global_keyprefix": "holdout:",
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE_FILENAME = env.str("CELERY_BEAT_SCHEDULE_FILENAME", "celerybeat-schedule")

# Mail ----------------------------------------------------------------------------------

# On one person's machine mail goes to a folder that /dev/mail shows; in production to the
# server of EMAIL_URL, or to a service by one of django-anymail's backends.
MAIL_FOLDER = Path(env.str("MAIL_FOLDER", str(BASE_DIR / ".local" / "mail")))
if LOCAL:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(MAIL_FOLDER)
else:
    vars().update(env.email("EMAIL_URL", default="smtp://localhost:25"))
    EMAIL_BACKEND = env.str("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Holdout <notices@holdout.example>")

# Money ---------------------------------------------------------------------------------

# The currencies a contract may be made out in.
CURRENCIES = ["USD", "EUR", "GBP", "JPY"]
CLEARING_DAYS = env.int("CLEARING_DAYS", 0 if DEMO else 5)
REVIEW_DAYS = 7
# Whom receipts and fee invoices come from.
PLATFORM_SELLER = {
    "name": env.str("PLATFORM_NAME", "Holdout"),
    "address": env.str("PLATFORM_ADDRESS", "").replace("|", "\n"),
    "tax_number": env.str("PLATFORM_TAX_NUMBER", ""),
}
# Acts of staff on more than this, in minor units, wait for a second person; in a currency that
# is not named here every act does.
SECOND_PERSON_ABOVE = {
    currency: int(minor)
    for currency, minor in env.dict(
        "SECOND_PERSON_ABOVE",
        default={"USD": 100_000, "EUR": 100_000, "GBP": 100_000, "JPY": 150_000},
    ).items()
}
# Where the platform's account at the processor is (ISO 3166-1 alpha-2): the processor's rules on
# how long money may be held differ.
PLATFORM_COUNTRY = env.str("PLATFORM_COUNTRY", "")
# What is on its way to or from the processor has arrived after so many days: a refund may take
# a bank ten, nothing else takes longer.
CLEARING_ACCOUNTS_EMPTY_AFTER_DAYS = env.int("CLEARING_ACCOUNTS_EMPTY_AFTER_DAYS", 14)
STRIPE_SECRET_KEY = env.str("STRIPE_SECRET_KEY")
STRIPE_WEBHOOK_SECRETS = env.list("STRIPE_WEBHOOK_SECRETS")
# Set only for the sandbox; empty means Stripe itself.
STRIPE_API_BASE = env.str("STRIPE_API_BASE", "") or None

# Programs ------------------------------------------------------------------------------

REST_FRAMEWORK = {
    **ENDPOINTS,
    "DEFAULT_THROTTLE_RATES": {
        "anon": env.str("API_THROTTLE_ANON", "60/min"),
        "user": env.str("API_THROTTLE_USER", "600/min"),
    },
    "NUM_PROXIES": TRUSTED_PROXY_COUNT,
}
SPECTACULAR_SETTINGS = API_DOCUMENT

# Safety --------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = content_policy(
    [
        *env.list("CSP_FORM_ACTION", default=STRIPE_PAGES),
        *(SIGN_IN_ORIGINS[name] for name in SOCIALACCOUNT_PROVIDERS),
    ]
)
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "marketplace.core.web.refusals.old_page"
if not LOCAL:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^health/"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 31536000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

# Logs ----------------------------------------------------------------------------------

logs.configure()
LOGGING = logs.logging_settings(env.str("LOG_LEVEL", "INFO"))

# Staff ---------------------------------------------------------------------------------

UNFOLD = STAFF_THEME

refuse_unsafe(globals())
