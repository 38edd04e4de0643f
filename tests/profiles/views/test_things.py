"""Pages of organisations, elections, events, groups and indicators."""

import pytest

from sources.models.base import Status

pytestmark = pytest.mark.django_db


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:400]
    return response.content.decode()


def by(make, name, **values):
    """A document of a publisher with a short name."""
    return make.document(publisher=make.publisher(short_name=name), **values)


def test_an_organisation_shows_its_standings_and_results(client, make):
    party = make.organisation(key="ver/party", name="Harbour Party")
    make.organisation_status(organisation=party, standing="banned", valid_from="2012-11")
    make.organisation_status(organisation=party, standing="registered", valid_from="2001")
    make.organisation_name(organisation=party, name="HP", kind="short")
    make.result_organisation(result=make.result(label="HP", share_low=88, share_high=88), organisation=party)
    html = text(client, "/organisations/ver/party/")
    assert html.index("Banned") < html.index("Registered")
    assert "from November 2012" in html
    assert "88%" in html
    assert "short form" in html


def test_an_organisation_without_standing_says_so(client, make):
    make.organisation(key="ver/paper")
    assert "No source held speaks of its legal standing." in text(client, "/organisations/ver/paper/")


def test_results_stand_side_by_side_and_are_not_averaged(client, make):
    vote = make.election(key="ver/presidential/2011")
    make.result(election=vote, share_low=95, share_high=95, document=by(make, "State Dept"))
    make.result(election=vote, share_low=97, share_high=None, share_qualifier="more_than", document=by(make, "Watch"))
    html = text(client, "/elections/ver/presidential/2011/")
    assert "95%" in html
    assert "more than 97%" in html
    assert "96" not in html


def test_a_disputed_date_and_the_observers_stand_on_the_election_s_page(client, make):
    vote = make.election(key="ver/presidential/2011", date="2011-04-03", timing="early")
    make.citation(
        country=None, election=vote, field="date", value="2012", stance="disputes", document=by(make, "Watch")
    )
    topic = make.topic(name="Observers' verdict", part="elections")
    make.statement(election=vote, topic=topic, text="Short of standards.", document=by(make, "OSCE"))
    html = text(client, "/elections/ver/presidential/2011/")
    assert "Another source:" in html
    assert "Short of standards." in html
    assert "OSCE" in html
    assert "early" in html


def test_an_election_shows_what_it_fills(client, make):
    office = make.office(key="ver/president", title="President")
    make.election(key="ver/e/1", office=office, round=2, seats_at_stake=None)
    chamber = make.institution(key="ver/chamber", name="Chamber")
    make.election(key="ver/e/2", kind="parliamentary", institution=chamber, seats_at_stake=1047)
    html = text(client, "/elections/ver/e/1/")
    assert '<a href="/offices/ver/president/">President</a>' in html
    assert "<dt>Round</dt>" in html
    html = text(client, "/elections/ver/e/2/")
    assert '<a href="/institutions/ver/chamber/">Chamber</a>' in html
    assert "1,047" in html


def test_a_scheduled_vote_whose_day_has_passed_is_not_called_coming(client, make):
    make.election(key="ver/presidential/2016", date="2016", state="scheduled")
    html = text(client, "/elections/ver/presidential/2016/")
    assert "was scheduled for 2016 when the source was written" in html
    assert "Results: not in the sources held." in html


def test_each_source_s_count_stands_by_what_it_counts(client, make):
    harbour = make.event(key="ver/harbour", title="Old Harbour, 1 May 2012")
    killed = make.indicator(name="People killed")
    unit = make.unit(key="persons")
    same = {"event": harbour, "indicator": killed, "unit": unit, "outcome": "dead"}
    make.figure(**same, low=17, high=None, qualifier="at_least", counted="dock workers", document=by(make, "Watch"))
    make.figure(**same, low=12, high=12, counted="people shot", document=by(make, "Ministry"), actor="police")
    html = text(client, "/events/ver/harbour/")
    for words in (
        "at least 17",
        "dock workers",
        "people shot",
        "by police",
        "does not say by whom",
        "Watch",
        "Ministry",
    ):
        assert words in html
    assert "Sources count different things." in html
    assert "12–17" not in html


def test_an_event_shows_roles_cases_and_texts(client, make):
    harbour = make.event(key="ver/harbour", doubt="The day is doubtful.")
    make.involvement(event=harbour, group_label="dock workers", role="victim")
    make.case_step(event=harbour, proceeding="Trial of two", group_label="two dock workers", case_status="convicted")
    make.excerpt_event(excerpt=make.excerpt(heading="On the strike"), event=harbour)
    html = text(client, "/events/ver/harbour/")
    for words in ("Doubtful: The day is doubtful.", "dock workers", "Trial of two", "On the strike", "In our words"):
        assert words in html


