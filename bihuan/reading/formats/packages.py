"""Which part of an Office package is the document, and which parts belong to it? (ECMA-376, part 2.)"""

import posixpath
from dataclasses import dataclass

from bihuan.reading.formats.containers import Parts, damaged
from bihuan.reading.formats.markup import parse


@dataclass(frozen=True)
class Relation:
    """One line of a `.rels` part: `kind` is the last word of its type, `target` a part name."""

    id: str
    kind: str
    target: str


def relations(parts: Parts, of: str = "") -> tuple[Relation, ...]:
    """What a part (or the package itself) refers to inside the package; links to the outside are left out."""
    folder, name = posixpath.split(of)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in parts:
        return ()
    found = []
    for line in parse(parts.read(path)).iterchildren("{*}Relationship"):
        if line.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, line.get("Target", "")))
            kind = line.get("Type", "").rpartition("/")[2]
            found.append(Relation(line.get("Id", ""), kind, target.lstrip("/")))
    return tuple(found)


def main_part(parts: Parts) -> str:
    """The name of the part that is the document itself."""
    for relation in relations(parts):
        if relation.kind == "officeDocument":
            return relation.target
    raise damaged()


def content_types(parts: Parts | None) -> bytes:
    """The list of content types, as it stands; empty where the container is no Office package."""
    name = "[Content_Types].xml"
    return parts.read(name) if parts is not None and name in parts else b""
