"""Addresses of the know-how: public by stage and facility, and the helpers' desk."""

from django.urls import path

from peredacha.rooms.know_how import views

app_name = "know_how"
MESSAGE = "talk/matters/<uuid:matter>/messages/<uuid:message>/know-how/"
urlpatterns = [
    path(MESSAGE, views.propose, name="propose"),
    path("talk/know-how/", views.desk, name="desk"),
    path("talk/know-how/<uuid:answer>/", views.review, name="review"),
    path("talk/know-how/<uuid:answer>/back/", views.back, name="send_back"),
    path("talk/know-how/<uuid:answer>/same/", views.same, name="same"),
    path("talk/know-how/<uuid:answer>/old/", views.old, name="old"),
    path("know-how/", views.public, name="index"),
    path("know-how/stages/<slug:stage>/", views.public, name="stage"),
    path("know-how/facilities/<slug:facility>/", views.public, name="facility"),
]
