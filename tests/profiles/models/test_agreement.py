"""Rules that one row alone cannot tell: what two rows must share."""

import pytest
from django.db import IntegrityError, transaction


@pytest.mark.parametrize(
    ("model", "link", "shared", "name"),
    [
        ("statement", "code", "topic", "statement_code_is_of_its_topic"),
        ("share", "parent", "breakdown", "share_parent_is_of_its_breakdown"),
        ("result", "part_of", "election", "result_part_of_is_of_its_election"),
    ],
)
def test_a_row_and_what_it_points_to_agree(make, model, link, shared, name):
    maker = getattr(make, model)
    target = make.topiccode() if link == "code" else maker()
    good = maker(**{link: target, shared: getattr(target, shared)})
    other = make.row(type(getattr(target, shared)), **({"key": "VOT"} if shared == "country" else {}))
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(good).objects.filter(pk=good.pk).update(**{shared: other})
    assert refused.value.__cause__.diag.constraint_name == name
    assert refused.value.__cause__.diag.message_primary.endswith(".")
