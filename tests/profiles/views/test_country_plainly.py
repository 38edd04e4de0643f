"""The country page says plainly what its sources leave open: vacant posts, sums that differ, names without shares."""

import re

import pytest

from tests.profiles.views.test_country import page, read, verania, words  # noqa: F401  # a fixture among them


@pytest.fixture
def almanac(make, verania):  # noqa: F811
    """The newest document on Verania."""
    return read(make, verania, publisher=make.publisher(name="Almanac", short_name="Almanac"), published="2026-01-22")


@pytest.fixture
def president(make, verania):  # noqa: F811
    """The head of state's office, of one holder."""
    return make.office(
        key="ver/president", country=verania, title="President", head_of_state=True, holders="single", note_public=""
    )


def part(html, name):
    """The words of one section of the page."""
    return words(html.split(f'id="{name}"')[1].split("</section>")[0])


def test_a_post_printed_as_vacant_says_who_prints_it_and_when(client, make, president, almanac):
    make.citation(country=None, office=president, field="title", printed="President (vacant)", document=almanac)
    said = "Almanac prints the post as vacant (22 January 2026)."
    text = words(page(client))
    assert text.count(said) == 2  # on the first screen and with the posts
    assert "name no holder" not in text
    office = words(client.get(president.get_absolute_url()).content.decode())
    assert said in office
    assert "does not say that the post is vacant" not in office


def test_a_holder_of_older_sources_does_not_hold_a_post_that_is_vacant_now(client, make, president, almanac, verania):  # noqa: F811
    old = read(make, verania, published="2012-12-13")
    tenure = make.tenure(
        office=president, person=make.person(name="Old Verane"), start="1991", end="", last_attested="2012-12-13"
    )
    make.citation(country=None, tenure=tenure, field="last_attested", document=old)
    make.citation(country=None, office=president, field="title", printed="President (vacant)", document=almanac)
    html = page(client)
    assert "prints the post as vacant" in words(html)
    assert html.index("prints the post as vacant") < html.index("Old Verane")
    assert "Earlier holders: 1" in words(html)


def test_a_post_that_was_vacant_before_it_was_filled_is_not_vacant(client, make, president, almanac, verania):  # noqa: F811
    old = read(make, verania, published="2012-12-13")
    make.citation(country=None, office=president, field="title", printed="President (vacant)", document=old)
    tenure = make.tenure(
        office=president, person=make.person(name="New Verane"), start="2020", end="", last_attested="2026-01-22"
    )
    make.citation(country=None, tenure=tenure, field="last_attested", document=almanac)
    assert "vacant" not in words(page(client))
    assert "prints the post as vacant" not in words(client.get(president.get_absolute_url()).content.decode())


def test_a_vacancy_that_the_newest_document_on_the_post_does_not_print_is_of_the_past(
    client,
    make,
    president,
    almanac,
    verania,  # noqa: F811
):
    old = read(make, verania, published="2012-12-13")
    make.citation(country=None, office=president, field="title", printed="President (vacant)", document=old)
    make.citation(country=None, office=president, field="title", printed="President", document=almanac)
    text = part(page(client), "government")
    assert "The sources held name no holder." in text
    assert "prints the post as vacant" not in text


def test_a_post_whose_holders_have_all_left_names_no_later_one(client, make, president, almanac):
    make.tenure(
        office=president, person=make.person(name="Old Verane"), start="1978", end="2022", ended="ended",
        last_attested="",
    )  # fmt: skip
    make.citation(country=None, office=president, field="title", printed="President", document=almanac)
    assert "The sources held name no later holder." in part(page(client), "government")


def test_one_sentence_on_choice_and_term_stands_once(client, make, president, almanac):
    for field, value in (("how_chosen", "Directly elected"), ("term_years", "5")):
        make.citation(
            country=None, office=president, field=field, value=value, printed="by vote every five years",
            document=almanac, locator="line 3",
        )  # fmt: skip
    text = part(page(client), "government")
    assert "How chosen; length of a term: Directly elected; 5 years" in text
    assert text.count("Length of a term") + text.count("length of a term") == 1


def test_printed_words_that_are_cut_short_give_way_to_their_reading(client, make, president, almanac):
    make.citation(
        country=None, office=president, field="how_chosen", value="Appointed by the king",
        printed="the president is then […]", document=almanac,
    )  # fmt: skip
    assert "How chosen: Appointed by the king" in part(page(client), "government")


def test_a_tenure_without_a_day_says_when_its_source_came_out(client, make, president, verania):  # noqa: F811
    tenure = make.tenure(
        office=president, person=make.person(name="A Verane"), start="2019", end="", ended="unknown", last_attested=""
    )
    make.citation(
        country=None, tenure=tenure, field="start", value="2019", document=read(make, verania, published="2022-07")
    )
    assert "in office in a source of July 2022" in part(page(client), "government")


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2019-03", "since March 2019"),
        ("../2007-04", "since April 2007 or earlier"),
        ("2007/..", "since 2007 or later"),
    ],
)
def test_a_start_with_an_open_side_is_said_as_one(client, make, president, start, said):
    make.tenure(office=president, person=make.person(name="A Verane"), start=start, end="", last_attested="2026-01-22")
    make.citation(country=None, office=president, field="title", document=read(make, president.country))
    assert f"A Verane , {said} in office" in part(page(client), "government")


@pytest.mark.parametrize(("total", "differs"), [(30, True), (26, False)])
def test_seats_that_do_not_add_up_give_both_numbers(client, make, almanac, verania, total, differs):  # noqa: F811
    chamber = make.institution(country=verania, name="Assembly")
    for seats, method in ((total, "total"), (17, "directly_elected"), (9, "indirectly_elected")):
        block = make.seat_block(institution=chamber, seats=seats, method=method)
        make.citation(country=None, seat_block=block, field="seats", document=almanac)
    said = "Almanac gives 30 in all, and parts that add up to 26." in part(page(client), "government")
    assert said == differs


