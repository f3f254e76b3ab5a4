"""Addresses of the people room: the door, and the alarm."""

from django.urls import path

from peredacha.rooms.people.views import alarm, doors

app_name = "people"
urlpatterns = [
    path("sign-in/", doors.enter, name="sign_in"),
    path("sign-in/code/", doors.second_factor, name="second_factor"),
    path("sign-in/passkey/", doors.second_factor_by_key, name="second_factor_by_key"),
    path("sign-in/words/", doors.come_back, name="recover"),
    path("sign-out/", doors.leave, name="sign_out"),
    path("locked/", alarm.locked, name="locked"),
    path("me/news/", alarm.news, name="news"),
    path("me/lock/", alarm.lock, name="lock"),
]
