"""A text about Verania, an invented country, as passages: what the tests of texts' pages share."""

import re

import html5lib

SENTENCES = (
    "Strikes shut the old harbour. Crews came back in May. The council met twice. Lamps were lit. Fog lay there."
)


class Shelf:
    """A document with its reading; `add` puts one passage behind the last."""

    def __init__(self, make, **document):
        self.make = make
        self.document = make.document(**{"key": "ver/text", "label": "Harbour text", "text_access": "full", **document})
        self.reading = make.reading(document=self.document)
        self.position = 0

    def add(self, text, kind="paragraph", *, anchor="", label="", document=None, lines=1, **values):
        """Make the next passage; it takes `lines` lines of the file."""
        self.position += 1
        first = values.pop("first_line", self.position)
        known = {
            "anchor": anchor or (f"p{label}" if label else f"l{first}"),
            "locator": f"para. {label}" if label and kind == "paragraph" else f"line {first}",
            "lead": f"{label}." if label else "",
            "level": 1 if kind == "heading" else 0,
        }
        return self.make.passage(
            reading=self.reading,
            document=document or self.document,
            position=self.position,
            kind=kind,
            label=label,
            text=text,
            first_line=first,
            last_line=first + lines - 1,
            **{**known, **values},
        )

    def paragraphs(self, number, start=1):
        """Make numbered paragraphs, each with its own number in its words."""
        return [self.add(f"Paragraph {n} of the harbour text.", label=str(n)) for n in range(start, start + number)]


def text(client, address, status=200):
    """The body of an answer with that status."""
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:600]
    return response.content.decode()


def parsed(html):
    """The page as a browser reads it; markup errors fail."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def ids(html):
    """Every id of a page, in order."""
    return re.findall(r'\bid="([^"]+)"', html)


def part(html, anchor):
    """What stands in the element of an id, up to the next passage."""
    start = html.index(f'id="{anchor}"')
    after = re.search(r'class="passage|class="gap|</article>', html[start:])
    return html[start : start + after.start()] if after else html[start:]
