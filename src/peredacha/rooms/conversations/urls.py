"""Addresses of the conversations: random names, never a word of what was said."""

from django.urls import path

from peredacha.rooms.conversations.views import files, notices

app_name = "conversations"
urlpatterns = [
    path("talk/notices/", notices.notices, name="notices"),
    path("talk/matters/<uuid:matter>/file/", files.helper_attach, name="attach"),
    path("talk/matters/<uuid:matter>/inner-file/", files.helper_attach_inner, name="attach_inner"),
    path("talk/matters/<uuid:matter>/files/<uuid:attachment>/", files.helper_file, name="file"),
    path("talk/matters/<uuid:matter>/files/<uuid:attachment>/body/", files.helper_body, name="body"),
    path("talk/mine/file/", files.family_attach, name="family_attach"),
    path("talk/mine/files/<uuid:attachment>/", files.family_file, name="family_file"),
    path("talk/mine/files/<uuid:attachment>/body/", files.family_body, name="family_body"),
]
