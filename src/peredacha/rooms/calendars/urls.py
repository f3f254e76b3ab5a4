"""Addresses of calendars: own pages, and the secret ones that phones fetch."""

from django.urls import path

from peredacha.rooms.calendars.views import feeds, fetching, letters

app_name = "calendars"
urlpatterns = [
    path("", feeds.mine, name="mine"),
    path("new/", feeds.make, name="make"),
    path("address/", feeds.shown, name="shown"),
    path("team/", feeds.team, name="team"),
    path("team/new/", feeds.make_for_team, name="make_for_team"),
    path("team/rest/", feeds.bring_rest, name="bring_rest"),
    path("end/<uuid:feed>/", feeds.end, name="end"),
    path("letters/", letters.letters, name="letters"),
    path("feed/<str:token>.ics", fetching.feed, name="feed"),
]
