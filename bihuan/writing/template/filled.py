"""What does a template say about one paper? Every placeholder replaced, every part repeated, in one pass over the file.

What is put in is never looked at again: a finding in which somebody wrote `{{单位}}` keeps these letters.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from bihuan.say import Say, say
from bihuan.writing.tables import Speak
from bihuan.writing.template.faults import Fault
from bihuan.writing.template.fields import Loop, Places, places_of
from bihuan.writing.template.marks import STORIES, Element, W, marks_in, paragraphs, replaced
from bihuan.writing.template.plan import SAMPLE, Plan, found
from bihuan.writing.template.regions import Region, mended
from bihuan.writing.template.values import said, value_at

Parts = Mapping[str, bytes]
"""Part of the package → its bytes, unpacked and looked through by whoever took the file in."""
MOST = 30
"""Faults that are told at once."""
UNIQUE = ("paraId", "textId")


def check(parts: Parts, paper: type) -> tuple[Fault, ...]:
    """What is wrong with a template for values of this class; nothing when it can be filled."""
    places = places_of(paper)
    plans = [Plan(places).read(root) for root in _stories(parts).values()]
    faults = tuple(fault for plan in plans for fault in plan.faults)
    if not faults and not any(plan.used or plan.regions for plan in plans):
        return (
            Fault(
                say("全文"), "", say("没有找到占位符；请在要填入内容的地方写上占位符，如“{sample}”。", sample=SAMPLE)
            ),
        )
    return faults[:MOST]


def fill(parts: Parts, paper: Any, *, speak: Speak = str) -> bytes:
    """The Word file; the same template and the same values give the same bytes. The template has been checked."""
    of: type = type(paper)
    places, stories, used = places_of(of), _stories(parts), set()
    for root in stories.values():
        used |= _filled(root, places, paper, speak)
    if not ({"as_of", "moment"} & used and "trail_head" in used) and (stamp := _stamp_of(paper)):
        _stamp(stories, speak(stamp))
    written = {name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
               for name, root in stories.items()}  # fmt: skip
    return _packed({**parts, **written})


def _filled(root: Element, places: Places, paper: Any, speak: Speak) -> set[str]:
    """Fill one part; which placeholders outside of what repeats it had."""
    plan = Plan(places).read(root)
    inside = {each for region in plan.regions for whole in region.elements for each in whole.iter(f"{W}p")}
    outside = [each for each in paragraphs(root) if each not in inside]
    for region in plan.regions:
        _repeat(region, places, paper, speak)
    for paragraph in outside:
        _say(paragraph, places, paper, speak)
    mended(root)
    return {field.path[-1] for name in plan.used if (field := places.field(name))}


def _repeat(region: Region, places: Places, paper: Any, speak: Speak) -> None:
    """Each thing gets its copy, in place of the pattern."""
    first, parent = region.elements[0], region.elements[0].getparent()
    things = value_at(paper, region.loop.field.path)
    for thing, copies in zip(things, region.copies(), strict=False):
        for copy in copies:
            for name in [key for key in _attributes(copy) if key.rpartition("}")[2] in UNIQUE]:
                etree.strip_attributes(copy, name)
            for paragraph in copy.iter(f"{W}p"):
                _say(paragraph, places, paper, speak, region.loop, thing)
            first.addprevious(copy)
    for each in region.elements:
        parent.remove(each)


def _attributes(element: Element) -> set[str]:
    return {key for each in element.iter() for key in each.attrib}


def _say(
    paragraph: Element, places: Places, paper: Any, speak: Speak, loop: Loop | None = None, thing: Any = None
) -> None:
    words: dict[int, str] = {}
    for mark in marks_in(paragraph):
        named = None if mark.sign else found(places, mark, loop)
        if mark.sign:
            words[mark.start] = ""
        elif named:
            field, own = named
            words[mark.start] = said(value_at(thing if own else paper, field.path), speak)
    if words:
        replaced(paragraph, words)


def _stories(parts: Parts) -> dict[str, Element]:
    """The parts that hold text, in the order of a reader: the document, then its margins and notes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    read = {name: etree.fromstring(content, parser) for name, content in parts.items() if _may_be_story(name)}
    found = {name: root for name, root in read.items() if root.tag in STORIES}
    return dict(sorted(found.items(), key=lambda story: (STORIES.index(story[1].tag), story[0])))


def _may_be_story(name: str) -> bool:
    return name.startswith("word/") and name.count("/") == 1 and name.endswith(".xml")


def _stamp_of(paper: Any) -> Say | None:
    """Of which moment the values are: said by their heading, or by themselves where they have none."""
    told = getattr(paper, "heading", paper)
    moment, head = getattr(told, "moment", "") or getattr(told, "as_of", ""), getattr(told, "trail_head", "")
    return say("数据截至：{moment}　留痕末端：{head}", moment=moment, head=head[:16]) if moment and head else None


def _stamp(stories: Mapping[str, Element], words: str) -> None:
    """Of which moment the paper speaks, at its end: a template may say it elsewhere, but not leave it out."""
    body = next(root for root in stories.values() if root.tag == STORIES[0]).find(f"{W}body")
    line = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t/></w:r></w:p>')
    line.find(f".//{W}t").text = words
    end = body.find(f"{W}sectPr")
    body.append(line) if end is None else end.addprevious(line)


def _packed(parts: Iterable[tuple[str, bytes]] | Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in dict(parts).items():
            entry = ZipInfo(name)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(entry, content)
    return out.getvalue()
