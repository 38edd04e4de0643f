"""From what a reader understood to rows: one transaction, whole or nothing, and nothing new for the same file."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field

from django.db import connection, transaction
from django.utils import timezone

from sources import locators, texts
from sources.ingest import blocks as shapes
from sources.ingest.anchors import anchors, locator
from sources.ingest.blocks import RefusedFileError
from sources.models import Document, Note, Passage, Quotation, Reading
from sources.resting import ground

BATCH = 2000  # rows of one INSERT
Progress = Callable[[int, int], None]


@dataclass
class Receipt:
    """What a reading-in did, counted in the database afterwards."""

    changed: bool
    reading: Reading
    passages: dict[str, int] = field(default_factory=dict)
    notes: int = 0
    markers: int = 0
    repairs: int = 0
    parts: list[Document] = field(default_factory=list)
    linked: int = 0
    unlinked: list[str] = field(default_factory=list)
    lost_quotations: list[Quotation] = field(default_factory=list)
    left_behind: list[tuple[Quotation, str]] = field(default_factory=list)  # of the texts that this one replaces


def load(
    document: Document,
    understood: shapes.Reading,
    *,
    data: bytes,
    file_name: str,
    by: str = "",
    progress: Progress | None = None,
) -> Receipt:
    """Make a file's passages and notes, those of documents inside it included; return what was done.

    The same file read to the same blocks changes nothing. Another layout replaces the passages, and anchors of equal
    passages stay. Raises RefusedFileError where the document's file is another one.
    """
    digest = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        Document.objects.select_for_update().get(pk=document.pk)
        before = Reading.objects.filter(document=document).first()
        _refuse_another(document, before, digest)
        parts = parts_of(document)
        rows = _passages(understood, document, parts)
        if before and _same(before, understood, rows):
            return _receipt(False, before, document, parts)
        if before:
            _remove(before)
        reading = _reading(understood, document, digest, file_name, by)
        _store(reading, understood, rows, progress)
        if not document.sha256:
            Document.objects.filter(pk=document.pk).update(sha256=digest, file_name=file_name[:200])
        lost = [row for each in (document, *parts) for row in texts.recheck(each)]
    _analyse(len(rows))
    receipt = _receipt(True, reading, document, parts)
    receipt.lost_quotations = lost
    receipt.left_behind = texts.left_behind(document)
    return receipt


def parts_of(document: Document) -> list[Document]:
    """Return the documents that stand in a document's file, of whatever depth, outermost first."""
    found: list[Document] = []
    level = [document]
    while level:
        level = list(Document.objects.filter(part_of__in=level).exclude(part_lines="").order_by("key"))
        level = [each for each in level if each not in found and each != document]
        found += level
    return found


def _refuse_another(document: Document, before: Reading | None, digest: str) -> None:
    known = before.sha256 if before else document.sha256
    if known and known != digest:
        held = "text that is read in already" if before else "file that our locators count lines in"
        raise RefusedFileError(
            f"This is not the {held}: its SHA-256 is {digest}, that one's {known}. A changed text is a document of its "
            f"own: make one that replaces {document.key}, and read it in there."
        )


def _passages(understood: shapes.Reading, document: Document, parts: Sequence[Document]) -> list[Passage]:
    """The rows to be, without ids; `parent_id` holds the parent's index until they are stored."""
    names = anchors(understood.blocks)
    lines = [(locators.parse(part.part_lines)[0], part) for part in parts]
    rows = []
    for number, (block, name) in enumerate(zip(understood.blocks, names, strict=True)):
        inside = [part for place, part in lines if (place.first or 0) <= block.first_line <= (place.last or 0)]
        rows.append(
            Passage(
                document=inside[-1] if inside else document,
                position=number + 1,
                anchor=name,
                kind=block.kind.value,
                level=block.level,
                label=block.label[:40],
                lead=block.lead[:200],
                text=block.text,
                parent_id=block.parent,
                first_line=block.first_line,
                last_line=block.last_line,
                page=block.page,
                locator=locator(block),
                repairs=[asdict(repair) for repair in block.repairs],
            )
        )
    return rows


COMPARED = (
    *("document_id", "anchor", "kind", "level", "label", "lead"),
    *("text", "first_line", "last_line", "page", "repairs"),
)


