"""How long does the daily sweep take over many open measures, beside one bare SQL statement that selects what is due?

`python -m benchmarks.sweep`: 200,000 open measures on SQLite, 1,000,000 on the PostgreSQL of DATABASE_URL, which must
be empty. Three in a hundred are due in twenty days or late. Five sweeps of five working days: each makes the digests of
all people, with what rises to higher levels.
"""

import os
import tempfile
from datetime import date, datetime, time, timedelta
from itertools import cycle
from statistics import median
from time import perf_counter

from benchmarks._measure import table

PER_FINDING, TOWNS = 10, 60
SIZES = {"sqlite": (50_000, 200_000), "postgresql": (100_000, 1_000_000)}
DAYS = (date(2026, 6, 22), date(2026, 6, 23), date(2026, 6, 24), date(2026, 6, 25), date(2026, 6, 26))
SPREAD, LATE = 1000, 10
"""The measures are due on so many days one after another, so many of them past."""
BARE = """
SELECT f.number, m.number, m.due, u.path, f.handler_id, f.leader_id
FROM ledger_measure m JOIN ledger_finding f ON f.id = m.finding_id LEFT JOIN people_unit u ON u.id = f.lead_unit_id
WHERE m.status = 'open' AND m.due <= %s AND f.status = 'rectifying' AND f.organisation_id = %s
"""


def seed(code: str, measures: int):
    """A county with so many open measures, whose findings themselves are due much later."""
    from django.utils import timezone

    from bihuan.ledger.models import Finding, Measure
    from bihuan.people.actions import add_account, add_unit, create_organisation, give_post
    from bihuan.people.viewer import System
    from bihuan.rounds.models import Round
    from bihuan.rules.people import Role

    now, system = timezone.now(), System()
    county = create_organisation(code, code, at=now)
    top = county.units.get()
    leader = add_account(county, f"{code}-leader", "leader", password="Yunling-loop-2026", by=system, at=now)
    towns = [add_unit(county, f"第{number}镇", parent=top, by=system, at=now) for number in range(TOWNS)]
    give_post(leader, top, Role.LEADER, charge=towns, by=system, at=now)
    for number, town in enumerate(towns):
        head = add_account(county, f"{code}-{number}", "head", password="Yunling-loop-2026", by=system, at=now)
        give_post(head, town, Role.HEAD, by=system, at=now)
    round = Round.objects.create(organisation=county, number=1, title="测量", kind="inspection", level="province",
                                 group="第一组", ruleset="province-6-months")  # fmt: skip
    far, places = date(2029, 12, 31), cycle(towns)
    findings = Finding.objects.bulk_create(
        (Finding(organisation=county, round=round, number=number, text="问题", lead_unit=next(places), leader=leader,
                 status="rectifying", holder="head", deadline=far, due=far, since=now, raised_at=now)
         for number in range(1, measures // PER_FINDING + 1)), batch_size=1000,
    )  # fmt: skip
    first = DAYS[0] - timedelta(days=LATE)
    dues = cycle([first + timedelta(days=number * 7 % SPREAD) for number in range(SPREAD)])
    Measure.objects.bulk_create(
        (Measure(finding=finding, number=number, text="措施", deadline=due, due=due)
         for finding in findings for number, due in zip(range(1, PER_FINDING + 1), dues, strict=False)),
        batch_size=2000,
    )  # fmt: skip
    return county


def bare(county, day: date) -> tuple[float, int]:
    from django.db import connection

    start = perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(BARE, [day + timedelta(days=20), county.pk])
        found = len(cursor.fetchall())
    return perf_counter() - start, found


def swept(county, day: date) -> tuple[float, int]:
    from django.utils import timezone

    from bihuan.people.viewer import System
    from bihuan.watch.actions.sweep import sweep

    start = perf_counter()
    told = sweep(county, by=System(), at=timezone.make_aware(datetime.combine(day, time(9))))
    return perf_counter() - start, told.people


def lines(vendor: str) -> list[tuple[str, ...]]:
    from django.db import connection

    found = []
    for size in SIZES[vendor]:
        county = seed(f"c{size}", size)
        if vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")
        turns = [(bare(county, day), swept(county, day)) for day in DAYS]
        alone, whole = (median(turn[which][0] for turn in turns) for which in (0, 1))
        due, people = median(turn[0][1] for turn in turns), median(turn[1][1] for turn in turns)
        found.append((f"{size:,}", f"{due:,}", f"{people}", f"{alone:.2f}", f"{whole:.2f}", f"{whole / alone:.1f}"))
    return found


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bihuan-bench-") as folder:
        os.environ["BIHUAN_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        from django.db import connection

        head = (f"open measures, {connection.vendor}", "due", "people", "bare SQL s", "sweep s", "ratio")
        print(table(head, lines(connection.vendor)))


if __name__ == "__main__":
    main()
