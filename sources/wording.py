"""Fixed strings of the public pages, in one place: same verbs for all speakers, no verdicts. A test lints this file."""

DIFFERENT_THINGS = "Sources count different things."
OWN_COUNT = "Each line is one source's own count."
NO_REASON = "Sources differ and none explains why."
DIFFERENT_DATES = "Different dates; both may be right."
SAME_ORIGIN = "These two rest on the same report."
ROUNDING = "Agree within rounding."
DIFFERENT_SCOPE = "Sources speak of different parts of it."
DIFFERENT_SUBJECT = "Sources speak of different things under one name."
REVISION = "One source has revised its answer."
MISPRINT = "One of the answers is a misprint."
NAMING = "Sources give it different names."
CONTRADICTION = "Sources contradict each other."
OWN_AGAINST_OTHERS = "The country's own government is among those who answer."
# By the codes of Disagreement.Reason.
REASONS = {
    "different_date": DIFFERENT_DATES,
    "different_scope": DIFFERENT_SCOPE,
    "different_definition": f"{DIFFERENT_THINGS} {OWN_COUNT}",
    "different_subject": DIFFERENT_SUBJECT,
    "rounding": ROUNDING,
    "revision": REVISION,
    "misprint": MISPRINT,
    "naming": NAMING,
    "contradiction": CONTRADICTION,
    "unresolved": NO_REASON,
}
# How to say it: one clause for each source, the same for all kinds of speaker.
SAY = "{who} ({when}) {verb} {what}"
SAY_RESTING = "{who} ({when}), resting on {original}, {verb} {what}"
SAID_OF = "for {of}"
COUNTS, GIVES, SAYS = "counts", "gives", "says"
NO_DATE = "no date"
CUT = "[…]"  # where printed words are cut short
HOW_TO_SAY = "How to say it:"
WITHIN_ONE = "The document gives two answers"

UNDATED = "The source gives no date."
UNSOURCED = "The source does not say where this comes from."
NONE_REPORTED = "The source says: none reported."
NO_RELIABLE_FIGURE = "The source says: no reliable figure."
NOT_APPLICABLE = "The source says: not applicable."
OTHERWISE = "Another text says otherwise:"
NO_ACTOR = "does not say by whom"
NOT_YET = "Not yet researched."
HELD_BACK = "Where a person is not public, nothing about them is shown or counted here."
NO_LATER_STEP = "No later step in the sources held."
NO_WORDS = "The text of this document is not in this copy of Rightsbook."
MACHINE = "Machine translation; original not held. Wording is not reliable."
DERIVED = "Our reckoning, not the source's:"
IN_OFFICE = "in office"
AT_LAST_REPORT = "in office at last report"
WAS_SCHEDULED = "was scheduled when the source was written"
IS_SCHEDULED = "scheduled"
SOURCE_OF = "in office in a source of {when}"
LAST_REPORT_UNDATED = "in office at last report (undated)"
POSTS_WITHOUT_HOLDER = "Posts for which no source held names a holder"
VOTES_WITHOUT_RESULT = "Votes without a result in the sources held"
NO_QUOTATIONS = "The words of the sources: what stands here are summaries in our words, with the places they rest on."
# What stands behind a sentence's number, by its unit.
SENTENCES = {
    "years": "years",
    "years_prison": "years in prison",
    "years_suspended": "years, suspended",
    "years_probation": "years of probation",
    "months": "months",
    "mci": "monthly calculation indices (MCI), fine",
}
SUCCESSOR = "left by {day} (successor attested)"
NO_HOLDER = "The sources held name no holder."
NO_LATER_HOLDER = "The sources held name no later holder."
VACANT = "{who} prints the post as vacant ({when})."
NO_TEXT = "Not held"
WAS_SCHEDULED_FOR = "was scheduled for {when} when the source was written"
DESCRIBES = "This page describes {year}, not the present."
AS_SOURCES_STOOD = "As the sources held stood on {day}."
AGE = "{what}: {years} year{s} before this page's date"
OVER_SHELF_LIFE = "Older than the {months} months we allow: {what}"
NOTHING_NEWER = "nothing newer found on {day} in: {sources}."
NEWER_FOUND = "something newer was found on {day} in: {sources}."
NOBODY_LOOKED = "nobody has looked for a newer one."
CENSUS_SHARE = "census by {what}"
SHOWN_FIRST = "Shown first: {why}."
NO_RESULTS = "Results: not in the sources held."
SEVERAL_ANSWERS = "People may name more than one, so the shares may add up to more than 100."
NAMES_ONLY = "The source names them and gives no shares."
SUM_NOT_RESCALED = "Sums are shown as they come out; nothing is rescaled."
OUR_WORDS = "In our words"
NOTES = "Notes: who says it, where and when"
SEATING = "Most seats first; where a party stands says nothing of its politics."
SEATS_AS_GIVEN = "{sum} seats as {who} gives them."
SEATS_BESIDE = "{sum} seats as {who} gives them; the same document gives {body} {all} in all."
A_SOURCE = "The source"
PARTS_BESIDE = "{who} gives {all} in all, and parts that add up to {sum}."
SEATS_OF_BODY = "{sum} of {all} seats, as {who} gives them."

# Verbs that pages may use for what a source does, whoever it is.
VERBS = ("says", "reports", "counts", "states", "lists", "gives")
# Words that judge a source or a country; none may stand in this file or in a template.
FORBIDDEN = (
    "stale",
    "outdated",
    "regime",
    "alleges",
    "admits",
    "denies",
    "claims that",
    "truth",
    "so-called",
    "brutal",
    "at-risk",
)
