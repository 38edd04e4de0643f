"""Lists of officials from Wikidata, file by file: which are such lists, of which State, and which rows are wanted."""

from collections import Counter
from pathlib import Path

from profiles.opendata import wikidata
from profiles.opendata.documents import text_of
from profiles.opendata.endings import close
from profiles.opendata.files import OpenDataError, Refused, digest
from profiles.opendata.holders import Holders
from profiles.opendata.states import States
from profiles.opendata.wikidata import File, Holding
from profiles.opendata.work import Wish, Work
from sources import dates, keys

LEFT_OUT = ("local", "other")  # ranks that are imported only when asked for
ENDINGS = (".csv", ".tsv")
LEADERS = "Wikidata: leaders of all States"
NO_STATE = (
    "Neither its rows, its name nor its folder's name a country of ours; import it by itself, with --countries and the "
    "one that it is of."
)


def add_officials(work: Work, folder: Path) -> None:
    """Add the holders of all lists in a folder, or of one file; the others are told with the reason."""
    paths = [folder] if folder.is_file() else sorted(each for each in folder.rglob("*") if each.suffix in ENDINGS)
    if not paths:
        raise OpenDataError(f"{folder.name} holds no CSV file, or is no folder.")
    states = States()
    seen: dict[str, str] = {}
    read = 0
    for number, path in enumerate(paths, 1):
        shown = path.name if folder == path else path.relative_to(folder).as_posix()
        file = wikidata.open_file(path)
        first = seen.setdefault(digest(path), shown) if file.rows else shown
        reason = f"It is the same file as {first}." if first != shown else file.unfit(work.wish.post)
        if reason:
            work.tally.left_out.append((shown, reason))
        else:
            read += 1
            _one_file(work, states, file, folder)
        if work.progress:
            work.progress(number, len(paths), path.parent.name)
    if not read:
        told = "\n".join(f"{name}: {reason}" for name, reason in work.tally.left_out)
        raise OpenDataError(f"No file is a list of holders of office.\n{told}")


def _one_file(work: Work, states: States, file: File, folder: Path) -> None:
    path = file.path
    own, name = ("", "") if file.of_states else states.of_path(path, folder)
    alone = folder in (path, path.parent)
    if not own and alone and not file.of_states and len(work.wish.countries) == 1:
        (own,) = work.wish.countries
        name = path.parent.name
    shown = path.name if file.of_states else f"{name}/{path.name}"
    if not own and not file.of_states:
        work.tally.left_out.append((shown, NO_STATE))
        return
    if own and not work.wish.wants(own):
        return
    holdings, refused = wikidata.read_holders(file, states.names[own] if own else (), work.wish.post)
    for each in refused:
        work.refuse(shown, each)
    wanted = _wanted(work, states, holdings, own, shown)
    if not wanted:
        return
    parts = [path.stem] if file.of_states or path.stem == name else [name, path.stem]
    stem = "/".join(keys.slug(part) or "file" for part in parts)
    text = text_of(f"wikidata/{stem}", f"wikidata-{keys.slug(path.stem) or 'file'}", path)
    of = "of several States" if file.of_states else name
    title = LEADERS if path.stem.startswith("world-leaders") else f"Wikidata: holders of office, {of}"
    work.describe(text, title, wikidata.newest(holdings), {country for country, _ in wanted})
    importer = work.importer()
    Holders(importer).add([(text.of(country), holding) for country, holding in wanted], work.progress)
    importer.things.settle()
    importer.people.prefer()
    close(importer.sheets, work.tally)
    work.load(importer, stem)


def _wanted(work: Work, states: States, holdings: list[Holding], own: str, shown: str) -> list[tuple[str, Holding]]:
    """The rows that are wanted, with their countries; those that are not are counted by reason."""
    wanted = []
    aside: Counter[str] = Counter()
    for holding in holdings:
        country = own or states.of(holding)
        if not country:
            printed = holding.country_name or holding.country
            work.refuse(shown, Refused(holding.row, printed, "No country of ours has that number or name."))
        elif not work.wish.wants(country):
            continue
        elif reason := _unwanted(work.wish, holding, of_states=not own):
            aside[reason] += 1
        else:
            wanted.append((country, holding if own else states.as_printed(country, holding)))
    for reason, number in sorted(aside.items()):
        work.tally.left_out.append((shown, f"{number} rows: {reason}"))
    return wanted


def _unwanted(wish: Wish, holding: Holding, *, of_states: bool) -> str:
    """Why a row was not asked for; '' where it was: too old, a seat in a legislature, or a lesser post."""
    end = dates.bounds(holding.end).latest if holding.end else None
    if end and end.year < wish.since:
        return f"over before {wish.since} (--since takes them)."
    if holding.member and not wish.members:
        return "members of a legislature (--members takes them)."
    if holding.rank in LEFT_OUT and not of_states and not wish.every_post:
        return "other posts than a State's highest (--all-posts takes them)."
    return ""
