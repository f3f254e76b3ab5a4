"""For which parcel something was packed: a name that only this house can tell, so that a seized disk links nothing."""

from uuid import UUID

from django.conf import settings

from peredacha.core.sealing import subkey, tag


def veiled_errand(errand: UUID) -> UUID:
    """The name under which events stand that were packed for a parcel: a keyed hash under the boot key."""
    return UUID(bytes=tag(subkey(settings.LOGIN_KEY, "stores.errand"), errand.bytes)[:16])
