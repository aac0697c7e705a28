"""Of which moment does a paper speak? Said at its foot, with the line at which the trail ended."""

from bihuan.say import Say, say
from bihuan.writing.tables import Heading


def stamped(heading: Heading) -> Say:
    return ending(heading.moment, heading.trail_head)


def ending(moment: str, head: str) -> Say:
    """The moment, and the head of the trail as far as a foot has room for it."""
    return say("数据截至：{moment}　留痕末端：{head}", moment=moment, head=head[:16] or "—")
