"""Addresses of the mentoring room."""

from django.urls import path

from peredacha.rooms.mentoring.views import chapter, family, matter, resting

app_name = "mentoring"
urlpatterns = [
    path("me/rest/", resting.rest, name="rest"),
    path("me/back/", resting.back, name="back"),
    path("hand-overs/", chapter.hand_overs, name="hand_overs"),
    path("proposal/", chapter.proposal, name="proposal"),
    path("two-families/", chapter.crossing, name="crossing"),
    path("two-families/settle/", chapter.settle, name="settle"),
    path("matters/<uuid:matter>/suggestions/", matter.suggestions, name="suggestions"),
    path("matters/<uuid:matter>/accept/", matter.take, name="accept"),
    path("matters/<uuid:matter>/decline/", matter.refuse, name="decline"),
    path("matters/<uuid:matter>/hand-over/", matter.hand_over, name="hand_over"),
    path("matters/<uuid:matter>/stay/", matter.stay, name="stay"),
    path("matters/<uuid:matter>/agreed/", matter.agreed, name="agreed"),
    path("matters/<uuid:matter>/end/", matter.end, name="end"),
    path("matters/<uuid:matter>/notes/", matter.notes, name="notes"),
    path("family/agree/", family.agree, name="family_agree"),
    path("family/<slug:key>/decline/", family.refuse, name="family_decline"),
    path("family/<slug:key>/meet/", family.meet, name="family_meet"),
]
