"""Is this archive whole? The checker that lies in every archive as `check.py`; it answers in Chinese and English.

    python3 check.py                the unpacked folder in which it lies
    python3 check.py archive.zip    a zip, or another folder
    python3 check.py --faults       only what is not whole

Plain Python 3.8 or newer, nothing to install, no network. Exit code 0: everything is whole; 1: something is not.
It uses nothing of the program that made the archive: how a line of the trail is hashed is written here once more.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import IO, Any, Iterator  # noqa: UP035  (older Pythons read this too)

MANIFEST = "manifest.json"
FIELDS = (
    "organisation", "number", "at", "actor", "actor_name", "post", "event", "subject", "unit_path",
    "before", "after", "note", "algorithm", "previous",
)  # fmt: skip
CLUTTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What file managers leave behind; it does not count as added."""
KEPT = "paper.kept"
"""The event under which a file was taken in, with its hash."""
CHUNK = 1024 * 1024


class Folder:
    """An archive that was unpacked."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> Iterator[str]:
        for folder, _folders, files in os.walk(self.path):
            for name in files:
                if name not in CLUTTER:
                    yield (Path(folder) / name).relative_to(self.path).as_posix()

    def open(self, name: str) -> IO[bytes]:
        return (self.path / name).open("rb")


class Packed:
    """An archive as it was handed over."""

    def __init__(self, path: Path) -> None:
        self.zip = zipfile.ZipFile(path)

    def names(self) -> Iterator[str]:
        return (name for name in self.zip.namelist() if not name.endswith("/"))

    def open(self, name: str) -> IO[bytes]:
        return self.zip.open(name)


class Report:
    """What was found, told line by line."""

    def __init__(self, only_faults: bool) -> None:
        self.only_faults, self.whole, self.faults = only_faults, 0, 0

    def ok(self, what: str, chinese: str = "完好", english: str = "whole") -> None:
        self.whole += 1
        if not self.only_faults:
            tell(f"[{chinese} / {english}] {what}")

    def fault(self, what: str, chinese: str, english: str) -> None:
        self.faults += 1
        tell(f"[✗ {chinese} / {english}] {what}")


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")


def check(source: Folder | Packed, report: Report) -> None:
    """Each file of the list, what was added, each line of the trail, and the files against the trail."""
    manifest = manifest_of(source, report)
    if manifest is not None:
        check_files(source, manifest, report)
        check_added(source, manifest, report)
        kept = check_trail(source, manifest["trail"], report)
        check_kept(manifest, kept, report)


def manifest_of(source: Folder | Packed, report: Report) -> dict[str, Any] | None:
    """The list of files, with its own hash told to be compared; None where there is none that can be read."""
    try:
        with source.open(MANIFEST) as file:
            raw = file.read()
        manifest: dict[str, Any] = json.loads(raw.decode())
        title = "{organisation} {round} {title} · {as_of}".format(**manifest)
        [(each["path"], each["sha256"]) for each in manifest["files"]]
        (manifest["trail"]["path"], manifest["trail"]["lines"], manifest["trail"]["head"])
    except Exception:
        report.fault(MANIFEST, "清单缺失或读不出", "the list of files is missing or cannot be read")
        return None
    tell(title)
    tell(f"清单校验值 / SHA-256 of {MANIFEST}: {hashlib.sha256(raw).hexdigest()}")
    tell(f"留痕末端 / head of the trail: {manifest['trail']['lines']} · {manifest['trail']['head']}")
    tell("请与移交时记下的值核对 / compare both with what was noted at the hand-over")
    return manifest


def check_files(source: Folder | Packed, manifest: dict[str, Any], report: Report) -> None:
    lost = set(manifest.get("lost", ()))
    for each in manifest["files"]:
        found = sha256_of(source, each["path"])
        if found == each["sha256"]:
            report.ok(each["path"])
        elif each["path"] in lost:
            report.fault(each["path"], "制作归档包时已缺失或已改动", "missing or changed when the archive was made")
        elif found is None:
            report.fault(each["path"], "缺失", "missing")
        else:
            report.fault(each["path"], "内容被改动", "changed")


def check_added(source: Folder | Packed, manifest: dict[str, Any], report: Report) -> None:
    listed = {MANIFEST, *(each["path"] for each in manifest["files"])}
    for name, times in sorted(Counter(source.names()).items()):
        if name not in listed:
            report.fault(name, "多出来的文件", "added")
        elif times > 1:
            report.fault(name, "同名文件不止一个", "there more than once")


def sha256_of(source: Folder | Packed, name: str) -> str | None:
    """The hash of a file, read piece by piece; None where it is not there, empty where it cannot be read."""
    found = hashlib.sha256()
    try:
        if name.startswith("/") or ".." in name.split("/"):
            return ""
        with source.open(name) as file:
            for piece in iter(lambda: file.read(CHUNK), b""):
                found.update(piece)
    except (KeyError, FileNotFoundError):
        return None
    except Exception:  # a damaged member of a zip fails in many ways, and all of them mean the same
        return ""
    return found.hexdigest()


def check_trail(source: Folder | Packed, trail: dict[str, Any], report: Report) -> dict[str, str] | None:
    """Walk the chain. What it says of the files that were taken in, reference → hash; None where it cannot be read."""
    kept: dict[str, str] = {}
    number, previous, before = 0, "", report.faults
    try:
        with source.open(trail["path"]) as file:
            for raw in file:
                line = json.loads(raw.decode())
                for chinese, english in faults_of(line, number + 1, previous):
                    report.fault(f"{trail['path']} {line['number']}", chinese, english)
                number, previous = line["number"], line["hash"]
                if line["event"] == KEPT:
                    kept[line["subject"]] = line["after"]["hash"]
    except Exception:
        place = f"{trail['path']} {number + 1}"
        report.fault(place, "留痕从这一条起读不出", "the trail cannot be read from this line on")
        return None
    if (number, previous) != (trail["lines"], trail["head"]):
        report.fault(trail["path"], "末尾与清单不符", "its end is not the one on the list")
    if report.faults == before:
        report.ok(trail["path"], f"{number} 条留痕前后衔接", f"{number} lines follow one another")
    return kept


def faults_of(line: dict[str, Any], number: int, previous: str) -> Iterator[tuple[str, str]]:
    """What does not hold about one line: its number, its link, its content."""
    if line["number"] != number:
        yield f"前面缺失或多出，应为第 {number} 条", f"removed or added before it: should be line {number}"
    elif line["previous"] != previous:
        yield "与上一条衔接不上", "does not follow the line before"
    if line["hash"] != digest(line):
        yield "内容被改动", "changed"


def check_kept(manifest: dict[str, Any], kept: dict[str, str] | None, report: Report) -> None:
    """The files that people sent in, against the hash that the trail noted when they came."""
    came = [each for each in manifest["files"] if each.get("ref")] if kept is not None else []
    wrong = [each for each in came if (kept or {}).get(each["ref"]) != each["sha256"]]
    for each in wrong:
        report.fault(f"{each['path']} {each['ref']}", "与收存时的留痕不符", "not what the trail noted when it came in")
    if came and not wrong:
        report.ok(MANIFEST, f"{len(came)} 个文件与收存时的留痕一致", f"{len(came)} files are as the trail noted them")


def digest(line: dict[str, Any]) -> str:
    """The hash of a line by the algorithm it names."""
    plain = {name: line[name] for name in FIELDS}
    data = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    if line["algorithm"] == "sm3" and "sm3" not in hashlib.algorithms_available:
        return sm3(data)
    return hashlib.new(line["algorithm"], data).hexdigest()


def sm3(data: bytes) -> str:
    """SM3 (GB/T 32905-2016), for a Python whose library lacks it."""
    state = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = data + b"\x80" + bytes((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        state = [old ^ new for old, new in zip(state, compressed(state, padded[start : start + 64]))]  # noqa: B905
    return "".join(f"{word:08x}" for word in state)


def compressed(state: list[int], block: bytes) -> list[int]:
    """One block of 64 bytes: the words are spread out, then 64 turns."""
    words = [int.from_bytes(block[at : at + 4], "big") for at in range(0, 64, 4)]
    for at in range(16, 68):
        mixed = words[at - 16] ^ words[at - 9] ^ turned(words[at - 3], 15)
        mixed ^= turned(mixed, 15) ^ turned(mixed, 23)
        words.append(mixed ^ turned(words[at - 13], 7) ^ words[at - 6])
    a, b, c, d, e, f, g, h = state
    for at in range(64):
        first = turned(turned(a, 12) + e + turned(0x79CC4519 if at < 16 else 0x7A879D8A, at), 7)
        majority = a ^ b ^ c if at < 16 else a & b | a & c | b & c
        choice = e ^ f ^ g if at < 16 else e & f | ~e & g
        one = majority + d + (first ^ turned(a, 12)) + (words[at] ^ words[at + 4]) & 0xFFFFFFFF
        two = choice + h + first + words[at] & 0xFFFFFFFF
        a, b, c, d = one, a, turned(b, 9), c
        e, f, g, h = two ^ turned(two, 9) ^ turned(two, 17), e, turned(f, 19), g
    return [a, b, c, d, e, f, g, h]


def turned(word: int, places: int) -> int:
    """32 bits turned to the left."""
    word, places = word & 0xFFFFFFFF, places % 32
    return (word << places | word >> 32 - places) & 0xFFFFFFFF


def main(arguments: list[str]) -> int:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")
    named = [each for each in arguments if not each.startswith("-")]
    path = Path(named[0]) if named else Path(__file__).resolve().parent
    report = Report(only_faults="--faults" in arguments)
    try:
        source = Folder(path) if path.is_dir() else Packed(path)
    except (OSError, zipfile.BadZipFile):
        report.fault(str(path), "不是归档包，或打不开", "not an archive, or it cannot be opened")
    else:
        check(source, report)
    if report.faults:
        tell(f"不完整：{report.faults} 处不符，{report.whole} 处完好。")
        tell(f"NOT WHOLE: {report.faults} faults, {report.whole} whole.")
        return 1
    tell(f"完整：{report.whole} 处全部完好。")
    tell(f"WHOLE: all {report.whole} hold.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
