"""The tables of the papers that go out, one module per noun."""

from bihuan.dispatch.models.archive import Archive
from bihuan.dispatch.models.notice import NoticeFrame, Publication, PublicWording, Published, Withholding
from bihuan.dispatch.models.outgoing import NumberWord, Outgoing
from bihuan.dispatch.models.receiver import Receiver
from bihuan.dispatch.models.template import OwnTemplate
from bihuan.dispatch.models.version import Version, VersionFile

__all__ = [
    "Archive",
    "NoticeFrame",
    "NumberWord",
    "Outgoing",
    "OwnTemplate",
    "PublicWording",
    "Publication",
    "Published",
    "Receiver",
    "Version",
    "VersionFile",
    "Withholding",
]
