"""Tables of the room: what is chosen stands inside the seal, the PDF that were made in encrypted files."""

from peredacha.rooms.conversations.models import BlobRow
from peredacha.rooms.vault.models import SealedRow


class BundleRow(SealedRow):
    """One sealed line: which pages are taken along under which name, or the sections of a biography."""

    class Meta(SealedRow.Meta):
        pass


class BundleFile(BlobRow):
    """The PDF of a bundle as it was made last. Its size and own key are sealed in the row."""

    class Meta(BlobRow.Meta):
        pass
