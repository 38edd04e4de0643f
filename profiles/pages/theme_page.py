"""One theme in one country: who says what, by kind of speaker; the State's own account among them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from profiles.pages import coverage, themes
from profiles.pages.country import notice
from profiles.pages.coverage import Coverage
from profiles.pages.moments import Moment
from profiles.pages.rows import Rows
from sources.speakers import Speaker


@dataclass(frozen=True)
class ThemePage:
    """What the page of a theme prints."""

    country: Any
    theme: Any
    moment: Moment
    coverage: Coverage
    notice: str
    groups: list[tuple[Speaker, list[themes.Piece]]]
    total: int
    others: list[themes.ThemeRow]
    checks: list[Any]


def page(country: Any, theme: Any, moment: Moment) -> ThemePage:
    """Gather what sources say of a theme, the newest document first within each kind of speaker."""
    rows = Rows(country, moment)
    pieces = themes.pieces(rows)
    matrix = themes.matrix(pieces)
    cover = coverage.coverage(rows, matrix.themes)
    by_kind: dict[Speaker, list[themes.Piece]] = defaultdict(list)
    for piece in pieces:
        if any(each.pk == theme.pk for each in piece.themes):
            by_kind[piece.mark.kind].append(piece)
    return ThemePage(
        country=country,
        theme=theme,
        moment=moment,
        coverage=cover,
        notice=notice(cover, moment),
        groups=[(kind, by_kind[kind]) for kind in matrix.columns if by_kind[kind]],
        total=sum(len(found) for found in by_kind.values()),
        others=[row for part in matrix.parts for row in part.themes if row.theme.pk != theme.pk],
        checks=[row for row in rows.checks if theme.name.lower() in row.subject.lower()],
    )
