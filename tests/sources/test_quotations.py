import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.folding import fold
from sources.quotations import MAX_QUOTE, Result, Selector, check, find, selector

TEXT = """In May the Veranian govern-
ment said “no journalist” was held; the well-
known minister’s office – which answers – did not reply. About 1,200 people
were killed in 2009–2012, it said, and pre-
and post-war cases stay open. The court ﬁned the unlaw\u00adful oﬃce of the press.

Temperatures fell to −5 degrees. The [interim] council acted…then it rose. Cafe\u0301 owners left—quickly. Twelve
villagers came home. Some of them were not questioned. All were asked to sign. They turned oﬀ the lamps.

Twelve villagers came home. The mayor, who took office in 2011, opened the bridge [sic] and left the town."""


def _verdict(quote: str, text: str = TEXT) -> tuple[str, str | None]:
    found = check(text, quote)
    assert (found.start is None) == (not found.accepted)
    assert found.reason.endswith(".")
    if found.start is None or found.end is None:
        return found.result, None
    assert (found.spans[0][0], found.spans[-1][1]) == (found.start, found.end)
    return found.result, text[found.start : found.end]


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("the Veranian government said", "the Veranian govern-\nment said"),
        ("the Veranian govern-ment said", "the Veranian govern-\nment said"),
        ("the well-known minister's office - which", "the well-\nknown minister’s office – which"),
        ('said "no journalist" was held', "said “no journalist” was held"),
        ("said «no journalist» was held", "said “no journalist” was held"),
        ("killed in 2009-2012, it", "killed in 2009–2012, it"),
        ("and pre- and post-war cases", "and pre-\nand post-war cases"),
        ("fined the unlawful office of", "ﬁned the unlaw\u00adful oﬃce of"),
        ("fell to -5 degrees.", "fell to −5 degrees."),
        ("council acted...then it rose", "council acted…then it rose"),
        ("Café owners left - quickly", "Cafe\u0301 owners left—quickly"),
        ("\u200bwere\u00a0 asked\tto\r\nsign ", "were asked to sign"),
        ("– which answers – did", "– which answers – did"),
        ("office - which answers -", "office – which answers –"),
    ],
)
def test_layout_and_typography_may_differ(quote, stands):
    assert _verdict(quote) == (("exact" if quote == stands else "normalised"), stands)


@pytest.mark.parametrize(
    ("text", "quote", "accepted"),
    [
        ("The govern-\r\nment of Verania said so", "The government of Verania", True),
        ("The unlaw\u00ad\nful order was lifted", "The unlawful order", True),
        ("The well-known mayor wrote – twice", "The wellknown mayor wrote – twice", False),
        ("The well-known mayor – once – wrote", "The well-known mayor once – wrote", False),
        ("It lasted from 1990--1995 or so", "It lasted from 1990-1995", False),
        ("The level fell—5 metres in all", "The level fell - 5 metres", False),
        ("The level fell—five metres in all", "The level fell - five metres", True),
        ("The level of the sea \u2014five metres", "The level of the sea--five metres", True),
        ("In the years 2009–\n2012 it rained", "In the years 2009-2012 it rained", True),
        ("In the years 2009-\n2012 it rained", "In the years 20092012 it rained", False),
        ("The Sino–\nVeranian border was shut", "The SinoVeranian border was shut", False),
        ("The well-\n\nknown mayor of Vera wrote", "The wellknown mayor of Vera", False),
    ],
)
def test_dashes_at_line_ends_and_before_digits_keep_their_sense(text, quote, accepted):
    assert check(text, quote).accepted == accepted


@pytest.mark.parametrize(
    "quote", ["the well-\nknown minister’s office", "The [interim] council acted…then", "asked to sign."]
)
def test_the_same_characters_are_exact_also_where_the_source_prints_brackets_and_dots(quote):
    assert _verdict(quote) == ("exact", quote)


@pytest.mark.parametrize(
    "quote",
    [
        "the veranian government said",
        "the well known minister’s office",
        "the minister’s well-known office",
        "killed in 2009 - 2012, it said",
        "killed in 20092012, it said",
        "and post war cases stay",
        "Temperatures fell to 5 degrees",
        "Temperatures fell to - 5 degrees",
        "Cafe owners left—quickly",
        "About 1,２00 people were killed",
        "About 1.200 people were killed",
        "no journalist was held; the",
        "said ‘no journalist’ was held",
        "council acted then it rose",
        "The council acted…then it rose",
        "were asked to ... sign",
        "– Twelve villagers came home",
    ],
)
def test_letters_case_digits_and_the_presence_of_signs_may_not_differ(quote):
    assert _verdict(quote) == ("not_found", None)


