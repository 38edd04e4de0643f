"""What a page's head and mark-up say about the document: title, authors, publisher, dates, address, language. Pure."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

# Names of `meta` elements, lower case, in the order of trust; a document's title in its own mark-up is asked first.
_NAMES = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"),
    "authors": ("citation_author", "citation_authors", "dc.creator", "dcterms.creator", "author", "article:author"),
    "publisher": ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name"),
    "published": (
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "article:published_time",
        "date",
        "pubdate",
    ),
    "updated": ("article:modified_time", "og:updated_time", "dc.date.modified", "dcterms.modified", "last-modified"),
    "symbol": ("citation_technical_report_number", "citation_report_number"),
    "url": ("citation_public_url", "og:url"),
    "language": ("citation_language", "dc.language", "dcterms.language"),
}
_UN_SYMBOL = re.compile(r"[A-Z]{1,4}(?:/[A-Za-z0-9.()-]+){1,7}")
_STRUCTURED = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "updated",
    "author": "authors",
    "publisher": "publisher",
    "inLanguage": "language",
}


def facts(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Field and value of what the mark-up says, the most trusted first; authors in one value."""
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if name and (meta.get("content") or "").strip():
            metas.setdefault(name, []).append(meta.get("content") or "")
    for field, names in _NAMES.items():
        for name in names:
            if name == "og:title":
                # Shared titles carry the site's name; the only heading of the page does not.
                yield from _headings(root)
            yield from _values(field, metas.get(name, []))
    for value in metas.get("dc.identifier", []) + metas.get("dcterms.identifier", []):
        if _UN_SYMBOL.fullmatch(value.strip()):
            yield "symbol", value
    yield from _title(root)
    yield from _times(root)
    yield from _links(root)
    yield from _linked_data(root)


def _values(field: str, values: list[str]) -> Iterator[tuple[str, str]]:
    if field == "authors" and values:
        # An address of a profile names nobody.
        named = [value.strip() for value in values if not value.strip().startswith(("http:", "https:"))]
        yield field, "; ".join(dict.fromkeys(named))
    else:
        for value in values:
            yield field, value


def _headings(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    titles = list(root.iter("h1"))
    if len(titles) == 1:
        yield "title", " ".join(titles[0].itertext("*"))


def _title(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for title in root.iter("title"):
        if title.getparent() is not None and title.getparent().tag == "head":
            yield "title", title.text or ""


def _times(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The times that say which date they are, or the only one of the page."""
    times = [time for time in root.iter("time") if time.get("datetime") or (time.text or "").strip()]
    for time in times:
        told = f"{time.get('itemprop') or ''} {time.get('class') or ''}".lower()
        value = time.get("datetime") or time.text or ""
        if "modif" in told or "updat" in told:
            yield "updated", value
        elif "publi" in told or time.get("pubdate") is not None or len(times) == 1:
            yield "published", value


def _links(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            yield "url", link.get("href") or ""
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if language:
        yield "language", language


def _linked_data(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What JSON-LD says of the article that the page is."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        inner = found.get("@graph", [found]) if isinstance(found, dict) else found
        for item in inner if isinstance(inner, list) else []:
            if isinstance(item, dict) and re.search("Article|Report", str(item.get("@type"))):
                yield from _of_article(item)


def _of_article(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, field in _STRUCTURED.items():
        values = item.get(key)
        names = [
            str(value.get("name") or "") if isinstance(value, dict) else value
            for value in (values if isinstance(values, list) else [values])
        ]
        joined = "; ".join(name for name in names if isinstance(name, str) and name)
        if joined:
            yield field, joined
