"""A document of Verania with its words, for tests of the desk."""

WORDS = (
    ("heading", "", "The harbour"),
    ("paragraph", "7", "At least 17 people died when the quay gave way, and the town mourned for a week."),
    ("paragraph", "8", "The court of Verania heard the case in an open session, and nobody was sentenced."),
)


def text_of(make, words=WORDS, **values):
    """Make a document and the passages of its text; return it."""
    document = make.document(**values)
    reading = make.reading(document=document, layout="numbered", read_by="someone")
    for number, (kind, label, text) in enumerate(words, 1):
        make.passage(
            reading=reading,
            document=document,
            position=number,
            anchor=f"p{label}" if label else f"l{number}",
            kind=kind,
            level=int(kind == "heading"),
            label=label,
            text=text,
            first_line=number,
            last_line=number,
            locator=f"para. {label}" if label else f"line {number}",
        )
    return document
