"""Addresses of bundles: random names and numbers of sections, never what is taken along."""

from django.urls import path

from peredacha.rooms.bundles.views import choosing, files

app_name = "bundles"

urlpatterns = []
for word, kind in (("bundles", "bundle"), ("packets", "packet")):
    told, place = {"kind": kind}, f"matters/<uuid:matter>/{word}/"
    one = f"{place}<uuid:bundle>/"
    urlpatterns += [
        path(place, choosing.listed, told, name=word),
        path(f"{place}new/", choosing.new, told, name=f"new_{kind}"),
        path(one, files.bundle, told, name=kind),
        path(f"{one}change/", choosing.change, told, name=f"change_{kind}"),
        path(f"{one}make/", files.bind, told, name=f"make_{kind}"),
        path(f"{one}papers.pdf", files.download, told, name=f"{kind}_file"),
        path(f"{one}take-away/", choosing.take, told, name=f"take_{kind}_away"),
        path(f"{one}put-back/", choosing.put, told, name=f"put_{kind}_back"),
    ]
SECTION = "matters/<uuid:matter>/packets/<uuid:bundle>/sections/<int:number>/"
urlpatterns.append(path(SECTION, choosing.section, {"kind": "packet"}, name="section"))
