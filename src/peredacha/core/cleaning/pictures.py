"""Pictures drawn anew: unpacked, turned upright, and packed again, so that only the pixels go on."""

from io import BytesIO

from PIL import GifImagePlugin, Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from peredacha.core.cleaning import jpeg, sentences
from peredacha.core.cleaning.kinds import Kind
from peredacha.core.cleaning.values import Damaged, Limits, Unacceptable
from peredacha.core.language import Phrase, phrase

QUALITY = 88
ORIENTATION, NO_TURN = 0x0112, 1
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
READERS: dict[Kind, type[ImageFile.ImageFile]] = {
    Kind.JPEG: JpegImagePlugin.JpegImageFile,
    Kind.PNG: PngImagePlugin.PngImageFile,
    Kind.GIF: GifImagePlugin.GifImageFile,
    Kind.WEBP: WebPImagePlugin.WebPImageFile,
}
GRAY_DEPTHS = {"1", "L", "I;16"}
CLEAR = {"LA", "PA", "RGBA", "RGBa", "La"}


def clean_picture(kind: Kind, body: bytes, limits: Limits) -> tuple[str, bytes, tuple[Phrase, ...]]:
    """JPEG at quality 88 or PNG, without any metadata or colour profile; of an animation the first picture.

    Raises Unacceptable when the picture is larger than the limit, before it is unpacked, or is damaged.
    """
    width, height = _size(kind, body)
    if width * height > limits.pixels:
        most = limits.pixels // 1_000_000
        raise Unacceptable(
            phrase("The picture has more than {n} megapixels. Send a smaller one or a screenshot.", n=most)
        )
    try:
        drawn, moves = _drawn(kind, body, (width, height), limits)
        mime, clean = _packed(drawn, as_photo=kind is Kind.JPEG or (kind is Kind.WEBP and b"VP8 " in body))
    except Exception:  # Pillow raises nearly every kind on broken bytes, some with the bytes in their words
        raise Unacceptable(sentences.DAMAGED) from None
    return mime, clean, (sentences.ANIMATION,) if moves else ()


def _size(kind: Kind, body: bytes) -> tuple[int, int]:
    """Width and height as the header declares them, read before anything is unpacked."""
    if kind is Kind.GIF:
        return int.from_bytes(body[6:8], "little"), int.from_bytes(body[8:10], "little")
    if kind is Kind.PNG:
        return int.from_bytes(body[16:20], "big"), int.from_bytes(body[20:24], "big")
    if kind is Kind.WEBP:
        return _webp_size(body)
    for marker, content in jpeg.parts(body):
        if marker in range(0xC0, 0xD0) and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(content[3:5], "big"), int.from_bytes(content[1:3], "big")
    raise Damaged


def _webp_size(body: bytes) -> tuple[int, int]:
    if body[12:16] == b"VP8X":
        return int.from_bytes(body[24:27], "little") + 1, int.from_bytes(body[27:30], "little") + 1
    if body[12:16] == b"VP8L":
        packed = int.from_bytes(body[21:25], "little")
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    if body[12:16] == b"VP8 ":
        return int.from_bytes(body[26:28], "little") & 0x3FFF, int.from_bytes(body[28:30], "little") & 0x3FFF
    raise Damaged


def _drawn(kind: Kind, body: bytes, size: tuple[int, int], limits: Limits) -> tuple[Image.Image, bool]:
    """The first picture, upright and bare, and whether more pictures follow. Only the reader of this kind runs."""
    photo = kind is Kind.JPEG
    with READERS[kind](BytesIO(jpeg.stripped(body, limits) if photo else body)) as opened:
        if opened.size != size:
            raise Damaged
        opened.load()
        moves = not photo and bool(getattr(opened, "is_animated", False))
        turn = UPRIGHT.get(_noted_turn(body) if photo else _turn_in(opened))
        picture = _plain(opened)
    return (picture.transpose(turn) if turn is not None else picture), moves


def _noted_turn(body: bytes) -> int:
    """The turn in the EXIF part of a JPEG."""
    for marker, content in jpeg.parts(body):
        if marker == jpeg.EXIF and content.startswith(b"Exif\0\0"):
            return _turn_in(content)
    return NO_TURN


def _turn_in(noted: bytes | ImageFile.ImageFile) -> int:
    """The turn that the camera noted; none when its note cannot be read."""
    try:
        if isinstance(noted, bytes):
            notes = Image.Exif()
            notes.load(noted)
        else:
            notes = noted.getexif()
        turn = notes.get(ORIENTATION, NO_TURN)
    except Exception:  # a broken note of the camera is no reason to refuse the photo
        return NO_TURN
    return turn if isinstance(turn, int) else NO_TURN


def _plain(opened: ImageFile.ImageFile) -> Image.Image:
    """The pixels in a mode that both formats know, without the notes that travel with an image."""
    if opened.mode in CLEAR or "transparency" in opened.info:
        picture = opened.convert("RGBA")
    elif opened.mode in GRAY_DEPTHS:
        picture = opened.copy()
    else:
        picture = opened.convert("RGB")
    picture.info = {}
    return picture


def _packed(picture: Image.Image, *, as_photo: bool) -> tuple[str, bytes]:
    out = BytesIO()
    if as_photo and picture.mode in ("L", "RGB"):
        picture.save(out, "JPEG", quality=QUALITY, optimize=False)
        return "image/jpeg", out.getvalue()
    picture.save(out, "PNG")
    return "image/png", out.getvalue()
