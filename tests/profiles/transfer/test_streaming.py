"""CSV out: streamed from PostgreSQL's own writer, whoever reads how slowly."""

import time

import pytest
from django.db import connection

from profiles.datasets import DATASETS
from profiles.models import Unit
from profiles.transfer import streaming
from profiles.transfer.streaming import BusyError, stream

UNITS = DATASETS["units"]


def many(count: int) -> None:
    Unit.objects.bulk_create(Unit(key=f"unit-{n:06}", name=f"unit {n}", status="published") for n in range(count))


@pytest.mark.django_db(transaction=True)
def test_a_copy_in_a_thread_gives_the_same_bytes_as_one_in_the_transaction():
    many(5000)
    streamed = b"".join(stream(UNITS, UNITS.public()))
    from django.db import transaction

    with transaction.atomic():
        assert b"".join(stream(UNITS, UNITS.public())) == streamed
    assert streamed.count(b"\r\n") == 5001


@pytest.mark.django_db(transaction=True)
def test_the_header_comes_before_the_rows_and_the_connection_is_free_while_a_slow_reader_reads():
    many(20_000)
    body = stream(UNITS, UNITS.public())
    assert next(body) == b"key,name,sign,permalink\r\n"
    next(body)
    for _ in range(200):
        if body.done:
            break
        time.sleep(0.05)
    assert body.done, "the copy waits for its reader"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%' AND state <> 'idle'")
        assert cursor.fetchone()[0] == 0
    rest = b"".join(body)
    assert rest.endswith(b"\r\n")
    body.close()


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_leaves_stops_the_copy_and_frees_the_place():
    many(20_000)
    before = streaming.slots._value
    body = stream(UNITS, UNITS.public())
    next(body)
    body.close()
    assert streaming.slots._value == before


@pytest.mark.django_db(transaction=True)
def test_only_so_many_copies_run_at_once(monkeypatch, client):
    monkeypatch.setattr(streaming, "WAIT_SECONDS", 0.01)
    taken = [streaming.slots.acquire(blocking=False) for _ in range(streaming.AT_ONCE)]
    try:
        assert all(taken)
        with pytest.raises(BusyError):
            stream(UNITS, UNITS.public())
        response = client.get("/data/units.csv")
        assert response.status_code == 503
        assert response["Retry-After"] == "5"
    finally:
        for _ in taken:
            streaming.slots.release()


@pytest.mark.django_db(transaction=True)
def test_a_copy_that_fails_does_not_end_as_if_it_were_whole(monkeypatch):
    many(10)

    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(streaming, "copy_to", fail)
    body = stream(UNITS, UNITS.public())
    next(body)
    with pytest.raises(RuntimeError, match="disk is full"):
        next(body)
    body.close()
