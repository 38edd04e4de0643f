import csv
from pathlib import Path

import pytest

from profiles.factbook.edition.layout import Piece
from profiles.factbook.values import statements
from profiles.factbook.values.statements import is_stated, read_statements

REFERENCE = Path(__file__).resolve().parents[4] / "fixtures" / "reference"


def read(name: str, text: str):
    return read_statements([Piece(name, text, "row 7")])


@pytest.mark.parametrize(
    ("name", "text", "topic", "code"),
    [
        ("Government type", "presidential republic", "form-of-government", "presidential_republic"),
        ("Government type", "semi-presidential federation", "form-of-government", "semi_presidential_republic"),
        (
            "Government type",
            "parliamentary democracy under a constitutional monarchy; a realm",
            "form-of-government",
            "parliamentary_monarchy",
        ),
        ("Government type", "absolute monarchy", "form-of-government", "absolute_monarchy"),
        ("Government type", "something new", "form-of-government", ""),
        ("Legal system", "mixed system of common law and customary law", "legal-system", "mixed"),
        ("Legal system", "civil law system after a French model", "legal-system", "civil_law"),
        ("Legal system", "the laws of Norway apply", "legal-system", "law_of_another_state"),
        ("Suffrage", "18 years of age; universal and compulsory", "suffrage", "universal_compulsory"),
        ("Suffrage", "21 years of age; male", "suffrage", "men_only"),
        ("Citizenship > citizenship by birth", "no", "citizenship-by-birth", "no"),
        (
            "Citizenship > citizenship by descent only",
            "both parents must be citizens of Verania",
            "citizenship-by-descent",
            "both_parents",
        ),
        ("Citizenship > dual citizenship recognized", "yes, but with leave", "dual-citizenship", "yes"),
        ("Dependency status", "overseas territory of Verania", "dependency-status", "overseas_territory"),
        (
            "Trafficking in persons > tier rating",
            "Tier 2 Watch List — Verania tries hard",
            "trafficking-in-persons",
            "tier_2_watch_list",
        ),
        ("Trafficking in persons > tier rating", "Tier 2 — Verania tries harder", "trafficking-in-persons", "tier_2"),
        (
            "Illicit drugs > USG identification",
            "major precursor-chemical producer (2025)",
            "illicit-drugs",
            "precursor_chemicals",
        ),
    ],
)
def test_words_give_a_code_of_their_topic(name, text, topic, code):
    (found,), refused = read(name, text)
    assert (found.topic, found.code, found.locator) == (topic, code, "row 7")
    assert len(found.printed.split()) <= 11
    assert refused == []


def test_jurisdiction_is_two_statements():
    found, _ = read(
        "International law organization participation",
        "accepts the ICJ with reservations; non-party state to the ICCt",
    )
    assert [(one.topic, one.code) for one in found] == [
        ("icj-jurisdiction", "accepted_with_reservations"),
        ("icc-jurisdiction", "not_party"),
    ]


def test_prose_is_not_carried():
    (found,), _ = read("Trafficking in persons > current situation", " ".join(["word"] * 40))
    assert found.printed == " ".join(["word"] * 10) + " …"


def test_drugs_give_each_code_once():
    found, _ = read(
        "Illicit drugs",
        "small cultivation of hemp; transit point for others; more hemp cultivation and abuse at home",
    )
    assert [one.code for one in found] == ["cultivation", "transit", "consumption"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("Suffrage", "NA"), ("Illicit drugs", "quiet"), ("International law organization participation", "various")],
)
def test_what_states_nothing_is_refused(name, text):
    found, refused = read(name, text)
    assert (found, len(refused)) == ([], 1)


def test_other_fields_are_not_read_here():
    assert read("Flag", "blue") == ([], [])
    assert is_stated("Suffrage")
    assert not is_stated("Flag")


def test_every_code_that_is_given_is_in_the_reference_tables():
    with (REFERENCE / "topic-codes.csv").open(encoding="utf-8", newline="") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    tables = [value for name, value in vars(statements).items() if name.isupper() and isinstance(value, tuple)]
    assert len(tables) >= 9
    assert {code for table in tables for code, _ in table} <= known


