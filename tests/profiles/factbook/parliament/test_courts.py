import pytest

from profiles.factbook.edition.layout import Piece
from profiles.factbook.parliament.courts import read_courts


def courts(text: str):
    return read_courts(Piece("Judicial branch", text, "row 7"))


@pytest.mark.parametrize(
    ("inside", "judges", "qualifier", "derived"),
    [
        ("consists of 13 judges, including the court president", 13, "unqualified", ""),
        ("consists of the chief justice and 13 judges", 14, "unqualified", "14 judges = 1 + 13"),
        ("consists of at least 4 judges", 4, "at_least", ""),
        ("seven members", 7, "unqualified", ""),
        ("organized into 3 chambers of 5 judges", None, "", ""),
        ("consists of the president, a vice president, and 5 judges", None, "", ""),
        ("consists of the Penal Chamber with 9 judges", None, "", ""),
        ("judges are appointed for life", None, "", ""),
    ],
)
def test_the_number_of_judges(inside, judges, qualifier, derived):
    ((court,), refused) = courts(f"Supreme Court or Corte Suprema ({inside})")
    assert (court.name, court.others) == ("Supreme Court", ("Corte Suprema",))
    assert (court.judges, court.judges_qualifier, court.judges_derived) == (judges, qualifier, derived)
    assert refused == []


def test_courts_are_parted_and_sentences_refused():
    found, refused = courts(
        "Supreme Court is the highest; Constitutional Tribunal; appeals go to London courts; note - new law"
    )
    assert [court.name for court in found] == ["Supreme Court", "Constitutional Tribunal"]
    assert [one.printed for one in refused] == ["note - new law", "appeals go to London courts"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Supreme Court (Corte Suprema), Constitutional Court", ["Supreme Court", "Constitutional Court"]),
        ("Administrative Court and Court of Auditors", ["Administrative Court", "Court of Auditors"]),
        ("Joint Court of Isla, Sona, and Mar", ["Joint Court of Isla, Sona, and Mar"]),
        ("Supreme Court includes a Court of Appeal and a Court of Cassation", ["Supreme Court"]),
        ("Court of Appeal travels to the islands; High Court judges serve for life", ["Court of Appeal", "High Court"]),
        ("Supreme Court of Verania at Ostra for civil cases", ["Supreme Court of Verania at Ostra"]),
        ("Constitutional Court of nine justices", ["Constitutional Court"]),
    ],
)
def test_a_name_ends_where_another_court_or_a_sentence_begins(text, names):
    found, refused = courts(text)
    assert ([court.name for court in found], refused) == (names, [])


@pytest.mark.parametrize(
    "text", ["the Veranian Guard has named clerics to the courts", "Sona is a member of the League Court"]
)
def test_who_has_to_do_with_a_court_is_none(text):
    found, refused = courts(text)
    assert (found, [one.reason for one in refused]) == ([], ["No name of a court was found."])


def test_a_court_goes_by_its_name_in_brackets_too():
    ((court,), _) = courts("Supreme Court (Corte Suprema de Justicia)")
    assert court.others == ("Corte Suprema de Justicia",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("sittings; High Court rotate among the islands", ["High Court"]),
        ("Court of Appeal (Hof) with jurisdiction over Isla and Sona", ["Court of Appeal"]),
        ("Supreme Court (Hof) and municipal courts", ["Supreme Court"]),
        ("Supreme Court Ana TORRENT, President", ["Supreme Court"]),
        ("Supreme Court for tax cases", ["Supreme Court"]),
        (
            "Supreme Court (Hof) for criminal cases and Superior Court (Gericht) for civil cases",
            ["Supreme Court", "Superior Court"],
        ),
    ],
)
def test_what_a_court_does_is_no_part_of_its_name(text, names):
    found, _ = courts(text)
    assert [court.name for court in found] == names


@pytest.mark.parametrize(
    "inside", ["Flemish - Hof van Ostra, French - Cour de Ostra", "Hof van Ostra in Dutch and Cour de Ostra in French"]
)
def test_names_of_a_court_in_two_languages(inside):
    ((court,), _) = courts(f"Supreme Court ({inside})")
    assert court.others == ("Hof van Ostra", "Cour de Ostra")
