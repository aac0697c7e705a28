"""How may a real file go wrong? Bytes lost, changed, doubled or cut off; inside a container, a member likewise."""

import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from random import Random

from lxml import etree

ODD = (b"", b"\x00", b"\xff\xfe", b"\r", b"<", b"&#0;", "（".encode(), "“".encode(), b"9" * 20, b"-1", b"\xed\xa0\x80")
NUMBERS = (b"0", b"-1", b"1048576", b"16384", b"4294967295", b"99999999999999999999", b"1e308", b"x")
WORDINGS = (
    "一是",
    "“",
    "（1）",
    "1.",
    "；",
    "2025年2月30日前",
    "同上",
    "⑳",
    "序号",
    "\u3000",
    "９９",
    "长期坚持",
    "关于“",
)
PATIENCE = 2_000_000


def mutated(data: bytes, other: bytes, random: Random) -> bytes:
    """A file with one to four faults; half of those in a container are made inside it, so that it still opens."""
    if data[:2] == b"PK" and random.random() < 0.7:
        return _inside(data, other, random)
    return _faults(data, other, random)


def _faults(data: bytes, other: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        data = random.choice(FAULTS)(data, other, random)[:PATIENCE]
    return data


def _inside(data: bytes, other: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    name = random.choice(sorted(members))
    donor = members[random.choice(sorted(members))]
    if random.random() < 0.1:
        del members[name]
    else:
        kinds = (_elements, _elements, _faults) if name.endswith(".xml") else (_faults,)
        members[name] = random.choice(kinds)(members[name], donor, random)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return out.getvalue()


def _elements(data: bytes, other: bytes, random: Random) -> bytes:
    """Well-formed XML that says odd things: elements lost, doubled, moved, emptied, and values changed."""
    root = etree.fromstring(data)
    for _ in range(random.randint(1, 6)):
        one, second = (random.choice(list(root.iter())) for _ in range(2))
        parent, fault = one.getparent(), random.randrange(6)
        if fault == 0 and parent is not None:
            parent.remove(one)
        elif fault == 1 and parent is not None:
            parent[parent.index(one) : parent.index(one)] = [deepcopy(one) for _ in range(random.choice((1, 3, 200)))]
        elif fault == 2:
            second.append(deepcopy(one))
        elif fault == 3 and one.attrib:
            one.set(random.choice(sorted(one.attrib)), random.choice(NUMBERS).decode())
        elif fault == 4:
            one.text = random.choice((one.text or "", "")) + random.choice(WORDINGS) * random.choice((1, 1, 300))
        elif fault == 5 and one.attrib:
            del one.attrib[random.choice(sorted(one.attrib))]
    return etree.tostring(root)[:PATIENCE]


def _part(data: bytes, random: Random, longest: int = 4000) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randint(0, longest))


def _lost(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _part(data, random, 200)
    return data[:start] + data[end:]


def _cut_off(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _doubled(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _part(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 50, 400)) + data[end:]


def _changed(data: bytes, other: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 30) if data else 0):
        changed[random.randrange(len(changed))] = random.choice((0, 255, random.randrange(256)))
    return bytes(changed)


def _odd(data: bytes, other: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(ODD) * random.choice((1, 1, 3, 5000)) + data[place:]


def _strange_number(data: bytes, other: bytes, random: Random) -> bytes:
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    one = random.choice(found)
    return data[: one.start()] + random.choice(NUMBERS) + data[one.end() :]


def _crossed(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _part(other, random)
    place = random.randrange(len(data) + 1)
    return data[:place] + other[start:end] + data[place:]


def _nested(data: bytes, other: bytes, random: Random) -> bytes:
    """An element opened very often, as no office would write it."""
    tags = re.findall(rb"<([\w:]+)[ >]", data)
    if not tags:
        return data
    tag, deep = random.choice(tags), random.choice((30, 300, 5000))
    place = data.find(b"<" + tag)
    return data[:place] + (b"<" + tag + b">") * deep + (b"</" + tag + b">") * deep + data[place:]


FAULTS: tuple[Callable[[bytes, bytes, Random], bytes], ...] = (
    _lost,
    _cut_off,
    _doubled,
    _changed,
    _odd,
    _strange_number,
    _crossed,
    _nested,
)
