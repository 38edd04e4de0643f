"""Which of many numbers are meant as a count."""

from sources.ingest.sequences import chain


def chosen(*values: int, worths: tuple[float, ...] = (), **options) -> list[int]:
    return chain(values, worths or [1.0] * len(values), **options)


def test_numbers_that_rise_one_by_one_are_the_count():
    assert chosen(1, 7, 2, 2009, 3, 40, 4) == [0, 2, 4, 6]


def test_a_lost_number_does_not_end_the_count():
    assert chosen(1, 2, 3, 5, 6) == [0, 1, 2, 3, 4]


def test_a_number_far_ahead_does_not_draw_the_count_to_itself():
    assert chosen(1, 2, 3, 20) == [0, 1, 2]
    assert chosen(1, 9, 2, 10, 3, 4) == [0, 2, 4, 5]


def test_of_two_that_fit_the_one_that_looks_the_part_counts():
    assert chosen(1, 2, 2, 3, worths=(1.0, 0.3, 1.2, 1.0)) == [0, 2, 3]


def test_of_two_that_look_alike_the_first_counts():
    assert chosen(1, 2, 2, 3) == [0, 1, 3]


def test_a_new_start_counts_only_where_it_is_allowed_and_long_enough():
    values = (1, 2, 3, 4, 1, 2, 3, 4, 5)
    assert chosen(*values) == [0, 1, 2, 3, 8]
    assert chosen(*values, restart=2.0) == list(range(9))
    assert chosen(1, 2, 3, 1, 4, restart=2.0) == [0, 1, 2, 4]


def test_nothing_counts_where_nothing_is():
    assert chosen() == []
