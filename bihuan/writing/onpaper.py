"""Of which moment does a paper speak? Said at its foot, with the line at which the trail ended."""

from bihuan.say import Say, say
from bihuan.writing.tables import Heading


def stamped(heading: Heading) -> Say:
    return say("数据截至：{moment}　留痕末端：{head}", moment=heading.moment, head=heading.trail_head[:16] or "—")
