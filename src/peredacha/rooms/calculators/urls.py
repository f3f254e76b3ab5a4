"""Addresses of the room: nouns, and never a day or a number that was typed."""

from django.urls import path

from peredacha.rooms.calculators import views

app_name = "calculators"

urlpatterns = [
    path("", views.index, name="index"),
    path("deadline/", views.deadline, name="deadline"),
    path("deadline/<str:rule_id>/", views.rule, name="rule"),
    path("served/", views.served, name="served"),
    path("parole/", views.parole, name="parole"),
    path("custody/", views.custody, name="custody"),
    path("parcels/", views.parcels, name="parcels"),
]
