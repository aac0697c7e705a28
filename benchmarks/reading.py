"""How much of what offices send is read rightly, beside the simplest reader there could be?

`python -m benchmarks.reading` reads the documents of `_reading/`, the part that readers were mended with and the part
that was set aside, and judges every row and field. `--misses` shows what was missed, `--part tuning` reads one part.
"""

import argparse
import gc
from collections import defaultdict
from collections.abc import Callable, Sequence
from time import process_time

from benchmarks._measure import table
from benchmarks._reading.baseline import numbered_paragraphs
from benchmarks._reading.files import made
from benchmarks._reading.judge import Score, judged
from benchmarks._reading.marks import Labelling, documents
from bihuan.reading.document import read
from bihuan.reading.drafts import Draft
from bihuan.reading.formats import read_blocks

PARTS = ("set_aside", "tuning")
TITLES = {"set_aside": "Set aside", "tuning": "Used for tuning"}
HEAD = (
    "kind", "documents", "rows", "precision", "recall", "F1", "baseline F1", "exact fields", "suggestions leaked",
    "kind mistaken", "totals right", "crashes", "CPU s",
)  # fmt: skip


def scored(document: Labelling) -> Score:
    """What Bihuan makes of the file, its kind not told."""
    data, name = made(document), f"document.{document.format}"
    gc.collect()
    start = process_time()
    try:
        reading = read(data, name, feedback_date=document.feedback)
    except Exception as crash:  # whatever it is, it is counted and shown
        return Score(1, len(document.findings), crashes=1, misses=[f"crash: {crash!r}"])
    seconds = process_time() - start
    score = judged(document, reading.findings)
    score.seconds = seconds
    if reading.kind != document.kind:
        score.kinds_wrong = 1
        score.misses.append(f"kind: expected {document.kind}, got {reading.kind}")
    if "stated" in document.options:
        score.stated = 1
        score.stated_right = reading.stated_findings == int(document.options["stated"])
        score.misses += [] if score.stated_right else [f"total: got {reading.stated_findings}"]
    return score


def baseline(document: Labelling) -> Score:
    data = made(document)
    findings: list[Draft] = numbered_paragraphs(read_blocks(data, f"document.{document.format}"))
    return judged(document, findings, with_fields=False)


def by_kind(part: str, score: Callable[[Labelling], Score], show: bool = False) -> dict[str, Score]:
    """The scores of a part by kind; the last one is all together."""
    scores: dict[str, Score] = defaultdict(Score)
    for document in documents(part):
        one = score(document)
        if show and one.misses:
            print(f"\n{part}/{document.kind}/{document.name} ({document.format})", *one.misses, sep="\n  ")
        scores[document.kind].add(one)
    scores["all"] = Score()
    for kind in [kind for kind in scores if kind != "all"]:
        scores["all"].add(scores[kind])
    return scores


def line(kind: str, score: Score, simple: Score) -> Sequence[str]:
    return (
        kind,
        str(score.documents),
        str(score.expected),
        *(f"{value:.3f}" for value in (score.precision, score.recall, score.f1, simple.f1, score.exact)),
        str(score.leaked),
        str(score.kinds_wrong),
        f"{score.stated_right} of {score.stated}",
        str(score.crashes),
        f"{score.seconds:.2f}",
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--part", choices=PARTS, help="one part only")
    options.add_argument("--misses", action="store_true", help="show each miss (by itself: of the tuning part)")
    asked = options.parse_args()
    for part in (asked.part,) if asked.part else ("tuning",) if asked.misses else PARTS:
        scores, simple = by_kind(part, scored, asked.misses), by_kind(part, baseline)
        print(f"\n### {TITLES[part]}\n")
        print(table(HEAD, [line(kind, score, simple[kind]) for kind, score in scores.items()]))


if __name__ == "__main__":
    main()
