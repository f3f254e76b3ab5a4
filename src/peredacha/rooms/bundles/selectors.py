"""What the room reads: the sealed rows of a safe."""

from uuid import UUID

from peredacha.rooms.bundles.models import BundleFile, BundleRow


def lines_of(safe: UUID) -> list[BundleRow]:
    """Every bundle of a safe, oldest first."""
    return list(BundleRow.objects.filter(safe=safe))


def pdfs_of(safe: UUID) -> list[BundleFile]:
    """Every PDF of a safe, oldest first."""
    return list(BundleFile.objects.filter(safe=safe))
