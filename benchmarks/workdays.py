"""How long does a question about working days take, beside going through the days one by one?

`python -m benchmarks.workdays`: the questions are asked for every day of ten years. Whoever goes one by one looks each
day up in the same two sets. The aim is 5 µs for adding and for counting.
"""

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks._measure import seconds, table

DAYS = tuple(date(2019, 1, 1) + timedelta(days=number) for number in range(3653))
AHEAD, LENGTH = 15, 245
"""Working days that are added; days over which is counted."""
ONE = timedelta(days=1)


def lines() -> list[tuple[str, ...]]:
    from bihuan.rules.workdays import add, between, is_workday, official

    calendar = official()

    def works(day: date) -> bool:
        return day in calendar.makeup or (day.weekday() < 5 and day not in calendar.days_off)

    def added(day: date) -> date:
        left = AHEAD
        while left:
            day += ONE
            left -= works(day)
        return day

    def counted(day: date) -> int:
        return sum(works(day + timedelta(days=number)) for number in range(1, LENGTH + 1))

    def asked(day: date) -> int:
        return between(day, day + timedelta(days=LENGTH), calendar)

    pairs: dict[str, tuple[Callable[[date], object], Callable[[date], object]]] = {
        f"add {AHEAD} working days": (added, lambda day: add(day, AHEAD, calendar)),
        f"count over {LENGTH} days": (counted, asked),
        "is it one": (works, lambda day: is_workday(day, calendar)),
    }
    return [line(name, *pair) for name, pair in pairs.items()]


def line(name: str, plain: Callable[[date], object], ours: Callable[[date], object]) -> tuple[str, ...]:
    assert all(plain(day) == ours(day) for day in DAYS)
    times = seconds({"plain": lambda: [plain(day) for day in DAYS], "ours": lambda: [ours(day) for day in DAYS]})
    alone, whole = (times[who] / len(DAYS) * 1e6 for who in ("plain", "ours"))
    return name, f"{alone:.2f}", f"{whole:.2f}", f"{whole / alone:.2f}"


def main() -> None:
    print(table(("question", "day by day µs", "bihuan.rules.workdays µs", "ratio"), lines()))


if __name__ == "__main__":
    main()
