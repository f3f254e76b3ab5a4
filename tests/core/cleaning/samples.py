"""Files as a phone or an office makes them, each with the same marks in every place where metadata lives."""

import struct
import zlib
from io import BytesIO

import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

MARK = "KRAVTSOVA-55-7558"
RUSSIAN = "Кравцова Вера"
ORIENTATION, AUTHOR, GPS = 0x0112, 0x013B, 0x8825


def leaves_no_mark(body: bytes) -> bool:
    """Whether no mark stands in the bytes, in any letters that a search of a disk would try."""
    for mark in (MARK, RUSSIAN):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1251"):
            written = mark.encode(encoding)
            if any(one in body for one in (written, written.hex().encode(), written.hex().upper().encode())):
                return False
    return True


def xmp() -> bytes:
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{MARK} {RUSSIAN}</dc:creator></x:xmpmeta>'.encode()
    )


def exif(orientation: int = 1) -> Image.Exif:
    notes = Image.Exif()
    notes[ORIENTATION], notes[AUTHOR] = orientation, MARK
    notes.get_ifd(GPS).update({1: "N", 2: (55.0, 45.0, 21.0), 29: MARK})
    return notes


def picture(mode: str = "RGB", size: tuple[int, int] = (64, 40)) -> Image.Image:
    """Soft colours with one dark corner on top left, so that a turn is seen."""
    soft = Image.linear_gradient("L").resize(size)
    drawn = Image.merge("RGB", (soft, soft.transpose(Image.Transpose.ROTATE_180), soft))
    drawn.paste((0, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    if mode == "RGBA":
        drawn.putalpha(soft)
    return drawn.convert(mode)


def jpeg_photo(orientation: int = 1, size: tuple[int, int] = (64, 40), mode: str = "RGB") -> bytes:
    """A photo with EXIF, GPS, XMP, a profile, a comment, IPTC, and a second picture behind its end."""
    out = BytesIO()
    notes = {"exif": exif(orientation), "icc_profile": MARK.encode(), "comment": MARK, "xmp": xmp()}
    picture(mode, size).save(out, "JPEG", quality=95, **notes)
    iptc = b"Photoshop 3.0\0" + MARK.encode()
    start, rest = out.getvalue()[:2], out.getvalue()[2:]
    return start + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + rest + MARK.encode()


def png_screen(mode: str = "RGB") -> bytes:
    out, notes = BytesIO(), PngInfo()
    notes.add_text("Author", MARK)
    notes.add_itxt("XML:com.adobe.xmp", xmp().decode(), zip=True)
    notes.add(b"prVt", MARK.encode())
    picture(mode).save(out, "PNG", pnginfo=notes, exif=exif(), icc_profile=MARK.encode())
    return out.getvalue() + MARK.encode()


def webp_photo(*, lossless: bool = False) -> bytes:
    out = BytesIO()
    picture().save(
        out, "WEBP", lossless=lossless, exif=exif().tobytes(), xmp=xmp(), icc_profile=MARK.encode()
    )
    return out.getvalue()


def gif_animation() -> bytes:
    out = BytesIO()
    first, second = picture("P"), picture().rotate(180).convert("P")
    first.save(out, "GIF", save_all=True, append_images=[second], comment=MARK.encode())
    return out.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A tiny PNG that declares a giant picture of zeros."""
    line = zlib.compress(bytes(1_000_000))
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", line), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def court_paper(pages: int = 2) -> bytes:
    """A PDF with marks in its notes, names, forms, layers, pictures, and in an older state of itself."""
    pdf = pikepdf.new()
    photo = pikepdf.Stream(pdf, jpeg_photo(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    photo.update({"/Width": 64, "/Height": 40, "/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8})
    photo.Filter, photo.Metadata = pikepdf.Name.DCTDecode, pikepdf.Stream(pdf, xmp())
    for number in range(pages):
        page = pdf.add_blank_page(page_size=(200, 300))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.obj.Resources = pikepdf.Dictionary(
            {
                "/XObject": {"/Title": pdf.make_indirect(photo)},
                "/Font": {"/A": font},
                "/Properties": {"/MC0": {"/Author": MARK}},
            }
        )
        shown = f"q 100 0 0 80 10 10 cm /Title Do Q BT /A 12 Tf 20 200 Td (Decision of page {number}) Tj ET"
        page.obj.Contents = pikepdf.Stream(pdf, shown.encode())
        page.obj.PieceInfo = pikepdf.Dictionary({"/Word": {"/LastModified": MARK, "/Private": MARK}})
        page.obj.Thumb = pikepdf.Stream(pdf, MARK.encode())
        page.obj.AA = pikepdf.Dictionary({"/O": script()})
        note = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Text, "/Rect": [0, 0, 9, 9]}
        link = {"/Subtype": pikepdf.Name.Link, "/Rect": [0, 0, 9, 9], "/A": script()}
        page.obj.Annots = pikepdf.Array(
            [pikepdf.Dictionary({**note, "/Contents": RUSSIAN, "/T": MARK}), pikepdf.Dictionary(link)]
        )
    describe(pdf)
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def script() -> pikepdf.Dictionary:
    return pikepdf.Dictionary({"/S": pikepdf.Name.JavaScript, "/JS": f"app.alert('{MARK}')"})


def describe(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as notes:
        notes["dc:creator"] = [MARK, RUSSIAN]
    pdf.docinfo["/Author"], pdf.docinfo["/Title"] = RUSSIAN, MARK
    pdf.Root.OpenAction = script()
    pdf.Root.Lang = MARK
    pdf.attachments[f"{MARK}.txt"] = MARK.encode()
    pdf.Root.Names.JavaScript = pikepdf.Dictionary({"/Names": [MARK, script()]})
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(MARK, 0))
