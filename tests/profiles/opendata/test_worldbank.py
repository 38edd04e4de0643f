"""Population by country and year: what becomes a figure, and what is refused."""

from profiles.opendata.worldbank import chosen, read

HEAD = "Country Name,Country Code,Year,Value\n"


def test_whole_decades_and_the_newest_year_are_chosen_country_by_country(tmp_path):
    path = tmp_path / "population.csv"
    years = [f"Verania,VER,{year},{year}0" for year in (1990, 1991, 2000, 2019, 2021)]
    path.write_text(HEAD + "\n".join([*years, "Lantia,LAN,1993,77", ""]))
    counts, refused = read(path)
    assert [(each.country, each.year, each.row.number) for each in chosen(counts)] == [
        ("VER", 1990, 1), ("VER", 2000, 3), ("VER", 2021, 5), ("LAN", 1993, 6),
    ]  # fmt: skip
    assert refused == []


def test_a_row_without_a_year_or_a_whole_number_is_refused(tmp_path):
    path = tmp_path / "population.csv"
    path.write_text(HEAD + "Verania,VER,1990,\nVerania,VER,90,5\nVerania,VER,1991,5.5\nVerania,VER,1992,6.0\n")
    counts, refused = read(path)
    assert [(each.year, each.people) for each in counts] == [(1992, 6)]
    assert [(each.row.number, each.reason) for each in refused] == [
        (1, "No number is given."),
        (2, "The year is not four digits."),
        (3, "The value is no whole number of people."),
    ]
