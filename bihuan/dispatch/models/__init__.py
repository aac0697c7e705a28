"""The tables of the papers that go out, one module per noun."""

from bihuan.dispatch.models.outgoing import NumberWord, Outgoing
from bihuan.dispatch.models.receiver import Receiver
from bihuan.dispatch.models.version import Version, VersionFile

__all__ = ["NumberWord", "Outgoing", "Receiver", "Version", "VersionFile"]
