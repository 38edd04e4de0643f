"""Countries side by side: each cell one source's newest answer, with its date; nothing averaged."""

import csv
import io
from urllib.parse import urlencode

import pytest

from profiles.pages import comparing
from tests.profiles.views.test_country import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(make):
    """Two countries with figures of one indicator, in two years."""
    made = {
        key: make.country(key=key, slug=key.lower(), name=name, sort_key=name.lower())
        for key, name in (("VER", "Verania"), ("SYL", "Syldavia"))
    }
    percent = make.unit(key="percent", name="per cent")
    literacy = make.indicator(key="literacy", name="Literacy", unit=percent, definition="Who can read.")
    make.shared |= {"countries": made["VER"], "indicators": literacy, "units": percent}
    figure(make, made["VER"], 90, "2004")
    figure(make, made["VER"], 97, "2021")
    figure(make, made["SYL"], 61, "1999")
    return made


def figure(make, country, number, period, **more):
    """A figure of the shared indicator."""
    return make.figure(country=country, low=number, high=number, period=period, printed=str(number), **more)


def get(client, status=200, **query):
    response = client.get(f"/compare/?{urlencode(query, doseq=True)}")
    assert response.status_code == status, response.content.decode()[:300]
    return response.content.decode()


def row(html, name):
    """The cells of one line of the table, as words."""
    table = html.split('class="abreast"')[1].split("</table>")[0]
    line = next(part for part in table.split("<tr>") if name in words(part.split("</th>")[0]))
    return [words(cell) for cell in line.split("<td")[1:]]


def test_each_cell_is_the_newest_answer_with_its_date_and_the_number_of_others(client, two):
    verania, syldavia = row(get(client, c=["VER", "SYL"]), "Literacy")
    assert "97%" in verania
    assert "2021" in verania
    assert "1 other answer" in verania
    assert "90" not in verania
    assert "61%" in syldavia
    assert "other" not in syldavia


def test_dates_that_differ_are_said_in_the_line_and_in_the_older_cell(client, two):
    html = get(client, c=["VER", "SYL"])
    assert "Dates differ: 1999 to 2021" in words(html)
    verania, syldavia = row(html, "Literacy")
    assert "22 years older" in syldavia
    assert "older" not in verania


def test_countries_stand_in_the_order_asked_and_their_codes_in_any_case(client, two):
    html = get(client, c=["syl", "VER"])
    assert html.index(">Syldavia</a></th>") < html.index(">Verania</a></th>")


def test_nothing_is_averaged(client, two):
    assert "79" not in words(get(client, c=["VER", "SYL"]).split('class="abreast"')[1])


def test_a_country_without_an_answer_says_so(client, make, two):
    make.country(key="BOR", name="Borduria")
    cells = row(get(client, c=["VER", "BOR"], s="indicators/literacy"), "Literacy")
    assert "no answer held" in cells[1]


def test_what_another_part_of_people_counts_is_shown_and_not_drawn(client, make, two):
    borduria = make.country(key="BOR", name="Borduria")
    figure(make, borduria, 40, "2022", counted="women")
    html = get(client, c=["VER", "SYL", "BOR"])
    assert "women" in row(html, "Literacy")[2]
    drawn = html.split('class="multiples"')[1]
    assert "not drawn" in words(drawn)
    assert "40%" not in drawn


def test_the_whole_is_compared_unless_twice_as_many_countries_give_a_part(client, make, two):
    countries = [*two.values(), make.country(key="BOR"), make.country(key="RUR"), make.country(key="ZUB")]
    for country in countries[:3]:
        figure(make, country, 12, "2023", counted="men")
    asked = [country.key for country in countries]
    assert "97%" in row(get(client, c=asked), "Literacy")[0]
    for country in countries[3:]:
        figure(make, country, 13, "2023", counted="men")
    assert "12% men" in row(get(client, c=asked), "Literacy")[0]


def test_figures_in_another_unit_are_not_drawn_on_one_scale(client, make, two):
    borduria = make.country(key="BOR", name="Borduria")
    figure(make, borduria, 400000, "2022", unit=make.unit(key="persons"))
    html = get(client, c=["VER", "SYL", "BOR"])
    assert "400,000" in row(html, "Literacy")[2]
    assert "400,000" not in html.split('class="multiples"')[1]


def test_groups_and_topics_are_compared_too(client, make, two):
    group = make.group(key="ethnic/veranians", name="Veranians")
    make.share(group=group, breakdown=make.breakdown(country=two["VER"], as_of="2009"), label="Veranyan")
    topic = make.topic(key="form", name="Form of government")
    make.statement(country=two["SYL"], topic=topic, text="A kingdom.")
    html = get(client, c=["VER", "SYL"], s=["groups/ethnic/veranians", "topics/form"])
    assert "53.4%" in row(html, "Veranians")[0]
    assert "Veranyan" in row(html, "Veranians")[0]
    assert "A kingdom." in row(html, "Form of government")[1]
    assert 'value="groups/ethnic/veranians" checked' in html


def test_figures_of_events_and_places_are_not_the_country_s(client, make, two):
    figure(make, two["VER"], 5, "2024", event=make.event())
    figure(make, two["VER"], 6, "2024", place="the north")
    assert "97%" in row(get(client, c="VER"), "Literacy")[0]


def test_the_form_keeps_what_was_chosen_and_has_room_for_eight(client, two):
    html = get(client, c=["SYL"], s="indicators/literacy")
    assert html.count('<select id="c') == comparing.MOST_COUNTRIES
    assert html.count('value="SYL" selected') == 1
    assert 'value="indicators/literacy" checked' in html
    assert "Room for 5 more" in html


def test_without_countries_the_page_says_what_to_do(client, db):
    assert "Choose two countries or more." in get(client)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"c": "XYZ"}, "no country has this code"),
        ({"c": [f"V{chr(65 + n)}A" for n in range(9)]}, "9 are asked for"),
        ({"s": "indicators/never"}, "there is no such subject"),
        ({"s": "people/ver/p/1"}, "there is no such subject"),
        ({"s": [f"indicators/i{n}" for n in range(17)]}, "17 are asked for"),
        ({"country": "VER"}, "has no parameter country"),
        ({"c": "\x00"}, "NUL"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_reason(client, two, query, reason):
    assert reason in words(get(client, 400, **query))
    assert client.get(f"/compare.csv?{urlencode(query, doseq=True)}").status_code == 400


def test_a_draft_is_no_subject_and_no_answer(client, make, two):
    make.indicator(key="secret", status="draft")
    assert "there is no such subject" in get(client, 400, s="indicators/secret")
    figure(make, two["VER"], 3, "2025", status="draft")
    assert "97%" in row(get(client, c="VER"), "Literacy")[0]


def test_the_file_has_one_row_for_each_answer(client, two):
    response = client.get("/compare.csv?c=VER&c=SYL&s=indicators/literacy")
    assert response["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    assert [(row["country"], row["low"], row["as_of"], row["other_answers"]) for row in rows] == [
        ("VER", "97", "2021", "1"),
        ("SYL", "61", "1999", "0"),
    ]
    assert all(client.get(row["permalink"]).status_code == 200 for row in rows)
    assert tuple(rows[0]) == comparing.HEADER
