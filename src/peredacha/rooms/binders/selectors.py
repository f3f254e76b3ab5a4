"""What the room reads: the sealed rows of a safe."""

from uuid import UUID

from peredacha.rooms.binders.models import BinderFile, BinderPreview, BinderRow


def lines_of(safe: UUID) -> list[BinderRow]:
    """Every line of a binder, oldest first."""
    return list(BinderRow.objects.filter(safe=safe))


def files_of(safe: UUID) -> list[BinderFile]:
    """Every file of a binder, oldest first."""
    return list(BinderFile.objects.filter(safe=safe))


def preview_of(line: UUID) -> BinderPreview | None:
    """The small picture of the page in this line; None while nobody has looked."""
    return BinderPreview.objects.filter(of=line).first()


def lock_binder(safe: UUID) -> None:
    """Let others who change the same binder wait until the transaction ends."""
    list(BinderRow.objects.select_for_update().filter(safe=safe).order_by("sequence")[:1])
