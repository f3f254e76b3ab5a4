"""Addresses of the room: months such as 2026-10 and random names alone."""

from django.urls import path

from peredacha.rooms.tallies.views import inside, public

app_name = "tallies"
urlpatterns = [
    path("", public.reports, name="reports"),
    path("cost/", public.cost, name="cost"),
    path("spending/", inside.spending, name="spending"),
    path("spending/<uuid:spending_id>/back/", inside.back, name="back"),
    path("numbers/", inside.numbers, name="numbers"),
    path("numbers/<slug:month>/", inside.numbers, name="month_inside"),
    path("months/<slug:month>/", public.report, name="report"),
    path("months/<slug:month>/table.csv", public.table, name="table"),
]
