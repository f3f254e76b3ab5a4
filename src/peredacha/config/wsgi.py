"""The application that the server runs. The land is read and checked here: a wrong file stops the start."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from peredacha.config.logs import set_up_logs
from peredacha.jurisdictions.load import pack

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peredacha.config.settings")

application = get_wsgi_application()
set_up_logs()
pack(settings.JURISDICTION, settings.CHAPTER)
