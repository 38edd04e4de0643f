"""Names of people compared: one person's, alike, and what keys tell people apart by."""

import pytest

from profiles.factbook.rows.likeness import alike, may_be, same, told_by, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana M. Torrent", "Ana Torrent"),
        ("Ana Torrent, Jr.", "Ana Torrent"),
        ("Torrent Ana", "Ana TORRENT"),
        ("Ana María Torrent", "Ana Torrent"),
        ("Sa’id O'Lind", "Said OLind"),
    ],
)
def test_initials_marks_and_middle_words_do_not_make_another_person(one, other):
    assert same(words_of(one), words_of(other))


@pytest.mark.parametrize(("one", "other"), [("Ana Torrent", "Ana Torrents"), ("Ana", "Ana Torrent"), ("", "")])
def test_another_word_makes_another_person(one, other):
    assert not same(words_of(one), words_of(other))


def test_names_of_nearly_the_same_letters_are_alike():
    assert alike(words_of("Aleksei Vorkanov"), words_of("Aleksey Vorkanov"))
    assert not alike(words_of("Aleksei Vorkanov"), words_of("Aleksei Lindov"))


@pytest.mark.parametrize(
    ("one", "other", "so"),
    [
        ("Aleksandr Vorkashenko", "Alyaksandr Varkashenka", True),
        ("Teo Obrang Ngama", "Obrang Ngama", True),
        ("Ana Torrent", "Cy Rossell", False),
        ("Ana Torrent", "Ana Rossell", False),
    ],
)
def test_who_took_one_post_on_one_day_may_be_spelt_otherwise(one, other, so):
    assert may_be(words_of(one), words_of(other)) is so


def test_a_key_is_told_by_first_word_father_and_last_word():
    long, short = words_of("Tarim bin Hamid bin Kalif Al Vani"), words_of("Tarim bin Hamid Al Vani")
    assert told_by(long) == told_by(short) == ("tarim", "hamid", "vani")
    assert told_by(words_of("Tarim bin Zaid Al Vani")) != told_by(short)
    assert told_by(words_of("Ana Maria Lucia Torrent")) == ("ana", "torrent")
    assert told_by(words_of("Ana")) == ("ana", "ana")
