"""Is this Word file fit to be filled in again and again? Its parts, unpacked, when nothing in it acts or reaches out.

A template of an office is a plain .docx. Macros, objects, links to the outside, and fields that fetch or run something
are refused by name; what is known to be harmless is listed, everything else is not.
"""

import re

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.containers import MEGABYTE, File, Parts
from bihuan.reading.formats.docx_names import W, parse_part
from bihuan.reading.formats.markup import Element, declares_type, forbidden
from bihuan.reading.formats.packages import content_types
from bihuan.reading.formats.refusals import refusal
from bihuan.say import Say, say

LIMIT = 10 * MEGABYTE
"""A template is a few pages and an emblem."""
FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TOC", "PAGEREF", "REF", "SEQ", "STYLEREF", "="})
"""Fields that count pages or point within the file; all others may fetch, ask or run something."""
OBJECTS = frozenset({"object", "control", "altChunk", "subDoc", "OLEObject"})
ACTING = re.compile(rb"vba(?:Project|Data)|macroEnabled|activeX|oleObject|ms-office\.ui", re.IGNORECASE)
ACTING_PARTS = re.compile(r"vba|/activex/|/embeddings/|/customui/|/afchunk|\.(?:bin|exe|dll|js|vbs)$", re.IGNORECASE)
PLAIN = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif", ".tiff", ".odttf")
"""Pictures and fonts; whatever else there is has to be XML, and so has a picture that begins as XML does."""
BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
ADDRESSES = frozenset({"src", "href", "althref"})
RELATIONS = re.compile(
    r"/(?:oleObject|package|control|activeX\w*|vbaProject|wordVbaData|aFChunk|subDocument|attachedTemplate|frame"
    r"|mailMerge\w*|attachedToolbars|keyMapCustomizations|extensibility)$"
)
_MACROS = say("文件里有宏或可以运行的内容；请另存为“Word 文档（.docx）”，不要用启用宏的格式，再上传。")
_OBJECT = say("文件里嵌有对象、控件或另一份文件；请删去，只留文字、表格和图片，再上传。")


def template_parts(data: bytes, name: str = "") -> dict[str, bytes]:
    """Part → bytes in the order of the package. Raises Unreadable with the reason and the place."""
    if len(data) > LIMIT:
        raise Unreadable(say("模板超过 {limit} MB；请压缩或删去图片后再上传。", limit=LIMIT // MEGABYTE))
    file = File(data, name)
    if refused := refusal(file):
        raise Unreadable(refused)
    types = content_types(file.parts)
    if file.suffix in (".docm", ".dotm") or ACTING.search(types):
        raise Unreadable(_MACROS)
    if b"wordprocessingml.document.main+xml" not in types:
        raise Unreadable(say("模板要用 Word 文档（.docx）；请在 Word 或 WPS 中另存为 .docx 后再上传。"))
    return _unpacked(file.members())


def _unpacked(parts: Parts) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in parts:
        if name.endswith("/"):
            continue
        if ACTING_PARTS.search(f"/{name}"):
            raise Unreadable(_MACROS if "vba" in name.lower() else _OBJECT)
        content = parts.read(name)
        if not name.lower().endswith(PLAIN) or content.lstrip(BEFORE_MARKUP)[:1] == b"<":
            _look_through(name, content)
        found[name] = content
    return found


def _look_through(name: str, content: bytes) -> None:
    if declares_type(content):
        raise forbidden()
    root = parse_part(content)
    if name.lower().endswith(".rels"):
        _look_at_relations(name, root)
        return
    for each in root.iter("*"):
        if each.tag.rpartition("}")[2] in OBJECTS:
            raise Unreadable(_OBJECT)
        for key, value in each.attrib.items():
            if key.rpartition("}")[2] in ADDRESSES and ("://" in value or value.startswith("\\\\")):
                raise _outside(value, name)
    for code in _fields(root):
        word, *rest = code.split() or [""]
        inside = word.upper() == "HYPERLINK" and rest[:1] == ["\\l"]
        if word.upper() not in FIELDS and not word.startswith("=") and not inside:
            raise Unreadable(_field_refused(word.upper()))


def _look_at_relations(name: str, root: Element) -> None:
    for line in root.iter("{*}Relationship"):
        target, kind = line.get("Target", ""), line.get("Type", "")
        if line.get("TargetMode") == "External" or "://" in target:
            raise _outside(target, name)
        if RELATIONS.search(kind):
            raise Unreadable(_MACROS if "vba" in kind.lower() else _OBJECT)


def _outside(target: str, name: str) -> Unreadable:
    return Unreadable(
        say("文件引用了外部内容“{target}”（{name}）；请取消超链接、链接的图片或套用的模板，再上传。",
            target=target[:80], name=name)
    )  # fmt: skip


def _fields(root: Element) -> list[str]:
    """The instruction of each field, however many runs it is spread over, and of each field inside another."""
    found = [each.get(f"{W}instr", "") for each in root.iter(f"{W}fldSimple")]
    open_: list[list[str]] = []
    for each in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText"):
        kind = each.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append([])
        elif kind == "end" and open_:
            found.append("".join(open_.pop()))
        elif kind is None:
            open_[-1:] = [[*(open_[-1] if open_ else []), each.text or ""]]
    return found + ["".join(code) for code in open_]


def _field_refused(word: str) -> Say:
    return say("文件里有域“{word}”，它可能取用外部内容；只能用页码、目录和交叉引用这几种域，其余请删去再上传。",
               word=word[:20])  # fmt: skip
