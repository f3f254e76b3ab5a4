"""Addresses of keys and safety: random names only."""

from django.urls import path

from peredacha.rooms.guardians.views import circles, comebacks, lockdown, prints, recovery

app_name = "guardians"

urlpatterns = [
    path("", circles.index, name="index"),
    path("circles/", circles.circles, name="circles"),
    path("circles/<uuid:circle_id>/<uuid:member_id>/seat/", circles.seat, name="seat"),
    path("circles/<uuid:circle_id>/<uuid:member_id>/confirm/", circles.confirm, name="confirm"),
    path("circles/<uuid:circle_id>/<uuid:member_id>/unseat/", circles.unseat, name="unseat"),
    path("renewal/", circles.renewal, name="renewal"),
    path("renewal/<uuid:member_id>/", circles.remove, name="remove"),
    path("keys/", prints.mine, name="my_key"),
    path("keys/<uuid:holder_id>/", prints.compare, name="compare"),
    path("agreements/", prints.approvals, name="approvals"),
    path("agreements/<uuid:approval_id>/", prints.approve, name="approve"),
    path("recovery/", recovery.recovery, name="recovery"),
    path("recovery/draw/", recovery.draw, name="draw"),
    path("recovery/share/", recovery.share, name="share"),
    path("recovery/share/check/", recovery.typed_back, name="typed_back"),
    path("recovery/drop/", recovery.drop, name="drop"),
    path("recovery/stop/", recovery.stop, name="stop"),
    path("comebacks/", comebacks.comebacks, name="comebacks"),
    path("comebacks/<uuid:member_id>/", comebacks.come_back, name="come_back"),
    path("comebacks/<uuid:member_id>/answer/", comebacks.answer_comeback, name="answer_comeback"),
    path("close/", lockdown.close, name="close"),
    path("close/addresses/", lockdown.links, name="links"),
    path("close/sign/", lockdown.sign_of_life, name="sign"),
    path("close/days/", lockdown.silent_days, name="silent_days"),
    path("close/now/<str:token>/", lockdown.by_link, name="by_link"),
]