def test_a_legal_system_and_the_court_s_jurisdiction_are_two_statements():
    found, _ = read("Legal system", "civil law; review of acts; has not accepted compulsory ICJ jurisdiction")
    assert [(each.topic, each.code) for each in found] == [
        ("legal-system", "civil_law"),
        ("icj-jurisdiction", "not_accepted"),
    ]


def test_words_that_leave_both_open_have_no_code():
    found, _ = read("Legal system", "civil law; does/does not accept compulsory ICJ jurisdiction")
    assert [each.code for each in found] == ["civil_law", ""]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("universal, male ages 15-50", ["men_only"]),
        ("universal at age 18", ["universal"]),
        ("undetermined; previously males 15-50", []),
        ("18 years of age; universal; previously males only", ["universal"]),
    ],
)
def test_suffrage_of_one_sex_or_of_the_past_is_not_universal_today(text, codes):
    found, refused = read("Suffrage", text)
    assert [each.code for each in found] == codes
    assert bool(refused) == (not codes)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("civil law system with common law influences", "civil_law"),
        ("civil law system with influences from canon (religious) law", "civil_law"),
        ("English common law supplemented by customary law", "common_law"),
        ("common law system except in Varn, where civil law prevails", "common_law"),
        ("based on Veran civil law system and tribal law", "mixed"),
        ("civil law system (shaped by guests), customary law, and common law", "mixed"),
        ("mixture of Northern and Southern legal systems", "mixed"),
        ("religious legal system with some civil law", "religious_law"),
        ("former mixture of civil law and Veran theory; being written anew", ""),
        ("based on Veran law", ""),
    ],
)
def test_a_legal_system_is_its_own_family_not_one_that_bears_on_it(text, code):
    (found,), _ = read("Legal system", text)
    assert found.code == code


@pytest.mark.parametrize(
    ("text", "topic", "code"),
    [
        ("dependent territory of Verania", "dependency-status", "territory"),
        ("overseas department of Verania", "dependency-status", "overseas_territory"),
        ("French possession administered by a Commissioner of the Republic", "dependency-status", "territory"),
        ("part of the Danish realm; self-governing", "dependency-status", "constituent_country"),
        ("self-governing in free association with Verania", "dependency-status", "free_association"),
        (
            "Overseas Territory of Verania with its own laws; parliamentary democracy",
            "form-of-government",
            "parliamentary_democracy",
        ),
        ("federation", "form-of-government", "federal_republic"),
        ("in transition from Communist state to republic", "form-of-government", "transitional"),
        ("emerging democracy, diminishing Communist Party influence", "form-of-government", "democratic_republic"),
        ("federal republic ruled by a party that came by military coup", "form-of-government", "federal_republic"),
        ("a state of the masses; in fact, a military dictatorship", "form-of-government", "dictatorship"),
        ("on 3 May 1991 the Front toppled the dictator; order is kept", "form-of-government", ""),
        (
            "Federation of Varn formed 9 July 1963; constitutional monarchy",
            "form-of-government",
            "constitutional_monarchy",
        ),
    ],
)
def test_a_type_of_government_is_a_form_or_how_a_territory_depends(text, topic, code):
    (found,), _ = read("Government type", text)
    assert (found.topic, found.code) == (topic, code)


def test_an_unsettled_status_is_no_form_of_government():
    found, (left,) = read("Government type", "legal status of territory unresolved; claimed by the Varn Republic")
    assert (found, left.reason) == ([], "No statement that we know.")


@pytest.mark.parametrize(
    "text",
    [
        "21 years of age; compulsory for all males; authorized for women at age 21 with schooling",
        "universal at age 18, but voting rights are racially based",
        "all literate males and all literate females over 21",
    ],
)
def test_suffrage_under_conditions_is_restricted(text):
    (found,), _ = read("Suffrage", text)
    assert found.code == "restricted"


def test_drugs_told_of_by_places_are_read_as_the_whole_is():
    (found,), _ = read("Illicit drugs > Southern Islands", "transshipment point for much")
    assert (found.topic, found.code) == ("illicit-drugs", "transit")
    assert not is_stated("Illicit drugs > note")
