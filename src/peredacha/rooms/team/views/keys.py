"""The keys of my account: passphrase, printed words, apps, passkeys, printed codes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.wording import said
from peredacha.rooms.people.services import (
    Refused,
    SignedMember,
    add_passkey,
    change_extra,
    change_passphrase,
    helpers,
    make_printed_codes,
    patient,
    registration_options,
)
from peredacha.rooms.team.forms import NewAppForm, NewPassphraseForm, PasskeyForm
from peredacha.rooms.team.services import confirm_app, keep_words, prepare_app, prepare_words, remove_factor
from peredacha.rooms.team.views.joining import app_picture, check_page, words_page
from peredacha.rooms.team.views.sure import is_sure, surely

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])


@surely("passphrase")
@PAGE_AND_FORM
@patient
def passphrase(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """A new passphrase; all other visits end."""
    form = NewPassphraseForm.asked(request)
    if form.is_valid():
        change_passphrase(visit=signed.visit, passphrase=form.cleaned_data["passphrase"])
        return redirect("team:account")
    return render(request, "team/passphrase.html", {"form": form}, status=form.status)


@surely("words")
@require_safe
def words(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """New printed words, not in force yet."""
    prepare_words(visit=signed.visit, language=(get_language() or "ru")[:2])
    return words_page(request, signed.visit, "team:words_check")


@surely("words")
@PAGE_AND_FORM
def words_check(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Two of the new words typed back: from then on the old paper opens nothing."""
    if "words" not in signed.visit.extra:
        return redirect("team:words")
    return check_page(request, signed.visit, keep_words, "team:words", "team:account")


@surely("app")
@PAGE_AND_FORM
def app(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """One more app with one-time codes."""
    secret = prepare_app(visit=signed.visit)
    form = NewAppForm.asked(request)
    if form.is_valid():
        typed, label = form.cleaned_data["code"], form.cleaned_data["label"]
        found = confirm_app(
            visit=signed.visit, member=signed.member, typed=typed, label=label, now=timezone.now()
        )
        if not isinstance(found, Refused):
            return redirect("team:account")
        form.refuse(said(found.said))
    context = {"form": form, **app_picture(secret)}
    return render(request, "team/app.html", context, status=form.status)


@surely("passkey")
@PAGE_AND_FORM
def passkey(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """One more passkey; the only page that needs the browser's script."""
    form = PasskeyForm.asked(request)
    if form.is_valid():
        found = add_passkey(visit=signed.visit, member=signed.member, **form.cleaned_data, now=timezone.now())
        if not isinstance(found, Refused):
            return redirect("team:account")
        form.refuse(said(found.said))
    options = registration_options(visit=signed.visit, member=signed.member)
    context = {"form": form, "options": options}
    return render(request, "team/passkey.html", context, status=form.status)


@surely("new_codes")
@PAGE_AND_FORM
def new_codes(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Ten fresh printed codes; the old ones are void."""
    if request.method == "POST":
        change_extra(signed.visit, codes=" ".join(make_printed_codes(member=signed.member)))
        return redirect("team:codes")
    return render(request, "team/new_codes.html")


@helpers()
@require_POST
def remove(request: HttpRequest, signed: SignedMember, factor_id: UUID) -> HttpResponse:
    """Take one second factor away, never the last one."""
    if not is_sure(signed):
        return redirect("team:sure", "app")
    refused = remove_factor(member=signed.member, factor_id=factor_id)
    if refused:
        return render(request, "team/last_factor.html", {"sentence": said(refused.said)}, status=422)
    return redirect("team:account")
