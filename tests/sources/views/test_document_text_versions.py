"""Two versions of a document, passage by passage."""

import re

import pytest

from tests.sources.views.shelf import Shelf, parsed, text

pytestmark = pytest.mark.django_db
OLD = ("Crews came back in May to the harbour.", "Lamps were lit.", "Fog lay there all night long.")
NEW = ("Crews came back in June to the harbour.", "Lamps were lit.", "The council met.")


@pytest.fixture
def two(make):
    old = Shelf(make, label="Old text")
    new = Shelf(make, key="ver/new", label="New text", replaces=old.document)
    for shelf, words in ((old, OLD), (new, NEW)):
        for number, each in enumerate(words, 1):
            shelf.add(each, label=str(number))
    return old, new


def test_either_version_leads_to_the_comparison(client, two):
    assert 'href="?compare=ver/new"' in text(client, "/sources/ver/text/")
    assert 'href="?compare=ver/text"' in text(client, "/sources/ver/new/")
    assert text(client, "/sources/ver/new/?compare=ver/text") == text(client, "/sources/ver/text/?compare=ver/new")


def test_what_changed_is_said_in_words_and_marked(client, two):
    html = text(client, "/sources/ver/new/?compare=ver/text")
    parsed(html)
    assert "1 the same, 1 changed, 1 added, 1 removed" in html
    plain = re.sub(r'<span class="hidden"[^>]*>\[\w+:\] </span>', "", html)
    assert "<del>May </del>" in plain
    assert "<ins>June </ins>" in plain
    assert "<del>Fog lay there all night long.</del>" in plain
    assert "<ins>The council met.</ins>" in plain
    body = html[html.index("<body>") :]
    assert body.index("Old text") < body.index("New text")
    for words in ("Changed", "Added", "Removed", "[added:]", "[removed:]"):
        assert words in html


def test_versions_further_back_are_compared_too(client, two, make):
    newest = Shelf(make, key="ver/newest", label="Newest text", replaces=two[1].document)
    newest.add(NEW[0], label="1")
    html = text(client, "/sources/ver/text/?compare=ver/newest")
    body = html[html.index("<body>") :]
    assert body.index("Old text") < body.index("Newest text")


@pytest.mark.parametrize("access", ["cited_passages", "metadata"])
@pytest.mark.parametrize("which", [0, 1])
def test_nothing_is_compared_that_may_not_be_read(client, two, access, which):
    document = two[which].document
    type(document).objects.filter(pk=document.pk).update(text_access=access)
    html = text(client, "/sources/ver/new/?compare=ver/text", 400)
    assert "everyone may read them" in html
    assert "Crews" not in html
    assert "?compare=" not in text(client, "/sources/ver/new/")


def test_only_versions_are_compared_and_hidden_ones_answer_like_none(client, two, make):
    Shelf(make, key="ver/alien").add("Words of another text.")
    Shelf(make, key="ver/draft", replaces=two[1].document, status="draft").add("Draft words.")
    for key in ("ver/alien", "ver/draft", "ver/never", "ver/new"):
        assert "no other version" in text(client, f"/sources/ver/new/?compare={key}", 400)
    assert "ver/draft" not in text(client, "/sources/ver/new/")


def test_texts_without_words_are_not_compared(client, two, make):
    make.document(key="ver/bare", replaces=two[1].document, text_access="full")
    assert "everyone may read them" in text(client, "/sources/ver/new/?compare=ver/bare", 400)


def test_versions_in_a_ring_end(client, two):
    type(two[0].document).objects.filter(pk=two[0].document.pk).update(replaces=two[1].document)
    text(client, "/sources/ver/new/?compare=ver/text")
