"""Addresses of the room: nouns, and never a word of what was answered."""

from django.urls import path

from peredacha.rooms.intake.views import asking, doors, planning

app_name = "intake"

urlpatterns = [
    path("", doors.start, name="start"),
    path("doors/<slug:name>/", asking.door, name="door"),
    path("questions/<slug:question_id>/", asking.question, name="question"),
    path("answers/", asking.check, name="check"),
    path("plan/", planning.plan, name="plan"),
    path("plan/sheet/", planning.sheet, name="sheet"),
    path("plan/file/", planning.file, name="file"),
    path("plan/calendar/", planning.calendar, name="calendar"),
    path("where/", planning.where, name="where"),
    path("letters/", planning.letters, name="letters"),
    path("letters/<slug:letter_id>/", planning.letter, name="letter"),
    path("advice/<slug:page_id>/", doors.advice, name="page"),
    path("law/<str:row>/", doors.rule, name="rule"),
    path("exit/", doors.leave, name="exit"),
    path("forget/", doors.forget, name="forget"),
    path("forgotten/", doors.forgotten, name="forgotten"),
]
