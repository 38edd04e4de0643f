"""`manage.py ingest FILE --document KEY`: a file's words into passages, whole or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from sources import keys
from sources.ingest import child, layouts, opening, reading_in
from sources.ingest.blocks import RefusedFileError
from sources.ingest.containers import report_series
from sources.ingest.decoding import expect_length
from sources.ingest.loading import Receipt
from sources.management.progress import Progress
from sources.models.base import Status


class Command(BaseCommand):
    """Read a text, HTML, PDF, DOCX or JSON Lines file in."""

    help = "Read a text, HTML, PDF or DOCX file into passages of a document. The same file twice changes nothing."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """File, document and how to read it."""
        parser.add_argument("file", type=Path, metavar="FILE", help="text, HTML, PDF, DOCX, or JSON Lines of reports")
        parser.add_argument(
            "--document",
            required=True,
            metavar="KEY",
            help="the document; one that is not there is made as a draft. For JSON Lines: what comes before each key",
        )
        parser.add_argument(
            "--layout",
            choices=sorted({**layouts.LAYOUTS, **opening.MARKED_UP}),
            help="how to read it; chosen by its look",
        )
        parser.add_argument("--with-parts", action="store_true", help="make drafts of the documents found inside it")
        parser.add_argument("--publish", action="store_true", help="publish the documents that this makes")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, load, and say what was found."""
        path: Path = options["file"]
        self.status = Status.PUBLISHED if options["publish"] else Status.DRAFT
        self.progress = Progress(self.stderr)
        try:
            expect_length(path.stat().st_size)
            data = path.read_bytes()
            entries = opening.entries(data, path.name)
            if entries:
                self._series(options["document"], data, path.name, len(entries))
            else:
                self._one(options["document"], data, path.name, options)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.") from error
        except (RefusedFileError, ValueError) as error:
            raise CommandError(f"{path}: nothing was read in. {error}") from error

    def _one(self, key: str, data: bytes, name: str, options: dict[str, Any]) -> None:
        understood = child.read_limited(data, name, options["layout"], progress=self.progress.step)
        receipt = reading_in.read_in(
            key,
            understood,
            data=data,
            file_name=name,
            status=self.status,
            parts=understood.parts if options["with_parts"] else (),
            progress=self.progress.step,
        )
        self.progress.finish()
        self._say(receipt)

    def _series(self, prefix: str, data: bytes, name: str, number: int) -> None:
        """Read each report of a series in; all of them or none, since the file is one."""
        changed = passages = linked = 0
        with transaction.atomic():
            for done, (entry, content) in enumerate(report_series.reports(data), 1):
                key = "/".join([prefix, *(keys.slug(step) for step in entry.split("/"))])
                receipt = reading_in.read_in(
                    key,
                    report_series.read(content),
                    data=content.encode(),
                    file_name=f"{name}: {entry}",
                    status=self.status,
                )
                changed += receipt.changed
                passages += sum(receipt.passages.values())
                linked += receipt.linked
                self.progress.step(done, number, entry)
        self.progress.finish()
        self.stdout.write(
            f"{number} documents below {prefix}/: {changed} read in, {number - changed} unchanged; "
            f"{passages} passages; {linked} locators found."
        )

    def _say(self, receipt: Receipt) -> None:
        reading = receipt.reading
        found = ", ".join(f"{number} {kind.replace('_', ' ')}s" for kind, number in receipt.passages.items())
        self.stdout.write(f"{reading.document.key}: {'read in' if receipt.changed else 'unchanged'}")
        self.stdout.write(f"layout {reading.layout}, {reading.encoding}, {reading.lines} lines")
        self.stdout.write(f"found: {found or 'nothing'}; {receipt.notes} notes with words, {receipt.markers} markers")
        self.stdout.write(f"repaired: {receipt.repairs} words; set aside: {len(reading.furniture)} pieces of furniture")
        for part in receipt.parts:
            self.stdout.write(f"inside: {part.part_lines}: {part.key}")
        taken = {part.part_lines for part in receipt.parts}
        for part in reading.parts:
            if f"lines {part['first_line']}–{part['last_line']}" in taken:
                continue
            self.stdout.write(f"proposed inside: lines {part['first_line']}–{part['last_line']}: {part['title']}")
        for each in reading.proposals:
            self.stdout.write(f"printed: {each['field']}: {each['value']} (line {each['line']})")
        for warning in reading.warnings:
            self.stdout.write(f"note: {warning}")
        self.stdout.write(f"linked: {receipt.linked} locators; not found: {len(receipt.unlinked)}")
        for place in receipt.unlinked:
            self.stdout.write(f"not found: {place}")
        for quotation in receipt.lost_quotations:
            self.stdout.write(f"quotation not found: {quotation.key}: {quotation.reason}")
        for quotation, reason in receipt.left_behind:
            self.stdout.write(f"quotation of the text replaced, not in this one: {quotation.key}: {reason}")
