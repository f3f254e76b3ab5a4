"""A helper says where and how often to hear that there is something to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from peredacha.rooms.conversations.forms import NoticeForm
from peredacha.rooms.conversations.services import Box, change_wish, notice_wish
from peredacha.rooms.people.services import SignedMember, helpers


@require_http_methods(["GET", "HEAD", "POST"])
@helpers()
def notices(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """The own notices."""
    if request.method == "POST":
        form = NoticeForm(request.POST)
        if form.is_valid():
            told = form.cleaned_data
            daily, off = told["rhythm"] == "daily", told["rhythm"] == "off"
            change_wish(
                member=signed.member, box=None if off else Box(told["address"], told["language"], daily)
            )
            return redirect(f"{reverse('conversations:notices')}?saved=1")
    else:
        box = notice_wish(signed.member)
        rhythm = "off" if box is None else "daily" if box.daily else "hourly"
        box = box or Box("")
        form = NoticeForm(initial={"rhythm": rhythm, "address": box.address, "language": box.language})
    context = {"form": form, "saved": request.GET.get("saved") and request.method != "POST"}
    return render(request, "conversations/notices.html", context, status=422 if form.errors else 200)
