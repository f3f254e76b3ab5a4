"""Addresses of the store: random names, a code of a shop, a few words; never a person."""

from django.urls import path

from peredacha.rooms.stores.views import drives, goods, kits, lots, places, receiving, shelf

app_name = "stores"

LOT = "lots/<uuid:lot>/"
urlpatterns = [
    path("", shelf.index, name="index"),
    path("short/", shelf.short, name="short"),
    path("receive/", receiving.receive, name="receive"),
    path("receive/<uuid:good>/", receiving.receive_good, name="receive_good"),
    path("goods/<uuid:good>/", goods.good, name="good"),
    path(LOT, lots.lot, name="lot"),
    path(f"{LOT}move/", lots.move, name="move"),
    path(f"{LOT}count/", lots.count, name="count"),
    path(f"{LOT}write-off/", lots.off, name="write_off"),
    path("places/", places.places, name="places"),
    path("places/<uuid:place>/", places.rename, name="place"),
    path("drives/", drives.drives, name="drives"),
    path("drives/new/", drives.new, name="new_drive"),
    path("sets/", kits.kits, name="kits"),
    path("sets/<uuid:kit>/", kits.kit, name="kit"),
    path("sets/<uuid:kit>/drop/", kits.drop, name="drop_kit"),
]
