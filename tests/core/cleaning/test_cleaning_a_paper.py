"""A PDF goes on as its pages look; who wrote it, what lay inside and what it would run stays behind."""

import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf
from tests.core.cleaning.samples import MARK, RUSSIAN, court_paper, jpeg_photo, leaves_no_mark, xmp

from peredacha.core.cleaning import Limits, Unacceptable, jpeg
from peredacha.core.cleaning.cleaner import clean_file
from peredacha.core.cleaning.values import LIMITS
from peredacha.core.language import speak


def opened_wide(body: bytes) -> bytes:
    """The same PDF with every stream unpacked and every object in plain sight."""
    out = BytesIO()
    with Pdf.open(BytesIO(body)) as pdf:
        pdf.save(
            out,
            qdf=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return out.getvalue()


def changed(change: Callable[[Pdf], None], **saving: object) -> bytes:
    out = BytesIO()
    with Pdf.open(BytesIO(court_paper(1))) as pdf:
        change(pdf)
        pdf.save(out, **saving)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_paper_keeps_its_pages_and_loses_everything_beside_them() -> None:
    body = court_paper()
    assert MARK.encode() in opened_wide(body)

    clean = clean_file("decision.pdf", body)

    wide = opened_wide(clean.body)
    assert leaves_no_mark(wide) and leaves_no_mark(clean.body)
    for trace in (
        b"/JavaScript",
        b"/OpenAction",
        b"/Metadata",
        b"/Info",
        b"/PieceInfo",
        b"/Names",
        b"/Annots",
    ):
        assert trace not in wide
    assert wide.count(b"(Decision of page") == 2
    with Pdf.open(BytesIO(clean.body)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        shown = pdf.pages[0].obj.Resources
        assert shown.Font["/A"].BaseFont == Name.Helvetica, "a font may be called like a trace"
        assert shown.XObject["/Title"].read_raw_bytes() == jpeg.stripped(jpeg_photo(), LIMITS)


def test_vera_is_told_what_was_left_out() -> None:
    said = " ".join(speak(one, "en") for one in clean_file("decision.pdf", court_paper()).warnings)

    assert "Other files" in said and "Notes" in said and "signed" not in said


def test_the_same_paper_gives_the_same_bytes_and_no_old_number() -> None:
    body = court_paper()
    with Pdf.open(BytesIO(body)) as pdf:
        old = bytes(pdf.trailer.ID[0])

    clean = clean_file("decision.pdf", body).body

    assert clean_file("decision.pdf", body).body == clean
    assert old not in clean and old.hex().encode() not in clean.lower()


def test_what_was_typed_into_a_form_becomes_part_of_the_page() -> None:
    def fill(pdf: Pdf) -> None:
        box = {"/Type": Name.Annot, "/Subtype": Name.Widget, "/FT": Name.Tx, "/Rect": [10, 10, 190, 40]}
        field = pdf.make_indirect(
            Dictionary({**box, "/T": MARK, "/V": "article 212", "/DA": "/Helv 12 Tf 0 g"})
        )
        helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.Root.AcroForm = Dictionary({"/Fields": [field], "/NeedAppearances": True, "/SigFlags": 3})
        pdf.Root.AcroForm.DR = Dictionary({"/Font": {"/Helv": helvetica}})
        pdf.pages[0].obj.Annots.append(field)

    clean = clean_file("form.pdf", changed(fill))

    wide = opened_wide(clean.body)
    assert b"(article 212) Tj" in wide and leaves_no_mark(wide) and b"/AcroForm" not in wide
    assert "signed electronically" in speak(clean.warnings[-1], "en")


def test_a_hidden_layer_stays_hidden_and_loses_its_name() -> None:
    def layer(pdf: Pdf) -> None:
        drawing = pdf.make_indirect(
            Dictionary({"/Type": Name.OCG, "/Name": MARK, "/Usage": {"/Creator": RUSSIAN}})
        )
        pdf.Root.OCProperties = Dictionary({"/OCGs": [drawing], "/D": {"/OFF": [drawing], "/Creator": MARK}})
        pdf.pages[0].obj.Resources.Properties["/MC1"] = drawing

    clean = clean_file("plan.pdf", changed(layer)).body

    assert leaves_no_mark(opened_wide(clean))
    with Pdf.open(BytesIO(clean)) as pdf:
        assert pdf.Root.OCProperties.D.OFF[0].objgen == pdf.pages[0].obj.Resources.Properties["/MC1"].objgen


def test_a_photo_packed_twice_and_a_jpeg_2000_are_cleaned_too() -> None:
    def pack(pdf: Pdf) -> None:
        photo = pdf.pages[0].obj.Resources.XObject["/Title"]
        photo.write(zlib.compress(jpeg_photo()), filter=pikepdf.Array([Name.FlateDecode, Name.DCTDecode]))
        boxes = ((b"jP  ", b"\r\n\x87\n"), (b"xml ", xmp()), (b"jp2h", b"head"), (b"jp2c", b"\xff\x4fcode"))
        scan = b"".join((len(one) + 8).to_bytes(4, "big") + name + one for name, one in boxes)
        other = pdf.make_stream(scan, Filter=Name.JPXDecode, Subtype=Name.Image)
        pdf.pages[0].obj.Resources.XObject["/Scan"] = other

    clean = clean_file("photos.pdf", changed(pack)).body

    assert leaves_no_mark(opened_wide(clean))
    with Pdf.open(BytesIO(clean)) as pdf:
        pictures = pdf.pages[0].obj.Resources.XObject
        assert pictures["/Title"].read_raw_bytes() == jpeg.stripped(jpeg_photo(), LIMITS)
        assert pictures["/Scan"].read_raw_bytes().endswith(b"\xff\x4fcode")


def refused(body: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(Unacceptable) as no:
        clean_file("paper.pdf", body, limits=limits)
    return speak(no.value.said, "en")


def test_a_paper_behind_a_password_is_refused_and_one_that_only_forbids_copying_is_taken() -> None:
    locked = changed(lambda pdf: None, encryption=pikepdf.Encryption(owner="owner", user="Vera"))
    forbidding = changed(lambda pdf: None, encryption=pikepdf.Encryption(owner="owner", user=""))

    assert "without a password" in refused(locked)
    clean = clean_file("paper.pdf", forbidding)
    assert leaves_no_mark(opened_wide(clean.body)) and b"/Encrypt" not in clean.body


def test_too_many_pages_are_refused() -> None:
    assert "1 to 3 pages" in refused(court_paper(4), Limits(pages=3))


@cache
def bomb(size: int) -> bytes:
    machine = zlib.compressobj(9)
    return b"".join([*(machine.compress(bytes(1 << 20)) for _ in range(size >> 20)), machine.flush()])


def test_a_stream_that_unpacks_without_end_is_refused() -> None:
    def hide(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents.write(bomb(256 << 20), filter=Name.FlateDecode)

    assert "too complex" in refused(changed(hide, compress_streams=False))


def test_a_stream_packed_many_times_over_is_refused() -> None:
    def hide(pdf: Pdf) -> None:
        twice = zlib.compress(bomb(256 << 20), 9)
        pdf.pages[0].obj.Contents.write(twice, filter=pikepdf.Array([Name.FlateDecode] * 2))

    body = changed(hide, compress_streams=False)
    assert len(body) < 100_000 and "too complex" in refused(body)


def test_many_large_streams_together_are_refused() -> None:
    assert "too complex" in refused(court_paper(), Limits(paper_bytes=1000))
    assert "too complex" in refused(court_paper(), Limits(parts=20))


def test_a_giant_picture_inside_is_refused() -> None:
    def blow(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources.XObject["/Title"].Width = 100_000_000

    assert "too complex" in refused(changed(blow))


def test_objects_packed_into_a_bomb_are_refused() -> None:
    packed = bomb(256 << 20)
    lines = [
        b"%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 5 0 R>>\nendobj\n",
        b"4 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed),
        packed + b"\nendstream\nendobj\n",
    ]
    start = len(b"".join(lines))
    table = b"".join(
        kind + where.to_bytes(4, "big") + b"\0"
        for kind, where in ((b"\1", 9), (b"\1", len(lines[0])), (b"\2", 4), (b"\1", start))
    )
    index = b"6 0 obj\n<</Type/XRef/Size 7/Root 1 0 R/W[1 4 1]/Index[1 1 4 3]/Length %d>>stream\n" % len(
        table
    )
    body = b"".join([*lines, index, table, b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % start])

    assert refused(body)


def test_a_paper_of_endless_words_is_refused_before_it_is_read() -> None:
    words = b"%PDF-1.4\n1 0 obj\n" + b"<<>>" * 5_000_000
    things = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n" % number for number in range(300_000))

    assert "too complex" in refused(words)
    assert "too complex" in refused(words + b"stream\nendstream", Limits())
    assert "too complex" in refused(things)


def test_a_paper_with_a_wrong_table_is_mended_and_vera_is_asked_to_look() -> None:
    body = court_paper()
    moved = body.replace(b"%PDF-1.", b"%PDF-1.7\n" + b"%" * 99 + b"\n%PDF-1.", 1)

    clean = clean_file("decision.pdf", moved)

    assert "was mended" in speak(clean.warnings[-1], "en")
    assert (
        leaves_no_mark(opened_wide(clean.body)) and opened_wide(clean.body).count(b"(Decision of page") == 2
    )
    assert not [one for one in clean_file("decision.pdf", body).warnings if "mended" in one.message]
