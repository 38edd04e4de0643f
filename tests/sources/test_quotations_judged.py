"""Sentences of whole texts: each is a quotation in any layout, and no mutation of it is."""

import json
import random
import re
import textwrap
import unicodedata
from pathlib import Path

import pytest

from sources.folding import fold
from sources.quotations import Result, check

SHARED = Path(__file__).resolve().parents[3] / "shared"

PARAGRAPHS = [
    "The Veranian ombudsman received 1,412 complaints in 2019, of which 37 were upheld. She did not publish the "
    "others. “Nobody was told why,” said a lawyer from Ostrava Velka – herself a complainant – in March.",
    "Prison No. 6 held 212 women on 4 May; it was built for 140. Visitors were not admitted between 9 and 16 June. The "
    "warden’s staff kept no record of the hours worked. Well-informed officials call the figures far too low.",
    "In the 2014–2018 plan the ministry promised 26 shelters, and never said where. Eight were opened without a "
    "nurse. A café owner in Lower Verania offered three rooms; the offer was refused by the prefect’s office.",
    "Judges are chosen for 10 years by a council of 15 members. No member may be dismissed while a case is open. The "
    "bar association does not take part in the vote, although the draft of 2016 gave it 4 seats. Not all of its "
    "branches had asked for that. Fewer than 5% of the posts were filled by women in office since 2002.",
]

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+")
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_NEGATION = re.compile(r"\b(?:not|no|never|without) ", re.IGNORECASE)


def sentences(paragraphs: list[str]) -> list[str]:
    """The sentences of six words and more."""
    found = (sentence for paragraph in paragraphs for sentence in _SENTENCE_END.split(paragraph))
    return [sentence for sentence in found if len(sentence.split()) >= 6]


def second_half(sentence: str) -> str:
    """The words from the middle of a sentence on, at least three."""
    words = sentence.split()
    return " ".join(words[min(len(words) // 2, len(words) - 3) :])


def mutations(sentence: str, distant: str, chance: random.Random) -> dict[str, str]:
    """What changes the meaning: each under its name, where the sentence allows it."""
    words = sentence.split()
    found = {}
    if _NEGATION.search(sentence):
        found["a negation dropped"] = _NEGATION.sub("", sentence, count=1)
    digits = [place for place, sign in enumerate(sentence) if sign in "0123456789"]
    if digits:
        at = chance.choice(digits)
        found["a digit changed"] = (
            sentence[:at] + str((int(sentence[at]) + chance.randint(1, 9)) % 10) + sentence[at + 1 :]
        )
    at = chance.randrange(len(words))
    others = [word for word in distant.split() if word != words[at]]
    found["a word replaced"] = " ".join([*words[:at], chance.choice(others), *words[at + 1 :]])
    at = chance.randrange(len(words) - 1)
    if words[at] != words[at + 1]:
        found["two words swapped"] = " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])
    head = " ".join(words[: max(3, len(words) // 2)])
    found["distant parts joined"] = f"{head} {second_half(distant)}"
    found["distant parts joined by a mark"] = f"{head} […] {second_half(distant)}"
    return found


def layouts(sentence: str, chance: random.Random) -> dict[str, str]:
    """The same words in other layouts and typography."""
    ligatures = sentence
    for letters, sign in _LIGATURES:
        ligatures = ligatures.replace(letters, sign)
    return {
        "re-wrapped": textwrap.fill(sentence, chance.randint(30, 80), break_long_words=False),
        "hyphens at line ends": re.sub(r"([a-z]{4})([a-z]{3})", "\\1-\n\\2", sentence, count=3),
        "soft hyphens": re.sub(r"(\w{3})(?=\w{3})", "\\1\u00ad", sentence),
        "ligatures": ligatures,
        "straight quotes and dashes": sentence.translate(
            {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-"}
        ),
        "curly quotes": re.sub(r'"([^"]*)"', "“\\1”", sentence).replace("'", "’"),
        "no-break spaces": sentence.replace(" ", "\u00a0"),
        "letters and accents apart": unicodedata.normalize("NFD", sentence),
        "zero-width spaces": sentence.replace(" ", "\u200b "),
    }


def _judge(
    texts: list[str], chosen: list[tuple[int, str]], pool: list[tuple[int, str]], chance: random.Random
) -> list[str]:
    """What went wrong: originals and layouts not accepted, mutations accepted."""
    folded = {index: fold(texts[index]) for index in {index for index, _ in chosen}}
    wrong = []
    for index, sentence in chosen:
        text = folded[index]
        if not check(text, sentence).accepted:
            wrong.append(f"original: {sentence}")
        for name, quote in mutations(sentence, _distant(texts[index], sentence, pool, chance), chance).items():
            if check(text, quote).accepted:
                wrong.append(f"{name}: {quote}")
        for name, other in layouts(sentence, chance).items():
            found, back = check(text, other), check(other, sentence)
            if not found.accepted or not back.accepted:
                wrong.append(f"{name}: {other}")
            if other not in text.source and Result.EXACT in (found.result, back.result):
                wrong.append(f"{name}, called exact: {other}")
    return wrong


def _distant(text: str, sentence: str, pool: list[tuple[int, str]], chance: random.Random) -> str:
    """A sentence of the same text or another whose second half does not stand near."""
    at = text.index(sentence)
    near = text[max(at - 1000, 0) : at + len(sentence) + 1000]
    while second_half(other := chance.choice(pool)[1]) in near:
        pass
    return other


def test_every_sentence_of_a_text_is_accepted_in_any_layout_and_no_mutation_is():
    text = "\n\n".join(PARAGRAPHS)
    chosen = [(0, sentence) for sentence in sentences(PARAGRAPHS)]
    assert len(chosen) > 12
    far = [(0, "A harbour of the neighbouring island burned for five nights in 1871.")]
    for seed in range(10):
        assert _judge([text], chosen, far, random.Random(seed)) == []


@pytest.mark.corpus
def test_a_thousand_real_sentences_are_accepted_and_none_of_their_mutations():
    reports = sorted((SHARED / "data" / "statedept-hr-reports").glob("reports-*.jsonl"))
    if not reports:
        pytest.skip("the shared corpus is not beside this clone")
    chance = random.Random(20120715)
    texts, pools = [], []
    for line in (line for path in reports for line in path.read_text().splitlines()):
        paragraphs = [each for section in json.loads(line)["sections"] for each in section["paragraphs"]]
        pools.append([(len(texts), sentence) for sentence in sentences(paragraphs)])
        texts.append("\n\n".join(paragraphs))
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        # The blocks of a hard-wrapped text, their lines as they are.
        pools.append([(len(texts), sentence) for sentence in sentences(path.read_text().split("\n\n"))])
        texts.append(path.read_text())
    wrong, judged = [], 0
    for pool in [*chance.sample(pools[:-5], 95), *pools[-5:]]:
        chosen = chance.sample(pool, min(12, len(pool)))
        judged += len(chosen)
        # Half of what is joined comes from far off in the same text, half from another.
        wrong += _judge(texts, chosen, [*pool, *chance.choices(chance.choice(pools), k=len(pool))], chance)
    assert judged > 1000
    assert wrong == []