def _same(before: Reading, understood: shapes.Reading, rows: Sequence[Passage]) -> bool:
    if before.layout != understood.layout:
        return False
    held = list(before.passages.order_by("position").values_list(*COMPARED))
    return held == [tuple(getattr(row, name) for name in COMPARED) for row in rows]


def _remove(reading: Reading) -> None:
    """Take a reading's rows away, to read the same file by another layout; quotations are looked up again after."""
    passages = reading.passages.all()
    Quotation.objects.filter(first__in=passages).update(
        verdict=Quotation.Verdict.REFUSED, reason="The text is being read again.", first=None, last=None
    )
    reading.notes.all().delete()
    passages.update(parent=None)
    passages.delete()
    reading.delete()


def _reading(understood: shapes.Reading, document: Document, digest: str, file_name: str, by: str) -> Reading:
    made: Reading = Reading.objects.create(
        document=document,
        file_name=file_name[:200],
        sha256=digest,
        encoding=understood.encoding[:20],
        layout=understood.layout,
        lines=understood.text.count("\n") + 1,
        furniture=[{"line": each.line, "text": each.text, "reason": each.reason} for each in understood.furniture],
        warnings=list(understood.warnings),
        proposals=[asdict(each) for each in understood.proposals],
        parts=[asdict(each) for each in understood.parts],
        read_at=timezone.now(),
        read_by=by[:150],
    )
    return made


def _store(reading: Reading, understood: shapes.Reading, rows: Sequence[Passage], progress: Progress | None) -> None:
    ids = _ids(len(rows))
    for row, pk in zip(rows, ids, strict=True):
        row.pk = pk
        row.reading = reading
        if row.parent_id is not None:
            row.parent_id = ids[row.parent_id]
    for start in range(0, len(rows), BATCH):
        Passage.objects.bulk_create(rows[start : start + BATCH])
        if progress:
            progress(min(start + BATCH, len(rows)), len(rows))
    Note.objects.bulk_create(_notes(reading, understood, rows), batch_size=BATCH)


def _ids(number: int) -> list[int]:
    """Numbers for rows to be, so that a passage can name its heading in the same INSERT."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [Passage._meta.db_table, number],
        )
        return [int(row[0]) for row in cursor.fetchall()]


def _notes(reading: Reading, understood: shapes.Reading, rows: Sequence[Passage]) -> list[Note]:
    """Join each marker with the first note of its number that has none yet, in the same document; keep the rest."""
    found: list[Note] = []
    waiting: dict[tuple[int, str], list[Note]] = {}
    for block, row in zip(understood.blocks, rows, strict=True):
        if block.kind == shapes.Kind.NOTE:
            note = Note(reading=reading, document=row.document, number=block.label or "?", passage=row)
            found.append(note)
            waiting.setdefault((row.document_id, block.label), []).append(note)
    for block, row in zip(understood.blocks, rows, strict=True):
        for marker in block.markers:
            notes = waiting.get((row.document_id, marker.number))
            if notes:
                note = notes.pop(0)
            else:
                note = Note(reading=reading, document=row.document, number=marker.number)
                found.append(note)
            note.marker_passage, note.marker_offset = row, marker.offset
    for position, note in enumerate(found, 1):
        note.position = position
    return found


def _analyse(rows: int) -> None:
    """After many new rows, have PostgreSQL count them, so that the first pages are planned well."""
    if rows > BATCH:
        with connection.cursor() as cursor:
            cursor.execute(f'ANALYZE "{Passage._meta.db_table}"')


def _receipt(changed: bool, reading: Reading, document: Document, parts: list[Document]) -> Receipt:
    passages, found = texts.places(reading)
    receipt = Receipt(changed, reading, parts=parts)
    for passage in passages:
        receipt.passages[passage.kind] = receipt.passages.get(passage.kind, 0) + 1
        receipt.repairs += len(passage.repairs)
    receipt.notes = reading.notes.filter(passage__isnull=False).count()
    receipt.markers = reading.notes.filter(marker_passage__isnull=False).count()
    for name, place in ground().located([document, *parts]):
        if found.resolve(place) is None:
            receipt.unlinked.append(f"{name}: {place}")
        else:
            receipt.linked += 1
    return receipt
