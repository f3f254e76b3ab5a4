"""Addresses of papers: random names and numbers of pages, never which paper it is or what stands in it.

The pages under ``about/`` tell everybody about a filing, like any page of advice; they belong to no family.
"""

from django.urls import path

from peredacha.rooms.plans.views import choosing, lawyer, papers, writing

app_name = "plans"

PAPER = "matters/<uuid:matter>/<uuid:paper>/"
urlpatterns = [
    path("", choosing.mine, name="mine"),
    path("review/", lawyer.review, name="review"),
    path("about/<slug:filing>/", choosing.wanted, name="wanted"),
    path("about/<slug:filing>/begin/", choosing.begin_wanted, name="begin"),
    path("matters/<uuid:matter>/", choosing.papers, name="papers"),
    path("matters/<uuid:matter>/choose/", choosing.choose, name="choose"),
    path(PAPER, papers.paper, name="paper"),
    path(f"{PAPER}about/", choosing.about_paper, name="about"),
    path(f"{PAPER}next/", writing.next_page, name="next"),
    path(f"{PAPER}questions/<int:number>/", writing.question, name="question"),
    path(f"{PAPER}words/<int:number>/", writing.words, name="words"),
    path(f"{PAPER}check/", writing.check, name="check"),
    path(f"{PAPER}change/", writing.change, name="change"),
    path(f"{PAPER}versions/<int:number>/", papers.version, name="version"),
    path(f"{PAPER}versions/<int:number>/paper.pdf", papers.print_version, {"form": "pdf"}, name="pdf"),
    path(f"{PAPER}versions/<int:number>/paper.docx", papers.print_version, {"form": "docx"}, name="docx"),
    path(f"{PAPER}send/", papers.send, name="send"),
    path(f"{PAPER}look/", lawyer.look, name="look"),
    path(f"{PAPER}filed/", papers.filed, name="filed"),
    path(f"{PAPER}answered/", papers.answered, name="answered"),
]
