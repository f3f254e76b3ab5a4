"""Addresses of the facilities room."""

from django.urls import path, register_converter

from peredacha.rooms.facilities import views


class PublicIdConverter:
    """The random letters that name a card in an address."""

    regex = "[bcdfghjkmnpqrstvwxz]{12}"

    def to_python(self, value: str) -> str:
        """The letters as they stand."""
        return value

    def to_url(self, value: str) -> str:
        """The letters as they stand."""
        return value


register_converter(PublicIdConverter, "facility_id")

app_name = "facilities"
urlpatterns = [
    path("", views.search_facilities, name="index"),
    path("<facility_id:public_id>/", views.show_facility, name="card"),
]
