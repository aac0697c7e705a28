"""How is XML that a stranger wrote parsed? Without entities, without a document type, without the network."""

from typing import Any

from lxml import etree

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.containers import damaged, too_much
from bihuan.say import say

Element = Any
"""An lxml element; lxml ships no types."""

MARK_LIMIT = 2_500_000
"""Tags and attributes in one part: each costs memory, however few bytes it is written with."""


def forbidden() -> Unreadable:
    return Unreadable(say("文件里有外部实体或文档类型声明，为安全起见没有读取；请用 Word 或 WPS 另存一份再上传。"))


def parse(content: bytes) -> Element:
    """The root element; anything unsafe or ill-formed is unreadable."""
    if content.count(b"<") + content.count(b"=") > MARK_LIMIT:
        raise too_much()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise (forbidden() if declares_type(content) else damaged()) from fault
    if root.getroottree().docinfo.doctype:
        raise forbidden()
    return root


def declares_type(content: bytes) -> bool:
    """Whether a document type stands before the first element; for parts that lxml does not parse."""
    return b"<!DOCTYPE" in content[:65536] or b"<!ENTITY" in content[:65536]


def whole(value: str | None, otherwise: int = 0) -> int:
    """A whole number written in an attribute; what is no sensible number counts as `otherwise`."""
    if value is None or len(value) > 9:
        return otherwise
    try:
        return int(value)
    except ValueError:
        return otherwise
