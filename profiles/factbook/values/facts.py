"""Printed texts as the project ships them: facts carry over, a source's own wording does not. Pure."""

import re

MOST_WORDS = 8  # of a printed text; below the ten of the design, since hyphens part words too
KEPT = 6
CUT = "[…]"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"“([^“”]*)”")


def facts_only(text: str) -> str:
    """Return a printed text of at most eight words; what is cut is marked with […].

    The whole stands in the source, and in the database once the source is read in. A list of groups is shipped line by
    line, so that nothing of it is lost.
    """
    words = list(_WORD.finditer(text))
    return text if len(words) <= MOST_WORDS else f"{text[: words[KEPT - 1].end()]} {CUT}"


def note_only(text: str) -> str:
    """Return a note of ours with what it quotes cut in the same way."""
    return _QUOTED.sub(lambda match: f"“{facts_only(match[1])}”", text)
