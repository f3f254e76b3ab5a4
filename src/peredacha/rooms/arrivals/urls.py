"""Addresses of the room: random names, never a word of what was told."""

from django.urls import path

from peredacha.rooms.arrivals.views import merges, telling, words

app_name = "arrivals"

urlpatterns = [
    path("", telling.index, name="index"),
    path("calls/", telling.call, name="call"),
    path("letters/", telling.letter, name="letter"),
    path("mails/", telling.mail_file, name="mail_file"),
    path("mails/check/", telling.mail, name="mail"),
    path("saved/<uuid:matter_id>/", words.saved, name="saved"),
    path("saved/<uuid:matter_id>/words/", words.words, name="words"),
    path("similar/<uuid:matter_id>/", merges.similar, name="merge"),
    path("similar/<uuid:matter_id>/with/<uuid:other_id>/", merges.together, name="together"),
    path("similar/<uuid:matter_id>/part/<uuid:merge_id>/", merges.apart, name="apart"),
]
