"""Lists of ethnic groups, religions and languages as the World Factbook prints them, read into shares.

Each part of a text becomes a share or is refused with a reason; nothing is dropped, rescaled or made up. Percentages
are Decimals from 0 to 100. A name without a figure is a share in words. Pure: no database.

Rules that a reader should know:

- A label is the name as printed, brackets before the figure included; `bare_label` gives the name alone.
- “other Christian” is a group, for a name stands in it; “other”, “others”, “other religions” and “other or none” are
  what is left over.
- “less than 1%: A, B, C” gives each of them less than 1, which holds however the line is meant. Names before another
  figure share it and stay one share.
- Where figures stand first and the list is full, names behind the last figure share it; “some”, “small”, “rest” do not.
- A clause behind a list that sums to 100 is a list of its own; headings that part one whole are one list.
- Parts in brackets have the line before the bracket as parent, whatever their figures are shares of; where they sum to
  more than the parent, a warning says so.
- “1% each” is the figure of each of the names before it. Without “each”, names before another's figure that is the
  last of a list far from full are names without a figure; so are those that end an enumeration or a sentence.
- A short sentence on all the people gives a share (“50% of the population belong to the Aran tribe”); one on part of
  them (“60% of Belus are Solar”) gives none, nor does what goes on from it.
- “Of which” and “including” behind a figure lead in parts of that line: as many as sum to it, else the first.
- Fractions in words, counts of people and figures inside sentences are no percentages.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from profiles.factbook.edition.texts import one_line, plain, split_outside, without_notes
from profiles.factbook.peoples import share_dates, share_figures, share_sentences
from profiles.factbook.peoples import share_phrases as phrases
from profiles.factbook.peoples.share_dates import AsOf
from profiles.factbook.peoples.share_items import read_clause
from profiles.factbook.peoples.share_labels import bare as bare_label
from profiles.factbook.peoples.share_labels import is_description, is_prose, share_class, tidy
from profiles.factbook.peoples.share_lines import Item, Reading, Refusal
from profiles.factbook.peoples.share_lists import ENOUGH, Draft, least_of, opens_new, settled
from profiles.factbook.peoples.share_pieces import (
    Folded,
    balanced,
    clauses,
    folded,
    is_full,
    is_wild,
    joined,
    parted,
    sum_outside,
    with_parts_bracketed,
    without_longest_bracket,
)

__all__ = [
    "MAX_LENGTH",
    "Refusal",
    "Share",
    "ShareList",
    "bare_label",
    "is_description",
    "parse",
    "parse_all",
    "several_answers",
    "unread",
]

MAX_LENGTH = 6000
MAX_LABEL = 200
MAX_PRINTED = 250
# Rounded shares may miss a hundred by this much without a warning.
_ROUNDING = Decimal("1.0")
_NO_DATA = re.compile(
    r"\bno (?:\w+ ){0,2}(?:data|figures|statistics|information)\b|\bdata\b.{0,60}\bnot available|^\W*NA\W*$|unavailable"
)
_SEVERAL = re.compile(
    r"more than (?:one|1) (?:answer|main|ethnic|religion|spoken|origin|language|response)|more than 100|"
    r"multiple respon|up to two|two ancestries|(?:sum|add(?:s|ing)?(?: up)?) to 1[0-9]{2}|exceeds? 100|belong to both",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Share:
    """One line: label and text as printed, bounds in per cent, and the index of the line that it is part of.

    Bounds follow the qualifier (design, section 6); both are empty unless `value_state` is stated.
    """

    label: str
    low: Decimal | None
    high: Decimal | None
    qualifier: str
    value_state: str
    parent: int | None
    share_class: str
    printed: str


@dataclass(frozen=True)
class ShareList:
    """One list: its shares in printed order, its date (EDTF or '') and kind of source, and what was not read.

    `heading` names what the list is of where the text says so (Zanzibar, overseas departments). `value_state` is that
    of the list. `warnings` hold a line for each refused part too.
    """

    shares: tuple[Share, ...]
    as_of: str = ""
    as_of_printed: str = ""
    source_type: str = "not_stated"
    heading: str = ""
    value_state: str = "stated"
    several_answers: str = "not_stated"
    notes: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    printed: str = ""


def parse(text: str) -> ShareList:
    """The list of a text; of several lists the first with figures, with a warning that names what the others hold."""
    lists = parse_all(text)
    chosen = next((each for each in lists if each.value_state == "stated"), lists[0])
    others = [each for each in lists if each is not chosen and (each.shares or each.refused)]
    told = tuple(
        f"A further list of the text is left out here: “{each.heading + ': ' if each.heading else ''}{each.printed}”."
        for each in others
    )
    return replace(chosen, warnings=chosen.warnings + told)


def parse_all(text: str) -> tuple[ShareList, ...]:
    """All lists of a text, at least one. Never raises; what cannot be read is refused inside the lists."""
    clean = plain(re.sub(r"<!--.*?-->", "", text[:MAX_LENGTH], flags=re.DOTALL))
    clean = re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", " ", clean)
    notes: list[str] = []
    lists: list[ShareList] = []
    for block in _blocks(clean, notes):
        body, as_of = share_dates.taken(block)
        if not as_of.edtf and notes:
            of_note = share_dates.taken(notes[-1])[1]
            as_of = of_note if of_note.edtf or not as_of.printed else as_of
        lists += _lists_of(body, as_of)
    lists = lists or [ShareList((), value_state="in_words")]
    if any(each.as_of for each in lists):
        undated = "Another list of the text has a date; this one has none."
        lists = [each if each.as_of else replace(each, warnings=(*each.warnings, undated)) for each in lists]
    if len(text) > MAX_LENGTH:
        notes.append(f"Only the first {MAX_LENGTH} characters were read.")
    answers = several_answers([*notes, *(refusal.printed for each in lists for refusal in each.refused)])
    return tuple(replace(each, notes=tuple(notes), several_answers=answers) for each in lists)


def several_answers(notes: Iterable[str]) -> str:
    """Whether notes say that one person may stand in several shares: yes or not_stated."""
    return "yes" if any(_SEVERAL.search(note) for note in notes) else "not_stated"


def unread(text: str, lists: Sequence[ShareList]) -> tuple[str, ...]:
    """The percentages of a text that are neither bounds of a share nor named in notes, warnings or refused parts."""
    read: Counter[Decimal] = Counter()
    for note in {note for each in lists for note in each.notes}:
        read.update(_numbers(note))
    for each in lists:
        for share in each.shares:
            read.update({value for value in (share.low, share.high) if value is not None})
        told = [quoted for warning in each.warnings for quoted in re.findall("“([^”]*)”", warning)]
        for words in told:
            read.update(_numbers(words))
    missing = []
    for match in re.finditer(rf"(\d+(?:[.,]\d+)?|\.\d+) ?{share_figures.SIGN}", plain(text), re.IGNORECASE):
        value = Decimal(match[1].replace(",", "."))
        if not read[value]:
            missing.append(match[0])
        read[value] -= 1
    return tuple(missing)


def _numbers(words: str) -> list[Decimal]:
    return [Decimal(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?|\.\d+", words)]


def _blocks(clean: str, notes: list[str]) -> list[str]:
    """The paragraphs that hold lists, a date alone put back to its list; notes are moved to `notes`."""
    lines: list[str] = []
    for line in clean.split("\n"):
        if lines and re.match(r"[(,;\[]", line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    blocks = []
    for line in lines:
        body, note = without_notes(line)
        if note:
            notes.append(one_line(note))
        if re.fullmatch(r"[\w ]{1,40}:", body):
            notes.insert(0, f"A heading without a list: “{body}”")
        elif body.strip(" .,;"):
            blocks.append(re.sub(r"(?<=\S)[\s;,]+(overseas departments)\s*[:-]", r"; \1:", body))
    return blocks


def _lists_of(body: str, as_of: AsOf) -> list[ShareList]:
    """The lists of one paragraph, which share its date."""
    if re.fullmatch(r"\W*(?:NA|N/A)\W*", body):
        return [
            ShareList((), as_of.edtf, as_of.printed, as_of.source_type, value_state="no_reliable_figure", printed=body)
        ]
    if is_wild(body):
        refusal = Refusal(one_line(body)[:MAX_PRINTED], "more brackets than a list has.")
        return [ShareList((), value_state="in_words", refused=(refusal,), warnings=(str(refusal),))]
    mended, warning = balanced(re.sub(r"\s*(?:-{2,}|—|(?<=[a-z)]) –(?= ))\s*", " - ", body))
    mended = share_sentences.OVER_A_HUNDRED.sub(r"\1; ", mended)
    mended = "; ".join(with_parts_bracketed(each) for each in split_outside(parted(joined(mended)), ";"))
    whole = folded(mended)
    signed = bool(share_figures.find(body)) or len(re.findall(r"\w \d{1,2}(?:\.\d+)?(?=,|$)", whole.text)) > 1
    drafts = [Draft()]
    of_a_part = False
    parts = clauses(whole.text)
    for place, clause in enumerate(parts, 1):
        heading, rest = _heading(clause, whole)
        if heading and (drafts[-1].found.items or drafts[-1].heading):
            drafts.append(Draft())
        drafts[-1].heading = heading or drafts[-1].heading
        reading = read_clause(rest, whole, signed=signed)
        if of_a_part and reading.has_figures and not heading:
            left = sum_outside("; ".join(parts[place - 1 :])) + float(least_of(drafts[-1].found.items))
            if left < float(ENOUGH):
                refusal = Refusal(whole.unfolded(clause), "it goes on from a sentence on part of the people.")
                reading = Reading([], [refusal], of_a_part=True)
        of_a_part = reading.of_a_part and not reading.items
        if opens_new(drafts[-1].found, reading):
            drafts.append(Draft())
            reading.doubts.append("A figure behind a full list is read as a list of its own.")
        drafts[-1].found.add(reading)
        drafts[-1].printed.append(whole.unfolded(clause))
    drafts = settled(drafts)
    if warning:
        drafts[0].found.doubts.insert(0, warning)
    return [_made(draft, as_of) for draft in drafts]


def _heading(clause: str, whole: Folded) -> tuple[str, str]:
    """The heading of a clause and what stands under it; '' and the clause where it has none.

    A heading ends with a colon, or with a dash where what it names comes once (“Ukrainian Orthodox - …” comes twice).
    “The four largest groups -” names the list and no part of the people; it is left out and is no heading.
    """
    lead = phrases.LARGEST_ARE.match(clause)
    if lead:
        return "", clause[lead.end() :]
    match = re.match(r"([^:,]{2,100}?)\s*:\s+(.+)$", clause)
    if match and not share_figures.find(whole.unfolded(match[1])) and clause.count(f"{match[1]}:") == 1:
        return tidy(whole.unfolded(match[1])), match[2]
    match = re.match(r"([^,]{2,60}?)\s-\s(.+)$", clause)
    if (
        match
        and not match[1][-1:].isdigit()
        and whole.text.count(f"{match[1]} -") == 1
        and not share_figures.find(whole.unfolded(match[1]))
    ):
        whole_of_all = re.fullmatch(r"(?:[\w'-]+ )?[A-Z][\w-]+s", match[1]) and is_full(match[2])
        small = match[1][:1].islower() or whole_of_all or len(re.findall(r"(?:^|; ?)[^,;]{2,60}? - ", whole.text)) > 1
        figure = next(iter(share_figures.find(match[2])), None)
        if not is_prose(match[1]) and "  " not in match[1] and (small or (figure and figure.start == 0)):
            return tidy(whole.unfolded(match[1])), match[2]
    return "", clause


def _made(draft: Draft, as_of: AsOf) -> ShareList:
    """The finished list of a draft."""
    shares: list[Share] = []
    refused = list(draft.found.refused)
    for item in draft.found.items:
        if item.figure is None and _NO_DATA.search(item.label):
            refused.append(Refusal(item.printed, "it says that there are no figures."))
        else:
            _flatten(item, None, shares, refused)
    states = {share.value_state for share in shares}
    stated = "stated" in states
    printed = one_line("; ".join(draft.printed))
    none = states == {"no_reliable_figure"} or _NO_DATA.search(printed)
    state = "stated" if stated else "no_reliable_figure" if none else "in_words"
    warnings = [*as_of.warnings, *dict.fromkeys(draft.found.doubts), *(str(each) for each in refused)]
    if stated:
        warnings += _doubts_of_words(draft.found.items) + _doubts_of_sums(shares)
    return ShareList(
        tuple(shares), as_of.edtf, as_of.printed, as_of.source_type, draft.heading, state,
        refused=tuple(refused), warnings=tuple(warnings), printed=printed,
    )  # fmt: skip


def _flatten(item: Item, parent: int | None, shares: list[Share], refused: list[Refusal]) -> None:
    """Add a line and the lines inside its brackets, each behind the line that it is part of."""
    label = item.label
    while len(label) > MAX_LABEL and label != without_longest_bracket(label):
        label = without_longest_bracket(label)
    if len(label) > MAX_LABEL:
        refused.append(Refusal(item.printed, f"a name of more than {MAX_LABEL} characters."))
        return
    figure, printed = item.figure, item.printed
    if len(printed) > MAX_PRINTED:
        at = printed.find(label) if printed.find(label) > MAX_PRINTED // 2 else 0
        printed = (f"[…] {printed[at:]}" if at else printed)[: MAX_PRINTED - 4] + " […]"
    place = len(shares)
    shares.append(
        Share(
            label,
            figure.low if figure else None,
            figure.high if figure else None,
            figure.qualifier if figure else "",
            figure.value_state if figure else "in_words",
            parent,
            share_class(label),
            printed,
        )
    )
    for part in item.parts:
        _flatten(part, place, shares, refused)


def _doubts_of_words(items: list[Item]) -> list[str]:
    """One warning that names the lines without figures in a list that has some."""
    names = [item.label for item in [*items, *(part for item in items for part in item.parts)] if item.figure is None]
    return [f"No figure is printed for {', '.join(f'“{name}”' for name in names)}."] if names else []


def _doubts_of_sums(shares: list[Share]) -> list[str]:
    """Warnings where a level of the list cannot sum to its whole; nothing is rescaled."""
    found = []
    seen = Counter(share.label.casefold() for share in shares if share.parent is None)
    found += [f"“{label}” stands {count} times." for label, count in seen.items() if count > 1]
    top = [_span_of(share) for share in shares if share.parent is None]
    low = sum((each[0] for each in top), Decimal(0))
    high = sum((each[1] for each in top if each[1] is not None), Decimal(0))
    if low > 100 + _ROUNDING or (high < 100 - _ROUNDING and all(each[1] is not None for each in top)):
        found.append(f"The shares sum to {_span(low, high)}, not to 100.")
    for place, share in enumerate(shares):
        parts = [_span_of(each) for each in shares if each.parent == place]
        least = sum((each[0] for each in parts), Decimal(0))
        limit = _span_of(share)[1]
        if parts and limit is not None and least > limit + _ROUNDING / 2:
            found.append(
                f"The parts of “{share.label}” sum to {_plain(least)}, more than its {_plain(limit)}: "
                "they may be shares of it."
            )
    return found


def _span_of(share: Share) -> tuple[Decimal, Decimal | None]:
    if share.value_state != "stated":
        return Decimal(0), None
    return share.low or Decimal(0), share.high


def _span(low: Decimal, high: Decimal) -> str:
    return _plain(low) if low == high or high == 0 else f"{_plain(low)} to {_plain(high)}"


def _plain(value: Decimal) -> str:
    """The number without trailing zeros."""
    return f"{value.normalize():f}"
