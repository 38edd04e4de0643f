"""Datasets of the library and its vocabularies."""

from profiles.datasets.base import Dataset, by_country, by_document
from profiles.datasets.columns import columns, permalink, published_columns
from profiles.models import DocumentCountry
from sources.models import (
    Defect,
    Document,
    DocumentDate,
    Heading,
    Licence,
    Note,
    Passage,
    Publisher,
    Quotation,
    Reading,
    Series,
    Theme,
)

LIBRARY = [
    Dataset(
        "publishers",
        Publisher,
        "Publishers",
        "Bodies that publish or speak, with what kind of speaker each is.",
        tuple(
            columns(
                Publisher,
                "key name short_name kind home_country url mandate interest",
                [permalink("/publishers/")],
            )
        ),
    ),
    Dataset(
        "series",
        Series,
        "Series",
        "Runs of documents under one name.",
        tuple(columns(Series, "key title publisher url", [permalink("/claims/series/")])),
    ),
    Dataset(
        "documents",
        Document,
        "Documents",
        "Texts that somebody published: the evidence for everything else.",
        tuple(
            columns(
                Document,
                "key title label kind publisher authors part_of part_lines republished_by replaces series edition",
                "symbol",
                published_columns(""),
                "published_printed published_inferred language translation original_language original url",
                "archive_url licence text_access disclaimer file_name sha256",
                [permalink("/sources/")],
            )
        ),
        by_document("pk"),
    ),
    Dataset(
        "document-dates",
        DocumentDate,
        "Dates of documents",
        "Dates of a document other than its publication, by their role.",
        tuple(
            columns(
                DocumentDate,
                "key document role date… date_printed date_note locator",
                [permalink("/claims/document-dates/")],
            )
        ),
        by_document("document"),
    ),
    Dataset(
        "headings",
        Heading,
        "Headings",
        "Headings that documents print, in order.",
        tuple(
            columns(
                Heading,
                "key document position level label text locator",
                [permalink("/claims/headings/")],
            )
        ),
        by_document("document"),
    ),
    Dataset(
        "readings",
        Reading,
        "Texts read in",
        "Files that were read in, and how. The words themselves stand on the documents' pages.",
        tuple(columns(Reading, "document file_name sha256 encoding layout lines")),
        by_document("document"),
        ("document__key",),
    ),
    Dataset(
        "passages",
        Passage,
        "Passages",
        "Headings, paragraphs, list items, table rows and notes of the texts that were read in, each with its anchor. "
        "Without their words: those are their authors', and may name people whom we do not.",
        tuple(columns(Passage, "document position anchor kind level label locator first_line last_line page")),
        by_document("document"),
        ("document__key", "position"),
    ),
    Dataset(
        "notes",
        Note,
        "Notes",
        "Footnotes of the texts that were read in: where each stands and where it is called from.",
        tuple(
            columns(
                Note,
                "document position number",
                ("anchor", "passage__anchor"),
                ("marker", "marker_passage__anchor"),
                "marker_offset cites",
            )
        ),
        by_document("document"),
        ("document__key", "position"),
    ),
    Dataset(
        "quotations",
        Quotation,
        "Quotations",
        "Words that were looked for in the text of their document, and what the check found.",
        tuple(columns(Quotation, "key document text verdict", [permalink("/claims/quotations/")])),
        by_document("document"),
    ),
    Dataset(
        "defects",
        Defect,
        "Defects",
        "Flaws of texts, and whose they are.",
        tuple(columns(Defect, "key document locator whose text", [permalink("/claims/defects/")])),
        by_document("document"),
    ),
    Dataset(
        "document-countries",
        DocumentCountry,
        "Countries of documents",
        "Which documents were read for which countries.",
        tuple(columns(DocumentCountry, "document", "country")),
        by_country("country__key"),
        ("document__key", "country__key"),
    ),
    Dataset(
        "themes",
        Theme,
        "Themes",
        "Rights themes and groups of persons by the names that OHCHR gives them.",
        tuple(columns(Theme, "key scheme edition name part position", [permalink("/claims/themes/")])),
    ),
    Dataset(
        "licences",
        Licence,
        "Licences",
        "Terms under which texts may be used.",
        tuple(columns(Licence, "key name spdx url allows_full_text", [permalink("/claims/licences/")])),
    ),
]