def test_an_event_of_which_nothing_is_recorded_says_so(client, make):
    make.event(key="ver/quiet")
    assert "No count, part, case or text is recorded" in text(client, "/events/ver/quiet/")


def test_a_group_s_shares_keep_their_printed_label(client, make):
    group = make.group(key="ethnic/veranians", name="Veranians")
    census = make.breakdown(as_of="2009", source_type="census", document=by(make, "Statistics"))
    make.share(breakdown=census, group=group, label="Veranyan", low=53.4, high=53.4)
    hidden = make.breakdown(as_of="1999", status=Status.DRAFT)
    make.share(breakdown=hidden, group=group, label="Hidden label")
    html = text(client, "/groups/ethnic/veranians/")
    for words in ("53.4%", "<bdi>Veranyan</bdi>", "census, 2009", "Statistics", "is our reading"):
        assert words in html
    assert "Hidden label" not in html
    assert "/map/?by=groups/ethnic/veranians" in html


def test_a_group_s_newest_shares_stand_first_sorted_as_asked_and_each_country_has_a_list(client, make):
    group = make.group(key="ethnic/veranians", name="Veranians")
    for name, shares in (("Northland", ((2001, 80), (2011, 5))), ("Southland", ((2009, 30),))):
        country = make.country(key=name[:3].upper(), name=name, sort_key=name.lower())
        for year, share in shares:
            counted = make.breakdown(country=country, as_of=str(year))
            make.share(breakdown=counted, group=group, low=share, high=share)
    table = text(client, "/groups/ethnic/veranians/").split("<tbody>")[1].split("</tbody>")[0]
    assert table.index("Southland") < table.index("30%") < table.index("Northland") < table.index("5%")
    assert "80%" not in table
    assert "1 other" in table
    table = text(client, "/groups/ethnic/veranians/?sort=name").split("<tbody>")[1]
    assert table.index("Northland") < table.index("Southland")
    html = text(client, "/groups/ethnic/veranians/?country=nor")
    assert "80%" in html
    assert "Southland" not in html


def test_a_group_without_shares_says_so(client, make):
    make.group(key="ethnic/none")
    assert "No share is read as this group yet." in text(client, "/groups/ethnic/none/")


def test_an_indicator_lists_figures_by_country_and_time(client, make):
    killed = make.indicator(key="killed", name="People killed", definition="Deaths in one event.")
    north, south = (
        make.country(name="Northland", sort_key="northland"),
        make.country(name="Southland", sort_key="southland"),
    )
    unit = make.unit(key="persons")
    for country, period, number in ((south, "2012", 3), (north, "2011", 1), (north, "2012", 2)):
        make.figure(indicator=killed, country=country, period=period, low=number, high=number, unit=unit)
    html = text(client, "/indicators/killed/?page=1")
    assert html.index("Northland") < html.index(">2</span>") < html.index(">1</span>") < html.index("Southland")
    assert "Deaths in one event." in html


def test_an_indicator_s_newest_figures_stand_first_and_all_others_below(client, make):
    literacy = make.indicator(key="literacy", unit=make.unit(key="percent"))
    country = make.country(key="NOR", name="Northland")
    for period, number in (("1999", 61), ("2009", 88), ("2021", 97)):
        make.figure(indicator=literacy, country=country, period=period, low=number, high=number, unit=literacy.unit)
    newest, rest = text(client, "/indicators/literacy/").split('<details class="rest all">')
    assert "97%" in newest
    assert "61%" not in newest
    assert "61%" in rest
    for address in (
        "/map/?by=indicators/literacy",
        "/compare/?s=indicators/literacy",
        "/map.csv?by=indicators/literacy",
    ):
        assert address in newest
        assert client.get(address).status_code == 200
    assert "2 others" in newest
    assert "61%" in text(client, "/indicators/literacy/?country=NOR")
    make.country(key="SOU")
    assert "61%" not in text(client, "/indicators/literacy/?country=SOU")


def test_an_indicator_without_figures_says_so(client, make):
    make.indicator(key="none")
    assert "No figure is held." in text(client, "/indicators/none/")


@pytest.mark.parametrize(
    "address",
    [
        "/groups/x/?page=2",
        "/indicators/x/?page=0",
        "/groups/x/?colour=red",
        "/groups/x/?sort=size",
        "/indicators/x/?country=XYZ",
        "/indicators/x/?sort=name&sort=date",
    ],
)
def test_lists_refuse_pages_and_parameters_that_are_not_there(client, make, address):
    make.group(key="x")
    make.indicator(key="x")
    text(client, address, 400)


@pytest.mark.parametrize("kind", ["organisations", "elections", "events", "groups", "indicators"])
def test_unknown_keys_are_not_found(client, db, kind):
    text(client, f"/{kind}/ver/never/", 404)
