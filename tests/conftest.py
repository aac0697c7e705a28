"""What holds for every test? It stays on this machine, leaves nothing behind, and knows the same cast."""

import socket

import hypothesis
import pytest

pytest_plugins = ["tests.cast", "tests.site.commands"]

hypothesis.settings.register_profile("house", database=None, deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

LOOPBACK = ("127.", "::1", "localhost")


class OutsideCallError(Exception):
    """A test tried to speak to another machine."""


def stays_here(address: object) -> bool:
    """Whether a socket address is this machine: a path of a Unix socket, or a loopback host."""
    return not isinstance(address, tuple) or str(address[0]).startswith(LOOPBACK)


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(original):
        def call(self, address):
            if not stays_here(address):
                raise OutsideCallError(address)
            return original(self, address)

        return call

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(connect))
        patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
        yield