def test_party_seats_stand_beside_the_chamber_s_of_the_same_document_only(client, make, almanac, verania):  # noqa: F811
    chamber = make.institution(country=verania, name="Assembly")
    vote = make.election(country=verania, office=None, institution=chamber, kind="parliamentary")
    yearbook = read(make, verania, publisher=make.publisher(short_name="Yearbook"), published="2025-06-01")
    for document in (almanac, yearbook):
        for label, seats in (("Blue List", 9), ("Green List", 6)):
            make.result(
                election=vote, document=document, label=label, seats=seats, seats_qualifier="unqualified",
                share_low=None, share_high=None, share_qualifier="", value_state="not_applicable",
            )  # fmt: skip
    total = make.seat_block(institution=chamber, seats=42, method="total")
    make.citation(country=None, seat_block=total, field="seats", document=almanac)
    for address in ("/countries/verania/", vote.get_absolute_url()):
        text = words(client.get(address).content.decode())
        assert text.count("15 seats as Almanac gives them; the same document gives Assembly 42 in all.") >= 1
        assert "15 seats as Yearbook gives them. " in text


def test_what_is_missing_leaves_no_mark_before_the_rest(client, verania):  # noqa: F811
    verania.region = verania.subregion = verania.capital = ""
    verania.un_status, verania.un_member_since = "none", ""
    verania.save()
    assert '<p class="where">not a UN member</p>' in page(client)


def test_a_text_that_is_not_held_is_not_said_to_be_here(client, make, verania):  # noqa: F811
    whole = read(make, verania, label="Held report", text_access="full")
    make.reading(document=whole)
    read(make, verania, label="Inner letter", text_access="full", part_of=whole)
    read(make, verania, label="Far report", text_access="full")
    rows = re.findall(r"<tr>.*?</tr>", page(client).split('id="sources"')[1], re.S)
    found = {name: next(row for row in rows if name in row) for name in ("Inner letter", "Far report")}
    held = next(row for row in rows if row.count("Held report") and "Inner letter" not in row)
    assert "The whole text" in held
    assert "The whole text" in found["Inner letter"]
    assert "Not held" in found["Far report"]


def test_each_measure_shows_its_newest_figure_and_what_others_say_of_it(client, make, verania):  # noqa: F811
    one, two = read(make, verania), read(make, verania)
    for name in ("Births", "Deaths", "Marriages"):
        indicator = make.indicator(part="people", name=name)
        for year in (2021, 2020, 2019):
            make.figure(country=verania, indicator=indicator, period=str(year), document=one, counted="all")
    make.figure(
        country=verania, indicator=indicator, period="2018", document=two, counted="all", printed="another voice"
    )
    html = page(client).split('id="figures-people"')[1]
    shown = html[: html.index("more figures: people")]
    assert all(f">{name}</a>" in shown for name in ("Births", "Deaths", "Marriages"))
    assert "another voice" in shown
    assert shown.count("2021") == 3


def test_people_stand_before_the_economy(client, make, verania):  # noqa: F811
    for kind in ("economy", "people"):
        make.figure(country=verania, indicator=make.indicator(part=kind), document=read(make, verania))
    html = page(client)
    assert html.index('id="figures-people"') < html.index('id="figures-economy"')


def test_a_figure_of_a_chamber_names_the_chamber(client, make, verania):  # noqa: F811
    chamber = make.institution(country=verania, name="House of Verania")
    make.figure(
        country=verania, institution=chamber, indicator=make.indicator(part="politics"), document=read(make, verania)
    )
    assert "House of Verania" in part(page(client), "figures")


def test_names_without_shares_are_a_list_and_not_empty_bars(client, make, verania):  # noqa: F811
    breakdown = make.breakdown(country=verania, document=read(make, verania), kind="language")
    make.share(
        breakdown=breakdown, label="Veranian", printed="Veranian", low=None, high=None, qualifier="",
        value_state="in_words",
    )  # fmt: skip
    html = page(client).split('id="people"')[1].split("</section>")[0]
    assert "The source names them and gives no shares." in html
    assert '<table class="bars">' not in html


def test_a_list_of_part_of_the_people_says_of_which(client, make, verania):  # noqa: F811
    group = make.group(key="ethnic/veranians")
    for place in ("North Verania", "South Verania"):
        breakdown = make.breakdown(
            country=verania, document=read(make, verania), population_base=place, source_type="estimate", as_of="2012"
        )
        make.share(breakdown=breakdown, group=group)
    text = part(page(client), "people")
    assert "North Verania · Estimate 2012" in text
    assert "South Verania · Estimate 2012" in text


def test_the_last_round_stands_before_the_first(client, make, verania):  # noqa: F811
    vote = make.election(country=verania, kind="presidential")
    document = read(make, verania)
    for number, label in ((1, "Lost Verane"), (2, "Won Verane")):
        make.result(election=vote, document=document, label=label, round=number)
    html = page(client).split('id="elections"')[1]
    assert html.index("Won Verane") < html.index("Lost Verane")
    assert "round 2" in html


def test_the_source_s_words_that_are_cut_short_stand_as_a_quotation(client, make, verania):  # noqa: F811
    cut = "none; (people of the north […]"
    make.statement(
        country=verania, topic=make.topic(part="elections"), code=None, text=cut, printed=cut,
        document=read(make, verania),
    )  # fmt: skip
    assert f'<q class="printed"><bdi>{cut}</bdi></q>' in page(client)
