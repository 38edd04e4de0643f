"""Fixed strings of the pages of texts: the same verbs for all publishers, no verdicts."""

# Under the title, by Document.TextAccess.
ACCESS = {
    "full": "The whole text stands below, as it was read in.",
    "cited_passages": "The text is its publisher's. Below stand the passages that something here rests on, each with "
    "what is next to it.",
}
NOT_SHOWN = "{n:,} {passages} not shown here{why}."
ITS_PUBLISHERS = ": the text is its publisher's"
NOTES_BESIDE = "{n:,} {notes} beside the words that call {them}."
PART_HERE = "Here stands a document of its own:"
HELD_UNSHOWN = "The text of this document is held to check quotations, and its terms let nobody read it here."
BELOW = "Below are its headings as printed, the places that something rests on, and what rests on each."
WITHHELD = "[name withheld] stands where the text names a person who is not public here, to protect people."
LIT = "The words of a quotation are lit below."
LIT_UNSHOWN = "The words of the quotation stand in a passage that is not shown here."
OTHER_PLACES = "Statements whose place the text does not hold as spelt, or whose place is in a document inside it."
ELSEWHERE = "Places on other pages of this text"
TOO_LONG = "The two texts are too long to be compared here (over {most:,} passages)."
NOT_BOTH = "Two texts are compared where both are held in whole and everyone may read them."
NO_VERSION = "compare={key}: that is no other version of this document."


def gap(number: int, publishers: bool) -> str:
    """Say how many passages a gap stands for, and whose words they are."""
    return NOT_SHOWN.format(
        n=number,
        passages="passage is" if number == 1 else "passages are",
        why=ITS_PUBLISHERS if publishers else "",
    )


def notes_beside(number: int) -> str:
    """Say that notes are not where the file has them."""
    return NOTES_BESIDE.format(
        n=number, notes="note stands" if number == 1 else "notes stand", them="it" if number == 1 else "them"
    )