@pytest.mark.parametrize(
    "quote",
    [
        "200 people were killed",
        "2012, it said, and pre- and",
        "5 degrees. The [interim] council",
        "ful office of the press",
        "ment said “no journalist” was held",
        "war cases stay open",
        "known minister’s office",
        "people were killed in 2009",
        "Twelve villagers came home. The may",
        "s office – which answers",
        "They turned of",
    ],
)
def test_no_quotation_begins_or_ends_inside_a_word_or_a_number(quote):
    assert _verdict(quote) == ("not_found", None)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They paid $200 for one of the maps.", "200 for one of the maps"),
        ("The rate in the north was 5% of all", "The rate in the north was 5"),
        ("In all 17 522 010 people were counted.", "522 010 people were counted"),
        ("They said that they can’t leave the town", "They said that they can"),
        ("They said that 3.5 million had left", "They said that 3"),
        ("They counted no fewer than 17 522 010 people", "They counted no fewer than 17"),
        ("They wrote it as x\u0301 in the margin", "They wrote it as x"),
        ("राजधानी में सभी लोग शांत रहे", "जधानी में सभी लोग"),
        ("They counted 10/12 of the votes cast", "12 of the votes cast"),
    ],
)
def test_a_number_keeps_its_sign_its_unit_and_all_its_digits(text, quote):
    assert _verdict(quote, text) == ("not_found", None)


def test_a_numbered_line_before_a_number_is_no_part_of_it():
    assert _verdict("300 people came to the fair", "12\n300 people came to the fair.")[0] == "exact"


@pytest.mark.parametrize(
    "text", ["禁止任何人任意逮捕居民和他们的家属或者邻居以及朋友。", "ห้ามจับกุมประชาชนโดยพลการในทุกกรณีทั่วประเทศ"]
)
def test_scripts_without_spaces_have_words_at_every_letter(text):
    assert _verdict(text[2:20], text) == ("exact", text[2:20])


def test_a_line_end_between_two_ideographs_is_no_space():
    assert (
        _verdict("任何人任意逮捕居民和他们的家属或者邻居", "禁止任何人任意逮捕\n居民和他们的家属或者邻居以及朋友。")[0]
        == "normalised"
    )


@pytest.mark.parametrize(
    "quote", ["questioned. All were asked", "journalist” was held; the", "reply. About 1,200 people"]
)
def test_the_word_not_right_before_a_quotation_belongs_to_it(quote):
    assert _verdict(quote)[0] == "refused"
    assert "begin the quotation with it" in check(TEXT, quote).reason


