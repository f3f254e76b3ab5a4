"""Addresses of the room: random names alone, never for whom or what."""

from django.urls import path

from peredacha.rooms.batches.views import batches, papers

app_name = "batches"

BATCH = "batches/<uuid:batch>/"
urlpatterns = [
    path("code/", batches.code, name="code"),
    path("batches/", batches.index, name="index"),
    path(BATCH, batches.batch, name="batch"),
    path(f"{BATCH}take/", batches.take, name="take"),
    path(f"{BATCH}papers/", papers.papers, name="papers"),
    path(f"{BATCH}papers/<uuid:paper>/", papers.paper, name="paper"),
]
"""Pages of the room."""
