"""What stands before the names of a clause and is none: “of which”, “less than 1%: …”, “other peoples are …”."""

import re
from dataclasses import replace

from profiles.factbook.peoples import share_figures
from profiles.factbook.peoples import share_phrases as phrases
from profiles.factbook.peoples.share_figures import Figure
from profiles.factbook.peoples.share_labels import is_prose, tidy
from profiles.factbook.peoples.share_lines import Item, Reading, Refusal
from profiles.factbook.peoples.share_pieces import SIGNS, Folded, chunks


def without_lead(text: str, whole: Folded, found: Reading) -> str:
    """The clause without the words that lead its list in: “of which”; “other peoples are Aran 5%, …”, with a doubt."""
    text = phrases.LIST_LEAD.sub("", text.strip())
    match = phrases.LEAD_IN.match(text)
    if not match or not (match["verb"] or phrases.OF_ALL.search(match["lead"])):
        return text
    first = chunks(match["rest"])[0]
    figure: Figure | None = next(iter(share_figures.find(first)), None)
    if not figure:
        sign = re.search(f"[{SIGNS}]", first)
        bracket = share_figures.whole(whole.inside(sign[0])) if sign else None
        figure = replace(bracket, start=sign.start(), end=sign.end()) if sign and bracket else None
    if not figure and not _leads_names(match["lead"], chunks(match["rest"])):
        return text
    if figure and not _leads(first, figure):
        return text
    found.doubts.append(f"“{tidy(match['lead'])}” stands before the list.")
    return match["rest"]


def _leads_names(lead: str, names: list[str]) -> bool:
    """Whether names stand behind a lead: “other important groups are Aran, Belu, and Cero”."""
    plain = lead[:1].islower() and phrases.OF_ALL.search(lead) and not re.search("[A-Z]", lead)
    return bool(plain and len(names) > 1 and names[0][0].isupper() and not any(map(is_prose, names)))


def _leads(first: str, figure: Figure) -> bool:
    """Whether the first part behind a lead is a name with its figure, and no sentence."""
    head, tail = first[: figure.start].strip(), first[figure.end :].strip(f" {SIGNS}")
    if not head:
        return bool(phrases.NAME.search(tail)) and not is_prose(tail)
    rest = not tail or bool(phrases.REMARK.match(tail))
    return rest and bool(phrases.NAME.search(head)) and not is_prose(head) and not head[0].islower()


def under_one_figure(text: str, whole: Folded) -> Reading | None:
    """“less than 1%: A, B”: what is less than one is so for each; another figure is shared unless “each” is said.

    None where no figure stands before a colon.
    """
    match = re.match(rf"\s*(?P<each>[^:{SIGNS}]*?)\s*(?P<word>each)?\s*:\s*(?P<names>.+)$", text)
    figure = share_figures.whole(tidy(match["each"])) if match else None
    if not match or not figure:
        return None
    printed = whole.unfolded(text)
    names = [
        name for name in (tidy(whole.unfolded(each)) for each in chunks(match["names"])) if phrases.NAME.search(name)
    ]
    if not names or share_figures.find(whole.unfolded(match["names"])) or figure.value_state != "stated":
        return Reading([], [Refusal(printed, "a figure and a colon, and no list of names behind it.")])
    if figure.qualifier in {"less_than", "at_most"} or match["word"]:
        doubt = f"“{match['each'].strip()}” is printed once for {len(names)} names and read for each of them."
        return Reading([Item(name, printed, figure) for name in names], [], [doubt])
    return Reading([Item(", ".join(names), printed, figure)])


def of_each(labels: list[str], figure: Figure, printed: str) -> list[Item]:
    """A line for each of the names in labels that share “1% each”; none where there is but one name."""
    parts = [part for label in labels for part in re.split(r"(?:^|\s)and\s", label)]
    names = [name for name in map(tidy, parts) if phrases.NAME.search(name)]
    return [Item(name, printed, figure) for name in names] if len(names) > 1 else []
