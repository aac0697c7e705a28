"""How is a day said in a sentence of an official paper? `2026年8月7日`, as GB/T 9704-2012 §7.3.5.4 wants it.

In tables it stays `2026-08-07`, which is narrower and sorts.
"""

from datetime import date


def in_words(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"
