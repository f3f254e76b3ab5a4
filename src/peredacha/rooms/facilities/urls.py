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
    path("reports/", views.show_reports, name="reports"),
    path("reports/<uuid:report>/", views.settle, name="settle"),
    path("<facility_id:public_id>/", views.show_facility, name="card"),
    path("<facility_id:public_id>/different/", views.choose_line, name="different"),
    path("<facility_id:public_id>/different/<slug:subject>/<slug:thing>/", views.tell, name="tell"),
]
