"""The world map and its list, which says the same."""

import csv
import io
import re
from math import hypot
from pathlib import Path

import pytest

from profiles.pages import world
from tests.profiles.views.test_country import words

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[3]
CODES = ("AFG", "BRA", "CHN", "DEU", "EGY", "FRA", "TUV")


@pytest.fixture
def figures(make):
    """Seven countries that the map draws, six with a figure: 10, 20 … 60."""
    literacy = make.indicator(
        key="literacy", name="Literacy", definition="Who can read.", unit=make.unit(key="percent")
    )
    made = {}
    for number, code in enumerate(CODES, 1):
        made[code] = make.country(key=code, slug=code.lower(), name=f"Land {code}", sort_key=code.lower())
        if code != "FRA":
            size = 10 * number
            make.figure(
                country=made[code],
                indicator=literacy,
                unit=literacy.unit,
                low=size,
                high=size,
                period=f"{2000 + number}",
            )
    return made


def get(client, query="", status=200):
    response = client.get(f"/map/{query}")
    assert response.status_code == status, response.content.decode()[:300]
    return response.content.decode()


def drawn(html, slug):
    """The class and the words of a country's shape or dot."""
    svg = html.split('<svg class="world"')[1].split("</svg>")[0]
    found = re.search(rf'href="/countries/{slug}/".*?class="(\w+)".*?<title>(.*?)</title>', svg)
    return found.groups() if found else None


def listed(html):
    """The countries of the list, in its order."""
    table = html.split('<table class="stack newest">')[1].split("</table>")[0]
    return re.findall(r"Land (\w+)</a></th>", table)


def test_shape_dot_and_list_say_the_same(client, figures):
    html = get(client, "?by=indicators/literacy")
    assert drawn(html, "afg") == ("q0", "Land AFG: 10%, 2001")
    assert drawn(html, "tuv") == ("q4", "Land TUV: 70%, 2007")
    assert drawn(html, "fra") == ("none", "Land FRA: no answer held")
    assert listed(html) == ["TUV", "EGY", "DEU", "CHN", "BRA", "AFG"]
    assert "1 without an answer" in words(html)


def test_every_country_of_the_legend_is_in_one_class(client, figures):
    page = world.world("indicators/literacy")
    assert sum(shade.count for shade in page.shades) == len(page.places) == 6
    assert [shade.words for shade in page.shades] == ["10", "20", "30", "40", "50 to 70"]


def test_the_list_sorts_by_what_the_address_says(client, figures):
    assert listed(get(client, "?by=indicators/literacy&sort=name")) == ["AFG", "BRA", "CHN", "DEU", "EGY", "TUV"]
    html = get(client, "?by=indicators/literacy&sort=date")
    assert listed(html)[0] == "TUV"
    assert '<b aria-current="true">Newest first</b>' in html


def test_dates_that_differ_are_said_above_the_map(client, figures):
    assert "ranges from 2001 to 2007" in words(get(client, "?by=indicators/literacy"))


def test_an_answer_of_another_count_or_unit_is_listed_and_not_shaded(client, make, figures):
    literacy = {"indicator": figures["AFG"].figures.get().indicator, "country": figures["FRA"]}
    make.figure(**literacy, low=99, high=99, counted="women", unit=make.unit(key="persons"))
    html = get(client, "?by=indicators/literacy")
    assert drawn(html, "fra") == ("worded", "Land FRA: 99 (women)")
    assert listed(html)[-1] == "FRA"
    assert "an answer that no class holds" in words(html)


def test_a_group_s_share_shades_the_map(client, make, figures):
    group = make.group(key="ethnic/veranians", name="Veranians")
    make.share(group=group, breakdown=make.breakdown(country=figures["BRA"], as_of="2009"))
    html = get(client, "?by=groups/ethnic/veranians")
    assert drawn(html, "bra") == ("q0", "Land BRA: 53.4%, 2009")
    assert 'value="groups/ethnic/veranians" selected' in html


def test_the_newest_census_and_the_newest_list_are_years(client, make, figures):
    make.breakdown(country=figures["BRA"], as_of="2009", source_type="census")
    make.breakdown(country=figures["BRA"], as_of="2022", source_type="estimate")
    assert drawn(get(client, "?by=census"), "bra") == ("q0", "Land BRA: census of 2009")
    assert drawn(get(client, "?by=composition"), "bra") == ("q0", "Land BRA: 2022")


