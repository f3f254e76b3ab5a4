"""Addresses of the veterans' room."""

from django.urls import path

from peredacha.rooms.veterans import views

app_name = "veterans"
urlpatterns = [path("me/", views.me, name="me")]
