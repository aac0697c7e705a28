"""How is a claim measured? Side by side in one run, the contestants taking turns, the median of several turns."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

TURNS = 5


def seconds(contestants: dict[str, Callable[[], object]], turns: int = TURNS) -> dict[str, float]:
    """The median seconds of each contestant; they take turns, so that a busy moment meets all of them."""
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(turns):
        for name, run in contestants.items():
            start = perf_counter()
            run()
            taken[name].append(perf_counter() - start)
    return {name: median(times) for name, times in taken.items()}


def table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table, ready for README.md."""
    rows = [head, *lines]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    shown = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([shown[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *shown[1:]])


def beside(times: dict[str, float], measure: str) -> str:
    """The seconds of each contestant and how many times the first one's they are."""
    first = next(iter(times.values()))
    lines = [(name, f"{time:.3f}", f"{time / first:.2f}") for name, time in times.items()]
    return table((measure, "seconds", "ratio"), lines)


def peak_megabytes(module: str, *arguments: str) -> float:
    """The most memory that `python -m module arguments` holds, as it prints it at its end with `print_peak`."""
    command = [sys.executable, "-m", module, *arguments]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])


def print_peak() -> None:
    """Print this process's peak; `ru_maxrss` would not do, because a child inherits its parent's until it is larger."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    print(next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024)