def test_the_newest_population_figure_of_the_whole_country_is_a_year(client, make, figures):
    people = make.indicator(key="population", unit=make.unit(key="persons"))
    for period, place in (("2001", ""), ("2009", ""), ("2020", "North")):
        make.figure(country=figures["BRA"], indicator=people, unit=people.unit, period=period, place=place)
    assert drawn(get(client, "?by=population"), "bra") == ("q0", "Land BRA: 2009")


def test_a_topic_s_codes_are_told_apart_and_words_are_no_class(client, make, figures):
    tier = make.topic(key="tier", name="Tier", question="Which tier?", part="rights")
    codes = [make.topic_code(topic=tier, name=f"Tier {number}", position=number) for number in (1, 2)]
    for country, code in (("AFG", codes[1]), ("BRA", codes[1]), ("CHN", codes[0])):
        make.statement(country=figures[country], topic=tier, code=code, text="")
    make.statement(country=figures["TUV"], topic=tier, code=None, text="not ranked")
    html = get(client, "?by=topics/tier")
    assert drawn(html, "chn")[0] == "q0"
    assert drawn(html, "afg")[0] == drawn(html, "bra")[0] == "q1"
    assert drawn(html, "afg")[1].startswith("Land AFG: Tier 2")
    assert drawn(html, "tuv")[0] == "worded"
    assert listed(html) == ["CHN", "AFG", "BRA", "TUV"]
    assert 'value="topics/tier" selected' in html
    assert "another answer" in words(html)
    assert "By answer" in words(html)


def test_only_the_codes_that_most_countries_have_get_a_shade(client, make, figures):
    form = make.topic(key="form", part="government")
    codes = [make.topic_code(topic=form, name=f"Form {number}", position=number) for number in range(6)]
    for country, code in zip(CODES, [*codes, codes[5]], strict=True):
        make.statement(country=figures[country], topic=form, code=code, text="")
    page = world.world("topics/form")
    assert len(page.shades) == world.CLASSES
    assert page.shades[-1].words == "Form 5"  # the commonest is the last of the list, and has its shade
    assert sum(place.shade is None for place in page.places) == 1


def test_a_share_of_part_of_the_people_is_listed_and_not_shaded(client, make, figures):
    group = make.group(key="ethnic/veranians", name="Veranians")
    for country, base in (("AFG", ""), ("BRA", ""), ("CHN", "North Land")):
        breakdown = make.breakdown(country=figures[country], as_of="2009", population_base=base)
        make.share(group=group, breakdown=breakdown)
    html = get(client, "?by=groups/ethnic/veranians")
    assert drawn(html, "chn")[0] == "worded"
    assert "North Land" in words(html.split('<table class="stack newest">')[1])


def test_the_census_says_what_is_counted_as_one(client, figures):
    assert "that their source calls a census" in words(get(client, "?by=census"))


def test_coverage_counts_documents_and_is_what_the_map_opens_with(client, make, figures):
    for _ in range(2):
        make.document_country(country=figures["CHN"], document=make.document())
    assert drawn(get(client), "chn") == ("q0", "Land CHN: 2 documents")


def test_former_states_are_not_on_the_map(client, make, figures):
    make.country(key="ZAR", slug="zar", name="Land ZAR", successor=figures["AFG"])
    make.country(key="SUN", slug="sun", name="Land SUN", iso_status="withdrawn")
    assert "Land SUN" not in get(client)
    assert "Land ZAR" not in get(client)


def test_areas_that_are_drawn_apart_are_named_and_belong_to_nobody(client, figures):
    html = get(client)
    for name in world.shapes()["unassigned"]:
        assert name in words(html.split("On borders.")[1])
    assert html.count('class="apart"') == len(world.shapes()["unassigned"])


def test_every_shape_and_dot_is_a_country_of_the_reference():
    """Shapes that no country has would be holes in the map."""
    shipped = (ROOT / "fixtures/reference/countries.csv").read_text(encoding="utf-8")
    keys = {line.split(",")[0] for line in shipped.splitlines()}
    assert set(world.shapes()["shapes"]) | set(world.shapes()["dots"]) <= keys