@pytest.mark.parametrize("before", ["Was anybody told? No.\n", "Told:\nNo\n", "They did not\n\n"])
def test_a_negation_that_belongs_to_other_words_is_no_hindrance(before):
    assert _verdict("The mayor told nobody at all", before + "The mayor told nobody at all.")[0] == "exact"


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("the well-known minister’s office […] did not reply", ["the well-\nknown minister’s office", "did not reply"]),
        (
            "the well-known minister’s office [ ... ] did not reply",
            ["the well-\nknown minister’s office", "did not reply"],
        ),
        ("[…] They turned off the lamps […].", ["They turned oﬀ the lamps"]),
        ("[S]ome of them were not questioned.", ["Some of them were not questioned."]),
        ("[t]he mayor, who took office in 2011", ["The mayor, who took office in 2011"]),
        ("The mayor […] opened the bridge [sic] and left", None),
        ("Twelve villagers came home. [...] All were asked", ["Twelve\nvillagers came home.", "All were asked"]),
        ("The council [in Vera] acted…then it rose", None),
        ("[In May] the Veranian government said", ["the Veranian govern-\nment said"]),
        ("The mayor [of Lower Verania], who took office", ["The mayor", ", who took office"]),
        ("[She], who took office in 2011, opened the bridge", [", who took office in 2011, opened the bridge"]),
        ("[Local] villagers came home. Some of them", ["villagers came home. Some of them"]),
        ("Twelve [of the men] came home. Some of them", ["Twelve", "came home. Some of them"]),
    ],
)
def test_brackets_mark_what_is_left_out_put_in_or_changed_in_case(quote, parts):
    found = check(TEXT, quote)
    if parts is None:
        assert found.result in (Result.REFUSED, Result.NOT_FOUND)
        return
    assert [TEXT[start:end] for start, end in found.spans] == parts, found
    assert found.result == Result.NORMALISED


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("minister’s office – which answers – did […] reply. About 1,200", "negation"),
        ("Some of them were […] asked to sign", "two sentences"),
        ("The court fined the unlawful office […] Temperatures fell to", "two paragraphs"),
        ("About [many] people were killed in", "number or a negation"),
        ("Some of them were [all] questioned", "number or a negation"),
        ("The mayor, who took office in 2011, [she] left the town", "at most 3 words"),
        ("The mayor, who took office in 2011, opened the [big] town", "at most 3 words"),
        ("The mayor did [not] open the bridge", "insert a negation"),
        ("un[law]ful office of the press", "inside a word"),
        ("The mayor [] opened the bridge", "no word"),
        ("The mayor [a [b] c] opened the bridge", "no partner"),
        ("The mayor ] opened the bridge", "no partner"),
        ("[…]", "no word"),
        ("The […] left the town", "too short"),
        ("Some [a] of [b] them", "at least 4 words"),
        (f"Some of them were not questioned [{'x' * 81}]", "at most 80"),
        ("[T]he [M]ayor, [w]ho [t]ook office in 2011", "at most 3 letters"),
        ("Twelve villagers came" + " [x]" * 21, "at most 20"),
    ],
)
def test_marks_that_would_bend_the_meaning_are_refused_with_the_reason(quote, said):
    found = check(TEXT, quote)
    assert found.result in (Result.REFUSED, Result.NOT_FOUND)
    assert not found.spans
    assert said in found.reason


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        ("Houses burned by [two men] of the town", "[h]ouses burned by [two men] of the town", ""),
        ("The mayor opened teh old bridge in May", "The mayor opened [sic] bridge in May", "none by [sic]"),
        ("The mayor opened teh old bridge in May", "The mayor opened teh [sic] old bridge", ""),
        ("They all left. Then came snow and ice", "They all left [the town] came snow and ice", "end of a sentence"),
        ("They told Mr. Orlan and his men and came home late", "They told Mr. Orlan […] came home late", ""),
        ("They all told Mr. Orlan and others and came home late", "They all told […] came home late", ""),
        ("The mayor, in office since 2011, opened the bridge", "The mayor, in office […] [he] opened the bridge", ""),
        ("They did not leave the town, which was safe", "[L]eave the town, [Vera] which was safe", "right before"),
        ("They did not leave the town, which was safe", "leave the town, [Vera] which was safe", "right before"),
        ("They all went away. They were not asked. They all wept.", "They all went away. […] They all wept.", ""),
    ],
)
def test_what_brackets_stand_for_is_read_at_its_place(text, quote, said):
    found = check(text, quote)
    assert found.accepted == (not said), found
    assert said in found.reason


def test_parts_that_stand_far_apart_are_not_found_as_one():
    found = check("They came home early. " + "x " * 500 + "They left at noon.", "They came home […] They left at noon")
    assert (found.result, "within 300 characters" in found.reason) == (Result.NOT_FOUND, True)


SPLICED = "The mayor said that the roads were safe. Drivers came home. On Friday two bridges were torn down by a storm."


def test_an_omission_does_not_splice_two_sentences_to_one():
    assert "two sentences" in check(SPLICED, "The mayor said that […] bridges were torn down").reason
    assert check(SPLICED, "The mayor said that the roads were safe. […] On Friday two bridges").accepted
    assert check(SPLICED, "The mayor said that the roads […] On Friday two bridges").accepted


@pytest.mark.parametrize(("length", "accepted"), [(290, True), (310, False)])
def test_an_omission_has_at_most_300_characters(length, accepted):
    text = "The mayor of Vera opened, " + "x" * length + ", the bridge of iron"
    assert check(text, "The mayor of Vera opened […] the bridge of iron").accepted == accepted


