"""The application that the server runs. The land is read and checked here: a wrong file stops the start."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils.translation import gettext, override

from peredacha.config.logs import set_up_logs
from peredacha.jurisdictions.load import pack

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peredacha.config.settings")


def read_before_dividing() -> None:
    """Load what the first page would: every address with its view, every catalogue. One copy serves all processes."""
    if not get_resolver().url_patterns:
        raise RuntimeError("the house has no address")
    for language, _name in settings.LANGUAGES:
        with override(language):
            gettext("Next")


application = get_wsgi_application()
set_up_logs()
pack(settings.JURISDICTION, settings.CHAPTER)
read_before_dividing()
