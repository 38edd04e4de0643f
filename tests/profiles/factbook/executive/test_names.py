import pytest

from profiles.factbook.executive.names import NoNameError, is_capital, read_name


@pytest.mark.parametrize(
    ("printed", "readable", "family", "sort_key"),
    [
        ("Ana B. TORRENT", "Ana B. Torrent", "Torrent", "torrent ana b"),
        ("XU Lin", "Xu Lin", "Xu", "xu lin"),
        ("XI Lin", "Xi Lin", "Xi", "xi lin"),
        ("Bo LINDÉN-ÖBERG", "Bo Lindén-Öberg", "Lindén-Öberg", "linden oberg bo"),
        ("Bo O'TOOLE", "Bo O'Toole", "O'Toole", "otoole bo"),
        ("Bo TU'ALAFI", "Bo Tu'alafi", "Tu'alafi", "tualafi bo"),
        ("Bo MCVERAN", "Bo McVeran", "McVeran", "mcveran bo"),
        ("Bo DeVERAN", "Bo DeVeran", "DeVeran", "deveran bo"),
        ("Ana FERRER DE LUNA", "Ana Ferrer de Luna", "Ferrer de Luna", "ferrer de luna ana"),
        ("Ana DOS CAMPOS", "Ana dos Campos", "dos Campos", "dos campos ana"),
        ("Jan DE VEER", "Jan De Veer", "De Veer", "de veer jan"),
        ("Jan van der VEER", "Jan van der Veer", "Veer", "veer jan van der"),
        ("Samir al-VERANI", "Samir al-Verani", "al-Verani", "al verani samir"),
        ("Samir AL-VERANI", "Samir al-Verani", "al-Verani", "al verani samir"),
        ("SAMIR bin Walid Al Veran", "Samir bin Walid Al Veran", "Samir", "samir bin walid al veran"),
        ("SAMIR BIN WALID", "Samir bin Walid", "Samir bin Walid", "samir bin walid"),
        ("OTTO XVI", "Otto XVI", "Otto XVI", "otto xvi"),
        ("Tuma Tuma TUMA", "Tuma Tuma Tuma", "Tuma", "tuma tuma tuma"),
        ("Ana TORRENT, Jr.", "Ana Torrent Jr.", "Torrent", "torrent ana jr"),
        ("OTTO-KARL of the Low Lands", "Otto-Karl", "Otto-Karl", "otto karl"),
        ("Ana Torrent", "Ana Torrent", "Torrent", "torrent ana"),
        ("Ana FERRER e LUNA", "Ana Ferrer e Luna", "Ferrer e Luna", "ferrer e luna ana"),
        ("SAMIR bin 'Abd al-'Verani", "Samir bin 'Abd al-'Verani", "Samir", "samir bin abd al verani"),
        ("'AMIR Salim al-'VERANI", "'Amir Salim al-'Verani", "'Amir al-'Verani", "amir al verani salim"),
        ("Zayd 'umar VERANI", "Zayd 'umar Verani", "Verani", "verani zayd umar"),
        ("LINDO Sele Wa wa Bo Vera", "Lindo Sele Wa wa Bo Vera", "Lindo", "lindo sele wa wa bo vera"),
        ("SAMIR bin Abd al- Aziz", "Samir bin Abd al-Aziz", "Samir", "samir bin abd al aziz"),
        ("Bo Karl arap LIND", "Bo Karl arap Lind", "Lind", "lind bo karl arap"),
        ("Bo LIND a Karl-i-Veran", "Bo Lind a Karl-i-Veran", "Lind", "lind bo a karl i veran"),
        ("Ana LINDur Veran", "Ana Lindur Veran", "Lindur", "lindur ana veran"),
        ("Ana TORRENT, Office of Verania", "Ana Torrent", "Torrent", "torrent ana"),
        ("Sultan bin Karim VERANI", "Sultan bin Karim Verani", "Verani", "verani sultan bin karim"),
        ("KARL von und zu Veranstein", "Karl von und zu Veranstein", "Karl", "karl von und zu veranstein"),
    ],
)
def test_names_become_readable_and_sort_by_what_is_in_capitals(printed, readable, family, sort_key):
    found = read_name(printed)
    assert (found.printed, found.readable, found.family, found.sort_key) == (printed, readable, family, sort_key)


@pytest.mark.parametrize(
    ("printed", "rank"),
    [
        ("Lt. Gen. Bo LIND", "Lt. Gen."),
        ("Sir Bo LIND", "Sir"),
        ("Brig. Gen. (Ret.) Bo LIND", "Brig. Gen. (Ret.)"),
        ("Bo LIND (Col.)", "Col."),
        ("Air Vice-Marshal Bo LIND", "Air Vice-Marshal"),
        ("General Sir Bo LIND", "General Sir"),
        ("Bo LIND, Lt. Gen.", "Lt. Gen."),
        ("Sir Bo LIND, K.C.V.", "Sir"),
        ("Bo LIND, OV (Order of Verania) Major General (Ret.)", "Major General (Ret.)"),
        ("The Most Reverend Bo LIND", "The Most Reverend"),
        ("The Honorable Bo LIND", "The Honorable"),
        ("Mgr. Bo LIND", "Mgr."),
        ("Shaykh Bo LIND", "Shaykh"),
        ("Dato' Sri Bo LIND", "Dato' Sri"),
    ],
)
def test_ranks_are_kept_apart(printed, rank):
    found = read_name(printed)
    assert (found.rank, found.readable, found.also) == (rank, "Bo Lind", ())


@pytest.mark.parametrize(
    ("printed", "also"),
    [
        ('Bo "Bobo" LIND', ("Bobo",)),
        ("Bo (Bob) LIND", ("Bob",)),
        ("Bo LIND, also spelled Boe LYND", ("Boe Lynd",)),
        ("Bo (also spelled BOE) LIND", ("Boe",)),
        ("Bo LIND (aka Bo WINE)", ("Bo Wine",)),
    ],
)
def test_other_forms_stand_beside_the_name(printed, also):
    found = read_name(printed)
    assert (found.readable, found.also) == ("Bo Lind", also)


def test_letters_like_aka_inside_a_name_are_no_other_form():
    assert read_name("Bo TULI'AKA'AKA").readable == "Bo Tuli'aka'aka"


@pytest.mark.parametrize(
    "text", ["", "the president appoints", "Bo LIND 2012", "oversees trade", "A B C D E F G H I J K L", "李明"]
)
def test_what_is_no_name_is_refused(text):
    with pytest.raises(NoNameError):
        read_name(text)


@pytest.mark.parametrize(
    ("word", "is_it"),
    [("LIND", True), ("al-LIND", True), ("J.M.", False), ("A.", False), ("Lind", False), ("DeLIND", True)],
)
def test_capitals_are_told_from_initials(word, is_it):
    assert is_capital(word) is is_it


@pytest.mark.parametrize(
    ("printed", "rank"),
    [
        ("Maj.Gen. (ret.) Ana TORRENT", "Maj. Gen. (ret.)"),
        ("Flt. Lt. Ana TORRENT", "Flt. Lt."),
        ("Vice-Admiral Sir Ana TORRENT", "Vice-Admiral Sir"),
        ("Lord Ana TORRENT", "Lord"),
        ("Ana Cardinal TORRENT", "Cardinal"),
    ],
)
def test_ranks_of_old_and_of_the_church_stand_apart(printed, rank):
    found = read_name(printed)
    assert (found.readable, found.rank, found.also) == ("Ana Torrent", rank, ())
