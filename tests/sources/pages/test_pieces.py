"""Words in pieces: nothing is lost, nothing that is withheld gets through."""

from hypothesis import given
from hypothesis import strategies as st

from sources.pages.pieces import Call, Piece, Repair, cut, visible, without_calls

TEXT = "Crews came back1 in May."


def test_a_plain_text_is_one_piece():
    assert cut("Crews.") == [Piece("Crews.")]
    assert cut("") == []


def test_the_printed_number_of_a_note_becomes_its_call():
    call = Call(15, "1", "call_1", "n1")
    assert cut(TEXT, calls=[call]) == [Piece("Crews came back"), Piece("", call=call), Piece(" in May.")]
    bracketed = Call(10, "2", "call_2", "n2")
    assert [piece.text for piece in cut("Crews came[2] back", calls=[bracketed])] == ["Crews came", "", " back"]
    assert without_calls("Rule of law7", [Call(11, "7", "c", "")]) == "Rule of law"


def test_where_the_text_has_no_number_nothing_is_taken_away():
    call = Call(5, "1", "call_1", "")
    assert [piece.text for piece in cut("Crews came.", calls=[call])] == ["Crews", "", " came."]
    assert cut("Crews", calls=[Call(99, "1", "c", "")])[-1].call


def test_mended_words_bear_their_printed_form():
    repair = Repair(4, "har-\nbour", "harbour", "hyphen")
    assert cut("The harbour.", repairs=[repair])[1] == Piece("harbour", printed="har-↵bour")


def test_a_withheld_name_takes_its_repair_and_keeps_the_call_behind_it():
    repair = Repair(4, "Ver-\nane", "Verane", "hyphen")
    call = Call(6, "1", "call_1", "n1")
    found = cut("Ada Verane left.", masked=[(0, 10)], lit=[(4, 15)], repairs=[repair], calls=[call])
    assert found[0] == Piece("", withheld=True)
    assert [piece.call for piece in found if piece.call] == [call]
    assert "".join(piece.text for piece in found) == " left."
    assert visible([repair], [(0, 10)]) == []


SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: (min(pair), max(pair))), max_size=3)


@given(text=st.text(alphabet="ab1 ", max_size=20), lit=SPANS, at=st.lists(st.integers(0, 30), max_size=3))
def test_nothing_is_lost(text, lit, at):
    calls = [Call(offset, "9", f"call_{number}", "") for number, offset in enumerate(at)]
    found = cut(text, lit=lit, calls=calls)
    assert "".join(piece.text for piece in found) == text
    assert len([piece for piece in found if piece.call]) == len(calls)
    shown = "".join(("#" if piece.lit else ".") * len(piece.text) for piece in found)
    assert shown == "".join("#" if any(a <= n < b for a, b in lit) else "." for n in range(len(text)))


@given(text=st.text(alphabet="ab1 ", min_size=1, max_size=20), masked=SPANS, lit=SPANS, at=st.integers(0, 20))
def test_nothing_withheld_gets_through(text, masked, lit, at):
    masked = [span for span in masked if span[0] < span[1]][:1]
    repair = Repair(at, "b\na", text[at : at + 2], "hyphen")
    found = cut(text, masked=masked, lit=lit, repairs=[repair], calls=[Call(at, "9", "c", "")])
    kept = "".join(letter for n, letter in enumerate(text) if not any(a <= n < b for a, b in masked))
    assert "".join(piece.text for piece in found) == kept
