"""Geometry of the drawings: zero-based, common, and nothing drawn that no source printed."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import pytest

from profiles.charts import arcs, blocks, dot_plot, hemicycle, percent_of, slope, spread, top_of


@dataclass
class Row:
    low: Decimal | None
    high: Decimal | None
    percent: bool = False


def rows(*pairs, percent=False):
    return [Row(*(None if each is None else Decimal(str(each)) for each in pair), percent) for pair in pairs]


def test_a_scale_starts_at_zero_and_passes_the_largest_value():
    plot = dot_plot(rows((17, None), (12, 12), (15, None)))
    assert [tick.label for tick in plot.ticks] == ["0", "5", "10", "15", "20"]
    assert plot.ticks[0].x == "0%"
    assert plot.ticks[-1].x == "100%"


def test_every_row_stands_on_the_same_scale_in_the_order_given():
    plot = dot_plot(rows((17, None), (12, 12), (15, None)))
    assert [dot.x for dot in plot.dots] == ["85%", "60%", "75%"]


def test_at_least_is_open_to_the_right_and_at_most_to_the_left():
    least, most, point = dot_plot(rows((17, None), (None, 12), (10, 10))).dots
    assert (least.open, most.open, point.open) == ("right", "left", "")


def test_a_range_is_drawn_only_where_a_source_printed_one():
    points = dot_plot(rows((12, 12), (17, 17))).dots
    assert [dot.to for dot in points] == ["", ""]
    assert dot_plot(rows((12, 17), (5, 5))).dots[0].to == "85%"


def test_words_have_a_row_without_a_dot():
    assert dot_plot(rows((100, None), (None, None))).dots[1] is None


def test_shares_run_to_a_hundred():
    plot = dot_plot(rows((95, 95), (96, None), percent=True))
    assert plot.ticks[-1].label == "100"
    assert plot.dots[0].x == "95%"


@pytest.mark.parametrize("value", ["0.003", "1", "7", "19", "20", "999", "1647536", "10000000000"])
def test_a_scale_has_room_above_and_few_ticks(value):
    top, step = top_of([Decimal(value)])
    assert top > Decimal(value)
    assert 1 <= top / step <= 6


def test_nothing_to_draw_does_not_divide_by_zero():
    assert top_of([]) == (1, 1)
    assert top_of([Decimal(0)]) == (1, 1)
    assert blocks([]) == []
    assert slope([]).lines == []


def test_a_place_never_leaves_the_drawing():
    assert percent_of(Decimal(-3), Decimal(10)) == "0%"
    assert percent_of(Decimal(30), Decimal(10)) == "100%"


def test_parts_of_a_bar_follow_their_counts_without_a_gap():
    appointed, elected = blocks([7, 40])
    assert (appointed.x, appointed.width) == ("0%", "14.89%")
    assert (elected.x, elected.width) == ("14.89%", "85.11%")


def test_a_group_in_one_list_only_has_one_end():
    both, left_only = slope([("A", Decimal(50), Decimal(60), "50%", "60%"), ("B", Decimal(10), None, "10%", "")]).lines
    assert both.left is not None
    assert both.right is not None
    assert left_only.right is None


def test_more_stands_higher():
    small, large = slope([("A", Decimal(5), Decimal(5), "", ""), ("B", Decimal(50), Decimal(50), "", "")]).lines
    assert large.left < small.left


def test_labels_never_cover_each_other_and_keep_their_order():
    placed = spread([10.0, 12.0, None, 11.0, 100.0], gap=17)
    assert placed[2] is None
    assert placed[0] < placed[3] < placed[1] < placed[4]
    found = sorted(each for each in placed if each is not None)
    assert all(second - first >= 17 for first, second in pairwise(found))
    assert placed[4] == 100.0


@pytest.mark.parametrize("total", [2, 7, 47, 107, 465, 751, 2980])
def test_a_hemicycle_has_one_dot_for_each_seat_inside_its_box(total):
    placed, gap = arcs(total)
    assert len(placed) == total
    assert gap > 0
    assert all(0 <= x <= 200 and 0 <= y <= 100 for _, x, y in placed)
    assert len({(round(x, 2), round(y, 2)) for _, x, y in placed}) == total


def test_parties_sit_from_left_to_right_in_the_order_of_their_counts():
    drawn = hemicycle([60, 30, 17])
    assert [wedge.path.count("h0") for wedge in drawn.wedges] == [60, 30, 17]
    assert [wedge.x for wedge in drawn.wedges] == sorted(wedge.x for wedge in drawn.wedges)


def test_a_party_without_a_seat_has_no_dot_and_keeps_its_place():
    assert [wedge.path == "" for wedge in hemicycle([5, 0, 3]).wedges] == [False, True, False]


@pytest.mark.parametrize("counts", [[], [1], [0, 0], [5, -2], [10**6]])
def test_what_cannot_be_drawn_is_not_drawn(counts):
    assert hemicycle(counts) is None
