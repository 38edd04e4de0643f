"""The start page."""

from tests.profiles.views.test_country import read, words


def test_home_works_with_nothing_held(client, db):
    text = words(client.get("/").content.decode())
    assert "A factbook of human rights" in text
    assert "No document has been read yet." in text
    assert "How to read a mark" in text


def test_home_names_countries_with_documents_and_the_newest_items(client, make):
    verania = make.country(key="VER", slug="verania", name="Verania")
    make.country(key="BOR", slug="borduria", name="Borduria")
    excerpt = make.excerpt(document=read(make, verania, published="2012-12-13"), heading="Strike at the harbour")
    make.excerpt_country(excerpt=excerpt, country=verania)
    hidden = make.excerpt(document=make.document(published="2012-12-14"), heading="Not to be seen", status="draft")
    make.excerpt_country(excerpt=hidden, country=verania)
    html = client.get("/").content.decode()
    text = words(html)
    assert "1 document, the newest of 13 December 2012" in text
    assert "Borduria" not in text
    assert "Strike at the harbour" in text
    assert "Not to be seen" not in text


def test_every_kind_of_speaker_stands_in_the_legend(client, db):
    text = words(client.get("/").content.decode())
    for kind in ("Government of the country", "Another government", "NGO", "Court", "Publisher not known"):
        assert kind in text


def test_home_takes_no_parameter(client, db):
    answer = client.get("/?q=x")
    assert answer.status_code == 400
    assert "no parameter q" in answer.content.decode()
