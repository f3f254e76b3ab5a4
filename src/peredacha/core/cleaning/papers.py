"""PDF: only what shows on the pages stays. Everything that hangs on the document beside its pages is left out.

The catalogue, the pages and the page tree keep a short list of keys; forms and notes become part of the page;
every picture loses its own metadata; what is no longer reachable is not written. Bookmarks, links and the
structure for assistive devices go too, because they hold words that nobody sees on the page.
"""

from io import BytesIO

import pikepdf
from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    PasswordError,
    Pdf,
    PdfError,
    Stream,
    StreamDecodeLevel,
)

from peredacha.core.cleaning import sentences
from peredacha.core.cleaning.streams import TooMuch, make_streams_bare, measure_text, reachable
from peredacha.core.cleaning.values import LIMITS, MEGABYTE, Limits, Unacceptable
from peredacha.core.language import Phrase, phrase

CATALOGUE = {"/Type", "/Pages", "/OCProperties"}
TREE = {"/Type", "/Kids", "/Count", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/Rotate"}
PAGE = (TREE - {"/Kids", "/Count"}) | {"/Contents", "/BleedBox", "/TrimBox", "/ArtBox", "/Group", "/UserUnit"}
TRACES = {
    *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/A", "/OpenAction", "/JS", "/JavaScript"),
    *("/AF", "/EF", "/EmbeddedFiles", "/OPI", "/Ref", "/PS", "/Level1", "/URI", "/ID", "/Usage", "/PtData"),
    *("/Creator", "/Author", "/Producer", "/CreationDate", "/ModDate", "/Title", "/Subject", "/Keywords"),
    *("/StructParent", "/StructParents", "/Measure", "/Lang"),
}
NAMED_BY_THE_PROGRAM = {  # inside these a key is a free name, so it tells nothing about what stands there
    *("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties"),
    *("/CharProcs", "/Colorants"),
}
LAYERS = {"/OCG", "/OCMD"}

# What the reader unpacks by itself are lists of objects and the looks of forms: a million objects take less than
# eight megabytes. Contents and pictures are only measured, in `streams`. The limits hold for the whole process.
OWN_STREAMS, MENDED_MOST = 8 * MEGABYTE, 20_000
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=OWN_STREAMS,
    png_max_memory=OWN_STREAMS,
    tiff_max_memory=OWN_STREAMS,
    run_length_max_memory=OWN_STREAMS,
    max_stream_filters=4,
    parser_max_container_size=100_000,
    parser_max_nesting=100,
    doc_max_warnings=1_000,
)


def clean_pdf(body: bytes, limits: Limits) -> tuple[bytes, tuple[Phrase, ...]]:
    """The pages as they look, and what was left out; raises Unacceptable with a sentence for the sender.

    A PDF that opens without a password is taken even when its author forbade copying; it is kept unlocked.
    """
    try:
        measure_text(body, OWN_STREAMS)
        pdf, mended = _opened(body)
        with pdf:
            clean, warnings = _cleaned(pdf, limits)
    except PasswordError:
        raise Unacceptable(sentences.LOCKED) from None
    except TooMuch:
        raise Unacceptable(sentences.UNPACKS) from None
    except Unacceptable:
        raise
    except Exception:  # the reader raises many kinds, some with words of the document in them
        raise Unacceptable(sentences.DAMAGED) from None
    return clean, (*warnings, *mended)


def _opened(body: bytes) -> tuple[Pdf, tuple[Phrase, ...]]:
    """The document; one that is broken is mended where that can be done, and the sender is asked to look."""
    try:
        return Pdf.open(BytesIO(body), attempt_recovery=False), ()
    except PasswordError:
        raise
    except PdfError:
        if body.count(b"obj") > MENDED_MOST:
            raise TooMuch from None
        return Pdf.open(BytesIO(body)), (sentences.MENDED,)


def _cleaned(pdf: Pdf, limits: Limits) -> tuple[bytes, tuple[Phrase, ...]]:
    if not 0 < len(pdf.pages) <= limits.pages:
        raise Unacceptable(phrase("A PDF may have 1 to {n} pages. Send it in parts.", n=limits.pages))
    warnings = _left_out(pdf)
    make_streams_bare(pdf, limits)
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")
    _keep_only_pages(pdf)
    for key, found in list(reachable(pdf, limits)):
        if key not in NAMED_BY_THE_PROGRAM or isinstance(found, Stream):
            _without_traces(found)
    out = BytesIO()
    pdf.save(
        out,
        fix_metadata_version=False,
        preserve_pdfa=False,
        object_stream_mode=ObjectStreamMode.generate,
        stream_decode_level=StreamDecodeLevel.none,
        deterministic_id=True,
        encryption=False,
    )
    return out.getvalue(), warnings


def _left_out(pdf: Pdf) -> tuple[Phrase, ...]:
    """What the sender may miss in the cleaned copy."""
    notes = [note for page in pdf.pages for note in _listed(page.obj.get(Name.Annots))]
    form = pdf.Root.get(Name.AcroForm)
    signed = isinstance(form, Dictionary) and int(form.get(Name.SigFlags, 0)) & 1
    unseen = [note for note in notes if Name.Contents in note and Name.AP not in note]
    files = len(pdf.attachments) or [note for note in notes if note.get(Name.Subtype) == "/FileAttachment"]
    told = ((files, sentences.ATTACHED), (unseen, sentences.COMMENTS), (signed, sentences.SIGNED))
    return tuple(said for found, said in told if found)


def _listed(value: Object | None) -> list[Dictionary]:
    return [one for one in value if isinstance(one, Dictionary)] if isinstance(value, Array) else []


def _keep_only_pages(pdf: Pdf) -> None:
    """Cut the catalogue, the tree of pages and every page down to what is needed to show them."""
    for key in set(pdf.trailer.keys()) - {"/Root", "/Size"}:
        del pdf.trailer[key]
    pdf.trailer[Name.Size] = (
        len(pdf.objects) + 1
    )  # a mended trailer may lack it, and then nobody can open the copy
    _keep(pdf.Root, CATALOGUE)
    for page in pdf.pages:
        _keep(page.obj, PAGE)
        holder, steps = page.obj.get(Name.Parent), 0
        while isinstance(holder, Dictionary) and steps < LIMITS.pages:
            _keep(holder, TREE)
            holder, steps = holder.get(Name.Parent), steps + 1


def _keep(found: Object, keys: set[str]) -> None:
    for key in set(found.keys()) - keys:
        del found[key]


def _without_traces(found: Object) -> None:
    """Blank one dictionary or stream: traces, the names of layers, and notes on marked text."""
    for key in TRACES & set(found.keys()):
        del found[key]
    if found.get(Name.Type) in LAYERS:
        _keep(found, {"/Type", "/Name", "/OCGs", "/P", "/VE", "/Intent"})
        if Name.Name in found:
            found[Name.Name] = pikepdf.String("")
    properties = found.get(Name.Properties)
    if isinstance(properties, Dictionary):
        for key, marked in list(properties.items()):
            if not (isinstance(marked, Dictionary) and marked.get(Name.Type) in LAYERS):
                properties[key] = Dictionary()
