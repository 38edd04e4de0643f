"""The port, and the line that a taken one gets. No test here listens: a stand-in refuses as the system would."""

import errno
import socket

import pytest

from tools import serve
from tools.terminal import Problem


@pytest.mark.parametrize(("value", "port"), [(None, 8000), ("", 8000), ("0", 0), ("65535", 65535)])
def test_port_wanted(value, port):
    assert serve.wanted_port(value) == port


@pytest.mark.parametrize("value", ["65536", "-1", "8000 ", "http", "8e3", "٣"])
def test_what_is_no_port_is_refused_by_name(value):
    with pytest.raises(Problem, match=f"PORT={value}"):
        serve.wanted_port(value)


@pytest.mark.parametrize(
    ("port", "number", "says"),
    [
        (8000, errno.EADDRINUSE, "Port 8000 is taken. Choose another: PORT=8001 ./run"),
        (65535, errno.EADDRINUSE, "PORT=8000"),
        (80, errno.EACCES, "Port 80 is for root only. Choose another: PORT=8000 ./run"),
    ],
)
def test_a_port_that_cannot_be_had_is_one_line_with_a_way_out(port, number, says):
    message = serve.port_message(port, number)
    assert says in message
    assert "\n" not in message


def test_a_taken_port_is_a_problem_and_leaves_no_socket_open(monkeypatch):
    class Taken:
        closed = False

        def __init__(self, *arguments): ...
        def setsockopt(self, *arguments): ...
        def bind(self, place):
            raise OSError(errno.EADDRINUSE, "in use")

        def close(self):
            Taken.closed = True

    monkeypatch.setattr(socket, "socket", Taken)
    with pytest.raises(Problem, match="PORT="):
        serve.take_port(8000)
    assert Taken.closed
