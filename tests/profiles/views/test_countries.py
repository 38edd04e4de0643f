"""The list of countries, a theme's page and the timeline."""

import re

import pytest

from tests.profiles.views.test_country import read, words


@pytest.fixture
def three(make):
    """Three countries of two regions, two with documents read."""
    made = {
        name: make.country(key=key, slug=name.lower(), name=name, sort_key=name.lower(), region=region)
        for key, name, region in (
            ("VER", "Verania", "Asia"),
            ("BOR", "Borduria", "Europe"),
            ("SYL", "Syldavia", "Europe"),
        )
    }
    read(make, made["Syldavia"], published="2012-05-25")
    read(make, made["Verania"], published="2011-01-01")
    read(make, made["Verania"], published="2010-01-01")
    return made


def order(client, query=""):
    text = words(client.get(f"/countries/{query}").content.decode().split("<tbody>")[1])
    return sorted((name for name in ("Verania", "Borduria", "Syldavia") if name in text), key=text.index)


def test_countries_sort_by_name_newest_source_or_documents(client, three):
    assert order(client) == ["Borduria", "Syldavia", "Verania"]
    assert order(client, "?sort=newest") == ["Syldavia", "Verania", "Borduria"]
    assert order(client, "?sort=documents") == ["Verania", "Syldavia", "Borduria"]
    assert "1 January 2011" in client.get("/countries/").content.decode()


def test_countries_sort_by_the_newest_population_that_a_source_states(client, make, three):
    people = make.indicator(key="population", name="Population", unit=make.unit(key="persons"))
    for name, number, year in (("Verania", 900, "2001"), ("Verania", 7, "2020"), ("Syldavia", 8, "2011")):
        make.figure(
            country=three[name], indicator=people, unit=people.unit, low=number, high=number, period=year, key=f"{year}"
        )
    assert order(client, "?sort=population") == ["Syldavia", "Verania", "Borduria"]
    html = client.get("/countries/").content.decode()
    assert '<a href="/claims/figures/2020/">7</a>' in html
    assert "900" not in html


def test_countries_are_found_by_letter_by_other_names_and_by_held_texts(client, make, three):
    make.country_name(country=three["Borduria"], name="Bordurie")
    make.reading(document=read(make, three["Syldavia"]))
    assert order(client, "?letter=B") == ["Borduria"]
    assert order(client, "?name=bordurie") == ["Borduria"]
    assert order(client, "?text=yes") == ["Syldavia"]
    assert order(client, "?text=yes&letter=S&region=Europe") == ["Syldavia"]


def test_the_filter_stands_in_the_address_and_in_the_form(client, three):
    assert order(client, "?region=Europe") == ["Borduria", "Syldavia"]
    assert order(client, "?name=ver") == ["Verania"]
    assert order(client, "?name=syl&region=Europe&sort=newest") == ["Syldavia"]
    assert 'value="ver"' in client.get("/countries/?name=ver").content.decode()


def test_no_match_says_what_to_try(client, three):
    assert "No country has a name like that" in client.get("/countries/?name=zzz").content.decode()


@pytest.mark.parametrize(
    "query", ["?sort=size", "?region=Atlantis", "?colour=red", "?name=a&name=b", "?letter=7", "?text=no"]
)
def test_wrong_values_are_refused(client, three, query):
    assert client.get(f"/countries/{query}").status_code == 400


def test_a_theme_shows_who_says_what_by_kind_of_speaker(client, make, three):
    theme = make.theme(name="Right to life")
    for kind, home in (("government", "VER"), ("ngo", "")):
        body = make.publisher(name=f"The {kind}", kind=kind, home_country=home)
        excerpt = make.excerpt(document=read(make, three["Verania"], publisher=body), heading=f"By the {kind}")
        make.excerpt_country(excerpt=excerpt, country=three["Verania"])
        make.excerpt_theme(excerpt=excerpt, theme=theme)
    text = words(client.get(f"/countries/verania/themes/{theme.key}/").content.decode())
    assert text.index("Government of the country") < text.index("By the government") < text.index("By the ngo")


def test_a_theme_without_a_text_says_that_nobody_has_looked(client, make, three):
    theme = make.theme(name="Right to life")
    text = words(client.get(f"/countries/verania/themes/{theme.key}/").content.decode())
    assert "Not yet researched." in text
    assert client.get("/countries/verania/themes/no/such/").status_code == 404


def test_the_timeline_lists_dated_things_by_year_the_newest_first(client, make, three):
    country = three["Verania"]
    make.event(country=country, title="Old Harbour, 1 May 2012", start="2012-05-01")
    make.event(country=country, title="Harbour, about 1990", start="1990~", doubt="Only one text has it.")
    make.event(country=country, title="Undated", start="")
    make.election(country=country, kind="referendum", date="2013-06")
    html = client.get("/countries/verania/timeline/").content.decode()
    text = words(html)
    assert text.index("Referendum") < text.index("Old Harbour") < text.index("Harbour, about 1990")
    assert "Only one text has it." in text
    assert 'class="doubt"' in html
    assert "1 more have no date" in text


def test_an_empty_timeline_says_so(client, three):
    assert "Nothing dated is held for Borduria" in client.get("/countries/borduria/timeline/").content.decode()


def test_a_former_state_is_called_so(client, make):
    make.country(key="SUN", slug="sun", name="Sunland", iso_status="withdrawn")
    make.country(key="NEW", slug="new", name="Newland")
    html = client.get("/countries/").content.decode()
    assert re.search(r"Sunland</a> <span class=\"about\">former</span>", html)
    assert not re.search(r"Newland</a> <span", html)
