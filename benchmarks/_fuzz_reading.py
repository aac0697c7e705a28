"""Does any file that went wrong bring a reader down? None may raise, take 30 s of CPU or hold 500 MB.

`python -m benchmarks._fuzz_reading --minutes 10` mutates files of every format, reads each one in a process of limited
memory, and prints what it saw. A number that failed can be run again: `--only 1234`; `--keep FOLDER` keeps its file.
"""

import argparse
import json
import resource
import select
import signal
import subprocess
import sys
import traceback
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from time import monotonic, process_time
from types import FrameType

from benchmarks._measure import table
from benchmarks._reading.files import made
from benchmarks._reading.marks import documents
from benchmarks._reading.mutate import mutated
from bihuan.reading.blocks import Unreadable
from bihuan.reading.document import read

LONGEST, MEGABYTES = 30, 500
HANGS = 150
"""Seconds by the clock without a word from a reader; a busy machine takes longer than the CPU does."""
CEILING = 3 * 1024**3
"""Address space at which the process itself is stopped, so that a runaway file cannot harm the machine."""


@dataclass
class Seen:
    """What one format went through."""

    files: int = 0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    largest: float = 0.0
    failures: list[str] = field(default_factory=list)


def originals() -> dict[str, list[bytes]]:
    """The files of the tuning part, by format."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for document in documents("tuning"):
        found[document.format].append(made(document))
    return found


def file(number: int, files: dict[str, list[bytes]]) -> tuple[str, bytes]:
    """The mutated file of this number, the same on every machine."""
    random = Random(number)
    form = sorted(files)[number % len(files)]
    return form, mutated(random.choice(files[form]), random.choice(files[form]), random)


def work(first: int) -> None:
    """Reads file after file until it is ended; a line before and a line after each one."""
    resource.setrlimit(resource.RLIMIT_AS, (CEILING, CEILING))
    signal.signal(signal.SIGPROF, _too_long)
    files, number = originals(), first
    while True:
        print(json.dumps({"begun": number}), flush=True)
        print(json.dumps({"number": number, **attempt(*file(number, files))}), flush=True)
        number += 1


def attempt(form: str, data: bytes) -> dict[str, object]:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak is counted anew
    start, outcome = process_time(), "read"
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        read(data, f"document.{form}", feedback_date=date(2025, 9, 12))
    except Unreadable:
        outcome = "refused"
    except BaseException:  # whatever it is, it is what is looked for
        outcome = traceback.format_exc(limit=-3)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return {"form": form, "outcome": outcome, "seconds": process_time() - start, "megabytes": peak()}


def peak() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _too_long(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {LONGEST} s of CPU")


def results(until: float) -> Iterator[dict[str, object]]:
    """What the workers say; one that dies or hangs is a result too, and another goes on with the next number."""
    number = 0
    forms = sorted(originals())
    while monotonic() < until:
        command = [sys.executable, "-m", "benchmarks._fuzz_reading", "--work", str(number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as worker:
            assert worker.stdout
            while monotonic() < until:
                ready, _, _ = select.select([worker.stdout], [], [], HANGS)
                said = worker.stdout.readline() if ready else ""
                if not said:
                    break
                line = json.loads(said)
                number = line.get("begun", number)
                if "number" in line:
                    yield line
            worker.kill()
            worker.wait()
        if monotonic() < until:
            yield {"number": number, "form": forms[number % len(forms)], "outcome": "the process died or hung"}
            number += 1


def fuzz(minutes: float, keep: Path | None) -> dict[str, Seen]:
    seen: dict[str, Seen] = defaultdict(Seen)
    files = originals()
    for result in results(monotonic() + minutes * 60):
        one, outcome = seen[str(result["form"])], str(result["outcome"])
        seconds, megabytes = float(str(result.get("seconds", 0))), float(str(result.get("megabytes", 0)))
        one.files += 1
        one.slowest, one.largest = max(one.slowest, seconds), max(one.largest, megabytes)
        if outcome in ("read", "refused"):
            setattr(one, outcome, getattr(one, outcome) + 1)
            outcome = "" if megabytes < MEGABYTES and seconds < LONGEST else f"{seconds:.1f} s, {megabytes:.0f} MB"
        if outcome:
            one.failures.append(f"file {result['number']} ({result['form']}): {outcome}")
            if keep:
                form, data = file(int(str(result["number"])), files)
                (keep / f"{result['number']}.{form}").write_bytes(data)
    return seen


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--keep", type=Path, help="a folder for the files that failed")
    options.add_argument("--only", type=int, help="read this one file again")
    options.add_argument("--work", type=int, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.work is not None:
        return work(asked.work)
    if asked.only is not None:
        signal.signal(signal.SIGPROF, _too_long)
        for name, value in attempt(*file(asked.only, originals())).items():
            print(f"{name}: {value}")
        return None
    seen = fuzz(asked.minutes, asked.keep)
    for one in seen.values():
        print(*one.failures, sep="\n", end="\n" if one.failures else "")
    lines = [
        (
            form,
            f"{s.files:,}",
            f"{s.read:,}",
            f"{s.refused:,}",
            str(len(s.failures)),
            f"{s.slowest:.2f}",
            f"{s.largest:.0f}",
        )
        for form, s in sorted(seen.items())
    ]
    print(f"{sum(one.files for one in seen.values()):,} files in {asked.minutes:g} minutes")
    print(table(("format", "files", "read", "refused with a sentence", "failures", "slowest, s", "peak, MB"), lines))
    return None


if __name__ == "__main__":
    main()