def test_an_empty_map_says_how_answers_come(client, db):
    assert "No country has an answer." in get(client)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("?by=size", "by=size"),
        ("?by=topics/form", "by=topics/form"),
        ("?by=indicators/never", "by=indicators/never"),
        ("?sort=colour", "sort=colour"),
        ("?colour=red", "no parameter colour"),
        ("?by=census&by=coverage", "more than once"),
        ("?by=indicators/%00", "NUL"),
    ],
)
def test_what_the_map_cannot_show_is_refused_with_the_reason(client, make, query, reason):
    make.topic(key="form")
    assert reason in words(get(client, query, 400))


def test_the_file_is_the_list(client, figures):
    rows = list(csv.DictReader(io.StringIO(client.get("/map.csv?by=indicators/literacy").content.decode())))
    assert (rows[0]["country"], rows[0]["low"]) == ("AFG", "10")
    assert len(rows) == 6
    assert client.get("/map.csv?by=census").content.decode().count("\r\n") == 1


@pytest.fixture
def dockers(make, figures):
    """A group that two countries have: in one among the Northerners, whose parts are together more than they are."""
    group = make.group(key="ethnic/dockers", name="Dockers")
    for code, parent_high, parts in (("AFG", 73, (79, 20)), ("BRA", 88, (60, 25))):
        breakdown = make.breakdown(country=figures[code], document=make.document(), as_of="2009")
        whole = make.share(breakdown=breakdown, position=1, label="Northerners", low=parent_high, high=parent_high)
        for position, size in enumerate(parts, 2):
            make.share(
                breakdown=breakdown, position=position, parent=whole, label="Dockers" if position == 2 else "Others",
                group=group if position == 2 else None, low=size, high=size,
            )  # fmt: skip
    return group


def test_a_share_of_a_group_is_not_shaded_as_one_of_everybody(client, dockers):
    html = get(client, "?by=groups/ethnic/dockers")
    assert "Dockers, listed under Northerners" in html
    assert drawn(html, "afg")[0] == "worded"
    assert drawn(html, "bra") == ("q0", "Land BRA: 60%, 2009")
    rows = list(csv.DictReader(io.StringIO(client.get("/map.csv?by=groups/ethnic/dockers").content.decode())))
    assert {row["country"]: row["of"] for row in rows} == dict.fromkeys(
        ("AFG", "BRA"), "Dockers, listed under Northerners"
    )


def test_the_newest_answer_is_found_where_a_date_has_an_open_end(client, make, figures):
    literacy = make.indicator(key="reading", name="Reading", unit=make.unit(key="percent-2"))
    for low, published, period in ((70, "2010-02-01", "2009"), (47, "2012-12-13/..", "2011-05/..")):
        make.figure(
            country=figures["AFG"], indicator=literacy, unit=literacy.unit, low=low, high=low, period=period,
            document=make.document(published=published),
        )  # fmt: skip
    assert "47" in drawn(get(client, "?by=indicators/reading"), "afg")[1]


def test_the_heading_says_what_is_counted(client, make, figures):
    ages = make.indicator(key="ages", name="Share of an age group", unit=make.unit(key="parts", name="per cent"))
    for code in ("AFG", "BRA"):
        make.figure(country=figures[code], indicator=ages, unit=ages.unit, counted="0–14 years", low=20, high=20)
    assert "Share of an age group, 0–14 years, per cent" in words(get(client, "?by=indicators/ages"))


def test_what_has_no_dates_is_not_sorted_by_them(client, make, figures):
    assert "sort=date" not in get(client)
    assert "sort=date" in get(client, "?sort=date", 400)
    assert "sort=date" in get(client, "?by=indicators/literacy")


def test_every_ring_of_the_map_comes_back_to_where_it_began():
    """A step that lost a digit leaves a gap that is longer than any step of its ring, and a hole in the map."""
    for name, drawn_path in world.shapes()["shapes"].items():
        for ring in drawn_path.split("M")[1:]:
            numbers = [float(each) for each in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", ring)]
            steps = list(zip(numbers[2::2], numbers[3::2], strict=True))
            gap = hypot(sum(x for x, _ in steps), sum(y for _, y in steps))
            assert gap <= max(hypot(*step) for step in steps) + 3, name
