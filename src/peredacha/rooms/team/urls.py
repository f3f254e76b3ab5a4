"""Addresses of the team room: joining, my account, the team."""

from django.urls import path

from peredacha.rooms.team.views import account, joining, keys, lost, sure, team

app_name = "team"
urlpatterns = [
    path("join/<str:token>/", joining.join, name="join"),
    path("joining/words/", joining.join_words, name="join_words"),
    path("joining/words/check/", joining.join_check, name="join_check"),
    path("joining/app/", joining.join_factor, name="join_factor"),
    path("sign-in/lost/", lost.lost, name="lost"),
    path("me/", account.account, name="account"),
    path("me/name/", account.name, name="name"),
    path("me/rest/", account.take_rest, name="pause"),
    path("me/rest/end/", account.end_rest, name="resume"),
    path("me/codes/", account.codes, name="codes"),
    path("me/codes/new/", keys.new_codes, name="new_codes"),
    path("me/passphrase/", keys.passphrase, name="passphrase"),
    path("me/words/", keys.words, name="words"),
    path("me/words/check/", keys.words_check, name="words_check"),
    path("me/app/", keys.app, name="app"),
    path("me/passkey/", keys.passkey, name="passkey"),
    path("me/factors/<uuid:factor_id>/remove/", keys.remove, name="remove_factor"),
    path("me/sure/<slug:name>/", sure.sure, name="sure"),
    path("", team.team, name="team"),
    path("invite/", team.invite_one, name="invite"),
    path("invite/link/", team.link, name="link"),
    path("invitations/<uuid:invitation_id>/vouch/", team.vouch_for, name="vouch"),
    path("invitations/<uuid:invitation_id>/back/", team.take_back, name="withdraw"),
    path("<uuid:member_id>/", team.member, name="member"),
    path("<uuid:member_id>/roles/<int:role_id>/end/", team.end, name="end_role"),
    path("<uuid:member_id>/freeze/", team.freeze_one, name="freeze"),
    path("<uuid:member_id>/thaw/", team.thaw_one, name="thaw"),
    path("<uuid:member_id>/branch/", team.cut, name="cut_branch"),
    path("<uuid:member_id>/leave/", team.part, name="let_go"),
]
