"""Addresses of the room: random names, never a place or a person."""

from django.urls import path

from peredacha.rooms.aid.views import files, offers, papers

app_name = "aid"

OFFER = "<uuid:offer>/"
urlpatterns = [
    path("", offers.index, name="index"),
    path("new/", offers.begin, name="begin"),
    path(OFFER, offers.show, name="offer"),
    path(f"{OFFER}goods/", offers.goods, name="goods"),
    path(f"{OFFER}goods/<uuid:row_id>/out/", offers.drop, name="drop"),
    path(f"{OFFER}list/", offers.sheet, name="list"),
    path(f"{OFFER}step/", offers.step, name="step"),
    path(f"{OFFER}file/", files.add, name="file"),
    path(f"{OFFER}files/<uuid:file>/", files.body, name="body"),
    path(f"{OFFER}papers/<slug:key>/", papers.paper, name="paper"),
    path(f"{OFFER}papers/<slug:key>/<int:number>/", papers.question, name="question"),
    path(f"{OFFER}papers/<slug:key>/paper.pdf", papers.take, {"form": "pdf"}, name="pdf"),
    path(f"{OFFER}papers/<slug:key>/paper.docx", papers.take, {"form": "docx"}, name="docx"),
]
