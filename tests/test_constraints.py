"""Every constraint of every table refuses what it should and passes what it should, by its own name and message.

The constraints come from the models; one without a case here fails. A failing case is written over a good row by
`update()`, which no form and no `save()` softens: it is the database that refuses.
"""

from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from profiles.datasets import BY_MODEL

MODELS = [model for name in ("sources", "profiles") for model in apps.get_app_config(name).get_models()]
CONSTRAINTS = [(model, constraint) for model in MODELS if model in BY_MODEL for constraint in model._meta.constraints]

# What breaks the rules that many tables share, by the end of the constraint's name. `{date}` is the date's name.
SHARED: dict[str, dict[str, Any]] = {
    "_key_is_spelt_as_keys_are": {"key": "Not a key"},
    "_status_is_known": {"status": "secret"},
    "_locator_is_a_place": {"locator": "somewhere"},
    "_relation_is_known": {"relation": "hearsay"},
    "_value_state_is_known": {"value_state": "guessed"},
    "_is_edtf": {"{date}": "next spring"},
    "_bounds_in_order": {"{date}": "2012", "{date}_earliest": "2012-12-31", "{date}_latest": "2012-01-01"},
    "_value_follows_its_qualifier": {"low": 3, "high": 5, "qualifier": "unqualified"},
    "_share_follows_its_qualifier": {"share_low": 3, "share_high": 5, "share_qualifier": "about"},
    "_value_is_stated_with_a_qualifier": {"low": None, "high": None, "qualifier": ""},
    "_share_is_stated_with_a_qualifier": {"share_low": None, "share_high": None, "share_qualifier": ""},
}
# What breaks one rule. `other` stands for a second row of the same table.
OWN: dict[str, dict[str, Any]] = {
    "publisher_home_country_is_alpha3": {"home_country": "kaz"},
    "document_part_lines_need_a_parent": {"part_lines": "lines 3–9"},
    "document_part_lines_are_lines": {"part_lines": "pages 3–9", "part_of": "other"},
    "document_inferred_date_has_its_reason": {"published_inferred": True, "published_note": ""},
    "document_sha256_is_hexadecimal": {"sha256": "abc"},
    "document_translation_names_its_tongue": {"translation": "machine", "original_language": ""},
    "country_alpha2_is_two_capitals": {"alpha2": "v1"},
    "country_m49_is_three_digits": {"m49": "4"},
    "country_gec_is_two_capitals": {"gec": "gm"},
    "person_is_public_on_a_basis": {"visibility": "public", "basis": ""},
    "seat_block_term_is_positive": {"term_years": 0},
    "office_term_is_positive": {"term_years": -5},
    "tenure_with_an_end_has_ended": {"end": "2012", "ended": "ongoing"},
    "tenure_in_office_is_attested": {"ended": "ongoing", "last_attested": ""},
    "document_date_has_date": {"date": "", "date_earliest": None, "date_latest": None},
    "result_value_state_is_known": {
        "value_state": "guessed",
        "share_low": None,
        "share_high": None,
        "share_qualifier": "",
    },
    "figure_value_state_is_known": {"value_state": "guessed", "low": None, "high": None, "qualifier": ""},
    "tenure_ends_after_it_starts": {
        "ended": "ended",
        "start": "2012-06",
        "end": "2011",
        "start_earliest": "2012-06-01",
        "start_latest": "2012-06-30",
        "end_earliest": "2011-01-01",
        "end_latest": "2011-12-31",
    },
    "election_held_has_a_date": {"state": "held", "date": "", "date_earliest": None, "date_latest": None},
    "election_of_a_president_fills_no_chamber": {"kind": "presidential", "institution": "linked"},
    "result_share_is_a_percentage": {"share_low": 101, "share_high": 101},
    "result_votes_go_with_their_qualifier": {"votes": 183, "votes_qualifier": ""},
    "result_seats_go_with_their_qualifier": {"seats": 5, "seats_qualifier": "between"},
    "share_is_a_percentage": {"low": 101, "high": 101},
    "share_is_not_its_own_parent": {"parent": "self"},
    "involvement_is_about_somebody": {"group_label": ""},
    "case_step_is_about_somebody": {"group_label": ""},
    "case_step_sentence_has_its_unit": {"sentence_low": 5, "sentence_unit": ""},
    "figure_without_number_keeps_its_words": {
        "value_state": "in_words",
        "qualifier": "",
        "low": None,
        "high": None,
        "printed": "",
    },
    "topic_code_is_spelt_as_codes_are": {"code": "Not Free"},
    "statement_is_about_one_thing_at_most": {"event": "linked", "office": "linked"},
    "statement_says_something": {"text": "", "code": None},
    "excerpt_has_its_quotation_alone": {"kind": "quotation", "status": "draft", "quotation": "other's"},
    "excerpt_check_is_of_a_quotation": {"quotation": "linked"},
    "reading_sha256_is_hexadecimal": {"sha256": "abc"},
    "passage_anchor_is_spelt_as_anchors_are": {"anchor": "Para 53"},
    "passage_lines_in_order": {"first_line": 9, "last_line": 3},
    "note_has_words_or_a_marker": {"passage": None},
    "note_marker_has_its_place": {"marker_offset": 3},
    "quotation_found_has_its_place": {"exact": ""},
    "citation_is_about_one_thing": {"event": "linked"},
    "citation_that_disputes_gives_its_value": {"stance": "disputes", "value": ""},
    "citation_field_is_a_column": {"field": "Start date"},
    "identifier_is_about_one_thing": {"country": None},
    "identifier_scheme_is_spelt_as_codes_are": {"scheme": "Wiki Data"},
    "disagreement_is_about_one_thing_at_most": {"event": "linked", "office": "linked"},
    "side_is_about_one_thing": {"figure": None},
    "lead_is_about_one_thing": {"figure": None},
    "lead_by_an_editor_has_its_reason": {"rule": "editor", "reason": ""},
    "tenure_slot_is_held_by_one": {"slot": 1, "office": "other's"},
}


