"""Every address of the house. Russian stands at the root, English under ``/en/``."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("facilities/", include("peredacha.rooms.facilities.urls")),
    path("calculators/", include("peredacha.rooms.calculators.urls")),
    path("team/", include("peredacha.rooms.people.urls")),
    path("team/", include("peredacha.rooms.team.urls")),
    path("veterans/", include("peredacha.rooms.veterans.urls")),
    path("veterans/", include("peredacha.rooms.mentoring.urls")),
    path("vault/", include("peredacha.rooms.guardians.urls")),
    path("rolls/", include("peredacha.rooms.rolls.urls")),
    path("turns/", include("peredacha.rooms.turns.urls")),
    path("mail/", include("peredacha.rooms.mailroom.urls")),
    path("arrivals/", include("peredacha.rooms.arrivals.urls")),
    path("cautions/", include("peredacha.rooms.cautions.urls")),
    path("papers/", include("peredacha.rooms.plans.urls")),
    path("hearings/", include("peredacha.rooms.hearings.urls")),
    path("dates/", include("peredacha.rooms.calendars.urls")),
    path("binder/", include("peredacha.rooms.binders.urls")),
    path("bundles/", include("peredacha.rooms.bundles.urls")),
    path("parcels/", include("peredacha.rooms.board.urls")),
    path("parcels/", include("peredacha.rooms.parcels.urls")),
    path("letters/", include("peredacha.rooms.letters.urls")),
    path("postroom/", include("peredacha.rooms.postroom.urls")),
    path("boxes/", include("peredacha.rooms.boxes.urls")),
    path("boxes/", include("peredacha.rooms.batches.urls")),
    path("goods/", include("peredacha.rooms.goods.urls")),
    path("stores/", include("peredacha.rooms.stores.urls")),
    path("aid/", include("peredacha.rooms.aid.urls")),
    path("tallies/", include("peredacha.rooms.tallies.urls")),
    path("errands/", include("peredacha.rooms.errands.urls")),
    path("visits/", include("peredacha.rooms.visits.urls")),
    path("design/", include("peredacha.design.urls")),
    path("", include("peredacha.rooms.home.urls")),
    path("", include("peredacha.rooms.shifts.urls")),
    path("", include("peredacha.rooms.desk.urls")),
    path("", include("peredacha.rooms.conversations.urls")),
    path("", include("peredacha.rooms.know_how.urls")),
    path("", include("peredacha.rooms.asking.urls")),
    path("", include("peredacha.rooms.intake.urls")),
    prefix_default_language=False,
)

handler400 = "peredacha.config.errors.bad_request"
handler403 = "peredacha.config.errors.not_allowed"
handler404 = "peredacha.config.errors.not_found"
handler500 = "peredacha.config.errors.server_error"
