"""Every address of the house. Russian stands at the root, English under ``/en/``."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("facilities/", include("peredacha.rooms.facilities.urls")),
    path("calculators/", include("peredacha.rooms.calculators.urls")),
    path("design/", include("peredacha.design.urls")),
    path("", include("peredacha.rooms.intake.urls")),
    prefix_default_language=False,
)

handler400 = "peredacha.config.errors.bad_request"
handler404 = "peredacha.config.errors.not_found"
handler500 = "peredacha.config.errors.server_error"
