"""The address of the catalogue."""

from django.urls import path

from peredacha.design import views

app_name = "design"

urlpatterns = [path("", views.catalogue, name="catalogue")]
