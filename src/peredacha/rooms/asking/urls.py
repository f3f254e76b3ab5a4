"""Addresses of the room: nouns, and never a word of what was answered."""

from django.urls import path

from peredacha.rooms.asking.views import asking, returning

app_name = "asking"

urlpatterns = [
    path("ask/", asking.question, {"step": "needs"}, name="needs"),
    path("ask/danger/", asking.question, {"step": "danger"}, name="danger"),
    path("ask/reach/", asking.question, {"step": "reach"}, name="reach"),
    path("ask/contact/", asking.question, {"step": "contact"}, name="contact"),
    path("ask/safe/", asking.question, {"step": "safe"}, name="safe"),
    path("ask/notices/", asking.question, {"step": "notices"}, name="notices"),
    path("ask/story/", asking.question, {"step": "story"}, name="story"),
    path("ask/name/", asking.question, {"step": "name"}, name="name"),
    path("ask/readers/", asking.question, {"step": "readers"}, name="readers"),
    path("ask/send/", asking.send, name="send"),
    path("ask/words/", returning.words, name="words"),
    path("return/", returning.come, name="return"),
    path("return/new-words/", returning.new_words, name="new_words"),
]