def test_an_omission_takes_the_place_that_fits_and_keeps_the_order():
    text = "The old mayor came home. " + "x " * 300 + "The old mayor went out and then opened the new bridge."
    assert check(text, "The old mayor […] opened the new bridge").start == text.rindex("The old")
    assert check(text, "opened the new bridge […] The old mayor").result == Result.NOT_FOUND


@pytest.mark.parametrize(
    "quote", ["", " \n", "…", "“–”", "a\x00b c d", "one two\x1bthree four", "x\ud800 y z w", "a \u202eb c d"]
)
def test_what_holds_no_words_or_control_signs_is_refused(quote):
    assert _verdict(quote) == ("refused", None)


def test_the_longest_quotation_is_stated():
    text = "word " * MAX_QUOTE
    assert check(text, text[: MAX_QUOTE - 1]).accepted
    assert "10,000" in check(text, text[: MAX_QUOTE + 1]).reason


@pytest.mark.parametrize(
    ("quote", "result"),
    [
        ("the lamps", "exact"),
        ("The lamps", "not_found"),
        ("turned off", "refused"),
        ("came home", "refused"),
        ("of", "refused"),
    ],
)
def test_few_words_must_stand_once_only_and_letter_for_letter(quote, result):
    assert _verdict(quote)[0] == result


def test_words_that_stand_twice_are_accepted_at_the_first_place_and_said_to():
    found = check(TEXT, "Twelve villagers came home.")
    assert (found.result, found.start) == (Result.EXACT, TEXT.rindex("Twelve"))
    assert "more than once" in found.reason


def test_the_reason_says_from_where_on_the_document_differs():
    assert check(TEXT, "Twelve villagers came back").reason.endswith(
        "“Twelve villagers came”, but not “back” behind it."
    )


def test_a_selector_tells_like_words_apart_by_what_stands_round_them():
    text = "First: the bridge was closed. Second: the bridge was closed. Third: the bridge was closed at noon."
    place = text.index("the bridge", 30)
    chosen = selector(text, place, place + 21, context=8)
    assert chosen == Selector("the bridge was closed", "Second: ", ". Third:")
    assert find(text, chosen) == (place, place + 21)
    wrapped = "A new head.\n\n" + text.replace(" ", "\n")
    found = find(wrapped, chosen)
    assert found is not None
    assert wrapped[slice(*found)] == "the\nbridge\nwas\nclosed"
    assert "Second:" in wrapped[found[0] - 10 : found[0]]


@pytest.mark.parametrize(
    ("prefix", "suffix", "place"), [("", "", 0), ("two ", "", 1), ("", " three", 2), ("gone", "gone", 0)]
)
def test_a_selector_uses_what_context_there_is_and_else_takes_the_first_place(prefix, suffix, place):
    text = "one same words, two same words, xyz same words three"
    starts = [text.index("same"), text.index("same", 10), text.rindex("same")]
    assert find(text, Selector("same words", prefix, suffix)) == (starts[place], starts[place] + 10)


def test_a_selector_whose_words_are_gone_leads_nowhere():
    assert find("Another text.", Selector("the bridge was closed", "", "")) is None


@given(st.text(alphabet="ab A.-–—\n\u00ad\u200b\u0301é’'\"…ﬁ1,\r[] ", max_size=80), st.data())
def test_what_is_accepted_folds_to_the_same_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    found = check(text, quote)
    if found.accepted and len(found.spans) == 1 and "[" not in quote:
        assert found.start is not None
        stands = fold(text[found.start : found.end])
        assert stands.skeleton.strip() == fold(quote.strip()).skeleton.strip()
        assert any(stands.places(fold(quote.strip())))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_text_is_a_quotation_of_itself(text):
    found = check(text, text)
    assert found.accepted or found.result == Result.REFUSED


def test_a_long_text_is_searched_and_a_hostile_one_ends():
    text = fold(
        "\n".join(f"Village {number} of Verania has a well-kept road, and no bridge." for number in range(160_000))
    )
    assert len(text.source) > 9_000_000
    quote = " ".join(text.source[-2000:].split()[4:204])
    assert check(text, quote).accepted
    assert check(text, quote.replace("road", "path")).result == Result.NOT_FOUND
    assert check(fold("a" * 10**6), "a" * 1000).result == Result.REFUSED
    many = " […] ".join(["one two three"] * 12) + " […] four five six"
    assert not check("one two three " * 20_000, many).accepted
