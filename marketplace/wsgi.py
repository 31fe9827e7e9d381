import os

from django.core.wsgi import get_wsgi_application

from marketplace.core.web.readable_requests import reading_utf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
application = reading_utf8(get_wsgi_application())
