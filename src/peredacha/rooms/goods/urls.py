"""Addresses of the goods: random names, a code of a shop; never a person."""

from django.urls import path

from peredacha.rooms.goods.views import goods, papers

app_name = "goods"

GOOD, PAPER = "<uuid:good>/", "<uuid:good>/papers/<uuid:paper>/"
urlpatterns = [
    path("new/", goods.new, name="new"),
    path(f"{GOOD}change/", goods.change, name="change"),
    path(f"{GOOD}code/", goods.code, name="code"),
    path(f"{GOOD}papers/", papers.papers, name="papers"),
    path(PAPER, papers.body, name="paper"),
    path(f"{PAPER}remove/", papers.remove, name="remove_paper"),
]
