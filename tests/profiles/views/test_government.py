"""Pages of offices and institutions."""

import pytest

pytestmark = pytest.mark.django_db


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:400]
    return response.content.decode()


def test_holders_stand_from_the_newest_to_the_oldest(client, make):
    office = make.office(key="ver/president", title="President")
    for name, start, end in (("Old Verane", "1991", "1999"), ("New Verane", "2005", "2010")):
        make.tenure(office=office, person=make.person(name=name), start=start, end=end, ended="ended", last_attested="")
    html = text(client, "/offices/ver/president/")
    assert html.index("New Verane") < html.index("Old Verane")


def test_a_holder_whom_another_has_followed_is_not_left_standing_beside_them(client, make):
    office = make.office(key="ver/president", holders="single")
    old = make.tenure(office=office, person=make.person(name="Old Verane"), start="1991", last_attested="2012-12-13")
    make.tenure(office=office, person=make.person(name="New Verane"), start="2019-03-20", last_attested="2026-01-22")
    html = text(client, "/offices/ver/president/")
    words = "New Verane from 20 March 2019, and no source held says when this one left"
    assert html.count(words) == 1
    assert html.index("Old Verane") < html.index(words)
    old.end, old.ended = "2019", "ended"
    old.save()
    assert words not in text(client, "/offices/ver/president/")


def test_holders_of_one_post_at_the_same_time_do_not_follow_each_other(client, make):
    office = make.office(key="ver/co-prince", holders="several")
    for name, start in (("One Verane", "2003"), ("Two Verane", "2017")):
        make.tenure(office=office, person=make.person(name=name), start=start, last_attested="2010")
    assert "when this one left" not in text(client, "/offices/ver/co-prince/")


def test_an_office_without_a_holder_does_not_claim_to_be_vacant(client, make):
    make.office(key="ver/minister")
    html = text(client, "/offices/ver/minister/")
    assert "The sources held name no holder." in html
    assert "does not say that the post is vacant" in html


def test_a_term_on_which_sources_differ_shows_each_answer(client, make):
    office = make.office(key="ver/president", term_years=None)
    for years, watch in (("5", "Watch"), ("7", "Ministry"), ("5", "Court")):
        document = make.document(publisher=make.publisher(short_name=watch))
        make.citation(country=None, office=office, field="term_years", value=years, printed="", document=document)
    html = text(client, "/offices/ver/president/")
    assert html.count("5 years") == 1
    assert html.count("7 years") == 1
    assert all(watch in html for watch in ("Watch", "Ministry", "Court"))


def test_a_field_that_one_source_disputes_shows_both(client, make):
    office = make.office(key="ver/premier", how_chosen="Appointed by the president")
    make.citation(country=None, office=office, field="how_chosen", value="Appointed by the president")
    make.citation(country=None, office=office, field="how_chosen", value="Elected by parliament", stance="disputes")
    html = text(client, "/offices/ver/premier/")
    assert html.index("Appointed by the president") < html.index("Elected by parliament")
    assert "Another source:" in html


def test_seats_mark_what_we_reckon_and_never_sum(client, make):
    chamber = make.institution(key="ver/chamber", name="Chamber")
    total = make.seat_block(institution=chamber, seats=47, method="total")
    make.citation(
        country=None,
        seat_block=total,
        field="seats",
        value="47",
        document=make.document(publisher=make.publisher(short_name="Watch")),
    )
    make.seat_block(institution=chamber, seats=40, method="indirectly_elected", derived="40 seats = 47 - 7")
    make.seat_block(institution=chamber, seats=1007, method="appointed")
    html = text(client, "/institutions/ver/chamber/")
    assert "Our reckoning, not the source&#39;s: 40 seats = 47 - 7" in html
    assert "no source prints the number" in html
    assert "1,007" in html
    assert "1,094" not in html


def test_an_institution_names_what_belongs_to_it(client, make):
    parliament = make.institution(key="ver/parliament", name="Parliament", kind="parliament")
    chamber = make.institution(key="ver/chamber", name="Chamber", part_of=parliament)
    make.office(title="Speaker", institution=chamber)
    make.election(key="ver/e/1", kind="parliamentary", institution=chamber, date="2012-01-15")
    make.figure(institution=chamber, indicator=make.indicator(name="Women in it"), unit=make.unit(key="percent"))
    assert "Chamber" in text(client, "/institutions/ver/parliament/")
    html = text(client, "/institutions/ver/chamber/")
    for words in ("Parliament", "Speaker", "15 January 2012", "Women in it", "No number of seats"):
        assert words in html


def test_unknown_keys_are_not_found(client, db):
    for kind in ("offices", "institutions"):
        text(client, f"/{kind}/ver/never/", 404)


def test_seats_say_from_when_and_until_when(client, make):
    chamber = make.institution(key="ver/chamber")
    for seats, start, end in ((77, "", "2007-05"), (107, "2007-05", ""), (90, "1995", "2001")):
        make.seat_block(institution=chamber, seats=seats, valid_from=start, valid_to=end, term_years=1)
    html = text(client, "/institutions/ver/chamber/")
    for words in ("until May 2007", "from May 2007", "from 1995 until 2001", "1 year<"):
        assert words in html


def test_an_office_belongs_to_its_institution_and_heads_what_it_heads(client, make):
    cabinet = make.institution(key="ver/cabinet", name="Cabinet")
    office = make.office(key="ver/premier", institution=cabinet, head_of_government=True)
    make.citation(country=None, office=office, field="head_of_government", value="false", stance="disputes")
    html = text(client, "/offices/ver/premier/")
    assert '<a href="/institutions/ver/cabinet/">Cabinet</a>' in html
    assert "Head of government" in html
    assert "</span> no</div>" in html