def breaking(model: type[models.Model], constraint: models.BaseConstraint) -> dict[str, Any]:
    """The values that break a constraint."""
    name = constraint.name
    if name in OWN:
        return OWN[name]
    if isinstance(constraint, models.UniqueConstraint):
        return dict.fromkeys(constraint.fields, "other's")
    if name.endswith("_first_hand_names_no_origin"):
        return {"relation": "first_hand", "original_document": "linked"}
    table = name.split("_has_")[0]
    if f"{table}_has_" in name:
        return {name.removeprefix(f"{table}_has_"): ""}
    ending = max((end for end in SHARED if name.endswith(end)), key=len)
    fields = [field.name for field in model._meta.concrete_fields]
    dated = next((f for f in fields if name.endswith(f"_{f}{ending}")), "")
    return {key.format(date=dated): value for key, value in SHARED[ending].items()}


@pytest.mark.parametrize(("model", "constraint"), CONSTRAINTS, ids=[constraint.name for _, constraint in CONSTRAINTS])
def test_the_database_refuses_what_breaks_the_rule_and_passes_what_keeps_it(make, model, constraint):
    values = breaking(model, constraint)
    first = {"slot": 1} if "slot" in values else {}
    if isinstance(constraint, models.UniqueConstraint) and "alpha2" in constraint.fields:
        first = {"alpha2": "VE"}
    if isinstance(constraint, models.UniqueConstraint) and "m49" in constraint.fields:
        first = {"m49": "999"}
    if "quotation" in values and values["quotation"] == "other's":
        first = {"kind": "quotation", "status": "draft", "quotation": make.quotation()}
    other = make.row(model, **first)
    second = fresh(make, model)
    words = {field: resolve(make, model, field, value, second, other) for field, value in values.items()}
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        if "key" in words:  # frozen in a row that stands: a trigger refuses first
            make.row(model, **words)
        model._default_manager.filter(pk=second.pk).update(**words)
    assert refused.value.__cause__.diag.constraint_name == constraint.name
    message = constraint.get_violation_error_message()
    assert message.endswith(".")
    assert "Constraint" not in message, "the message is Django's default, which no editor understands"


def fresh(make, model):
    """A second row that shares no unique values with the first."""
    links = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey) and not field.null]
    if model in BY_MODEL and BY_MODEL[model].is_link:
        field = links[-1]
        return make.row(model, **{field.name: make.row(field.related_model)})
    return make.row(model)


def resolve(make, model, field, value, row, other):
    """Turn the words of a case into rows."""
    if value == "linked":
        return make.row(model._meta.get_field(field).related_model)
    return (
        {"other": other, "self": row, "other's": getattr(other, field)}.get(value, value)
        if isinstance(value, str)
        else value
    )
