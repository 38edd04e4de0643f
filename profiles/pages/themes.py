"""Rights by theme: who says what, by kind of speaker; summaries set apart as our words."""

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from profiles.models import Excerpt
from profiles.pages import answers as a
from profiles.pages.answers import Answer
from profiles.pages.conflicts import anchor
from profiles.pages.rows import Rows, in_order
from sources import dates
from sources.marks import Mark
from sources.speakers import Speaker

GROUPS = "Groups of persons"


@dataclass(frozen=True)
class Piece:
    """One excerpt with its mark and the themes that it is filed under."""

    row: Any
    anchor: str
    mark: Mark
    when: str
    themes: list[Any]
    is_ours: bool


@dataclass(frozen=True)
class ThemeRow:
    """One theme of the matrix: how many excerpts by which kind of speaker."""

    theme: Any
    counts: list[tuple[Speaker, int]]  # in the order of the columns, 0 where that kind says nothing
    total: int


@dataclass(frozen=True)
class Part:
    """Our heading that gathers themes."""

    name: str
    anchor: str
    themes: list[ThemeRow]
    pieces: list[Piece]


@dataclass(frozen=True)
class Matrix:
    """All themes on which a source of this page speaks."""

    columns: list[Speaker]
    parts: list[Part]
    themes: int


def pieces(rows: Rows) -> list[Piece]:
    """All excerpts of the country, the newest document first."""
    themes = defaultdict(list)
    for link in rows.excerpt_themes:
        themes[link.excerpt_id].append(link.theme)
    made = [
        Piece(
            row=row,
            anchor=anchor(f"x/{row.key}"),
            mark=rows.mark(row),
            when=dates.words(row.dated),
            themes=themes[row.pk],
            is_ours=row.kind == Excerpt.Kind.SUMMARY,
        )
        for row in rows.excerpts
    ]
    made.sort(key=lambda piece: _place(piece.row.locator))
    return sorted(made, key=lambda piece: _day(piece) or datetime.date.min, reverse=True)


def _place(locator: str) -> tuple[int, str]:
    """Order within a document: by the first number of the place."""
    number = re.search(r"\d+", locator)
    return (int(number[0]) if number else 0, locator)


def _day(piece: Piece) -> datetime.date | None:
    day: datetime.date | None = piece.row.document.published_earliest
    return day


def matrix(found: list[Piece]) -> Matrix:
    """Count excerpts by theme and kind of speaker; each excerpt is printed once, under its first theme."""
    filed = [piece for piece in found if piece.themes]
    columns = _columns(filed)
    by_theme: dict[Any, list[Piece]] = defaultdict(list)
    for piece in filed:
        for theme in piece.themes:
            by_theme[theme.pk].append(piece)
    themes = {theme.pk: theme for piece in filed for theme in piece.themes}
    parts: dict[str, list[ThemeRow]] = defaultdict(list)
    for theme in sorted(themes.values(), key=lambda theme: (bool(_is_group(theme)), theme.position, theme.key)):
        parts[_part(theme)].append(_theme_row(theme, by_theme[theme.pk], columns))
    printed = defaultdict(list)
    for piece in filed:
        printed[_home(piece)].append(piece)
    made = [
        Part(name, anchor(f"part/{number}"), listed, printed[name])
        for number, (name, listed) in enumerate(parts.items())
    ]
    return Matrix(columns, made, len(themes))


def _home(piece: Piece) -> str:
    """The part under which an excerpt is printed: that of its first theme, groups of persons last."""
    return _part(min(piece.themes, key=lambda theme: (bool(_is_group(theme)), theme.position, theme.key)))


def _theme_row(theme: Any, found: list[Piece], columns: list[Speaker]) -> ThemeRow:
    counts = dict.fromkeys(columns, 0)
    for piece in found:
        counts[piece.mark.kind] += 1
    return ThemeRow(theme, list(counts.items()), len(found))


def _columns(found: list[Piece]) -> list[Speaker]:
    """Kinds of speaker that occur, the country's own government first, then by how much they say."""
    counts: dict[Speaker, int] = defaultdict(int)
    for piece in found:
        counts[piece.mark.kind] += 1
    return sorted(counts, key=lambda kind: (kind.shape != "■", -counts[kind], kind.word))


def _part(theme: Any) -> str:
    return GROUPS if _is_group(theme) else theme.part or "Other themes"


def _is_group(theme: Any) -> bool:
    return bool(theme.scheme == "ohchr_group")


@dataclass(frozen=True)
class Topic:
    """One question with each source's worded or coded answer."""

    row: Any
    anchor: str
    answers: list[Answer]


def topics(rows: Rows, *parts: str, only: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[Topic]:
    """Statements of some parts by topic; those about an election or event stand there."""
    made: dict[int, Topic] = {}
    for row in rows.statements:
        wanted = row.topic.part in parts or row.topic.key in only
        if not wanted or row.topic.key in without or row.election_id or row.event_id:
            continue
        topic = made.setdefault(row.topic_id, Topic(row.topic, anchor(row.topic.key), []))
        topic.answers.append(_with_subject(row, a.of_statement(row, rows.mark(row))))
    for topic in made.values():
        topic.answers.sort(key=lambda each: in_order(each.mark))
    return list(made.values())


def _with_subject(row: Any, answer: Answer) -> Answer:
    """Name what a statement is about, where the topic alone does not say: the body joined, the neighbour."""
    subject = row.organisation or row.institution or row.partner or row.person or row.instrument
    if subject is None or row.topic.key in ("presidential-powers", "term-limits"):
        return answer
    about = " · ".join(part for part in (str(subject), answer.about) if part)
    return Answer(**{**vars(answer), "about": about})
