"""The lock of a backup: an age file, sealed to public keys or under a passphrase."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from django.utils.translation import gettext as _
from pyrage import (
    DecryptError,
    EncryptError,
    IdentityError,
    RecipientError,
    decrypt_io,
    encrypt_io,
    passphrase,
    x25519,
)

from peredacha.config.commands.backups.wrong import Damaged, Refused

LEAST_PASSPHRASE = 20
MOST_UNDER_PASSPHRASE = 256 * 1024 * 1024
"""Under a passphrase the whole backup stands in memory [bytes]; under a key it streams."""


class Sink(Protocol):
    """Whatever takes the clear bytes one after the other."""

    def write(self, data: bytes, /) -> int:
        """Take some bytes; gives how many."""

    def flush(self) -> None:
        """Nothing is held back."""


@dataclass(frozen=True, repr=False)
class Lock:
    """What closes a backup: public keys (``age1…``), or a passphrase."""

    recipients: tuple[str, ...] = ()
    passphrase: str = ""


@dataclass(frozen=True, repr=False)
class Opener:
    """What opens a backup: secret keys (``AGE-SECRET-KEY-1…``), or a passphrase."""

    identities: tuple[str, ...] = ()
    passphrase: str = ""


@dataclass
class _Source:
    """Chunks as something to read from; keeps the error that stopped them."""

    chunks: Iterator[bytes]
    error: Exception | None = None
    held: bytearray = field(default_factory=bytearray)

    def read(self, size: int) -> bytes:
        try:
            while len(self.held) < size:
                self.held += next(self.chunks)
        except StopIteration:
            pass
        except Exception as error:
            self.error = error
            raise
        data = bytes(self.held[:size])
        del self.held[:size]
        return data


def fresh_keys() -> tuple[str, str]:
    """A new pair: the secret key and the public one."""
    secret = x25519.Identity.generate()
    return str(secret), str(secret.to_public())


def seal(lock: Lock) -> Callable[[Iterable[bytes], BinaryIO], None]:
    """What writes chunks into a file under the lock; raises Refused at once when the lock is unusable."""
    if not lock.recipients:
        if len(lock.passphrase) < LEAST_PASSPHRASE:
            raise Refused(_("A passphrase for a backup needs 20 characters or more: take seven words."))
        return lambda chunks, file: _seal_under_passphrase(chunks, file, lock.passphrase)
    try:
        recipients = [x25519.Recipient.from_str(one) for one in lock.recipients]
    except RecipientError as error:
        raise Refused(
            _("A recipient is a whole line `age1…`, as `peredacha backup_keys` prints it.")
        ) from error
    return lambda chunks, file: _seal_to(chunks, file, recipients)


def _seal_to(chunks: Iterable[bytes], file: BinaryIO, recipients: list[x25519.Recipient]) -> None:
    source = _Source(iter(chunks))
    try:
        encrypt_io(source, file, recipients)
    except EncryptError:
        if source.error:
            raise source.error from None
        raise


def _seal_under_passphrase(chunks: Iterable[bytes], file: BinaryIO, secret: str) -> None:
    clear = bytearray()
    for chunk in chunks:
        clear += chunk
        if len(clear) > MOST_UNDER_PASSPHRASE:
            raise Refused(
                _("This backup is too large for a passphrase: make keys with `peredacha backup_keys`.")
            )
    file.write(passphrase.encrypt(bytes(clear), secret))


def open_into(file: Path, opener: Opener, sink: Sink) -> None:
    """Send the clear bytes of a backup into ``sink``; raises Damaged, Refused, or what the sink raises."""
    try:
        identities = [x25519.Identity.from_str(one) for one in opener.identities]
    except IdentityError as error:
        raise Refused(_("The file of the identity must hold a line `AGE-SECRET-KEY-1…`.")) from error
    if not identities and not opener.passphrase:
        raise Refused(_("The file of the identity must hold a line `AGE-SECRET-KEY-1…`."))
    kept = _Kept(sink)
    try:
        with file.open("rb") as stream:
            if identities:
                decrypt_io(stream, kept, identities)
            else:
                kept.write(passphrase.decrypt(stream.read(), opener.passphrase))
    except FileNotFoundError as error:
        raise kept.error or Refused(_("There is no file of that name.")) from error
    except (DecryptError, OSError) as error:
        raise kept.error or Damaged(
            _("The backup does not open: another key closed it, or the file is damaged.")
        ) from error


@dataclass
class _Kept:
    """A sink that remembers why it stopped: the cipher's own errors look alike."""

    sink: Sink
    error: Exception | None = None

    def write(self, data: bytes) -> int:
        try:
            return self.sink.write(data)
        except Exception as error:
            self.error = error
            raise

    def flush(self) -> None:
        self.sink.flush()
