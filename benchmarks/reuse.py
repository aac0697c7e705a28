"""How quickly is it known, while a request is typed, that the thing was handed over already, among 50,000 of them?

`python -m benchmarks.reuse`, on SQLite, or on the PostgreSQL of DATABASE_URL, which must be empty. Beside the index of
pairs: a plain LIKE, which is told by hand which words of the request matter, and finds them as they are written.
"""

import os
import tempfile
from itertools import product
from random import Random
from statistics import quantiles
from time import perf_counter
from urllib.parse import urlencode

from benchmarks._measure import table

MATERIALS, TEXTS, LISTS = 50_000, 300, 500
PLACES = "松河 青石 云峰 白沙 柳溪 石桥 大湾 龙潭 双河 清泉 高坪 木兰 黄岭 长坡 永丰 新店 古城 东山 西坝 南塘"
UNITS = [f"{place}{kind}" for place in PLACES.split() for kind in ("镇", "乡中心学校", "卫生院")]
KINDS = (
    "党委会议记录 常委会会议纪要 三重一大事项决策台账 干部任免审批表 财务账目及凭证 公务接待审批单 民主生活会材料 "
    "信访台账 项目招标投标资料 惠民补贴发放名册 公务用车使用登记 党费收缴台账 扶贫资金拨付凭证 审计整改报告 "
    "固定资产清单 党员花名册 村级债务明细 工会经费开支表 安全生产检查记录 环保督察整改方案 意识形态研判报告 "
    "述职述廉报告 谈心谈话记录 工程变更签证单 政府采购合同"
)
YEARS = range(2014, 2026)
HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
ASKED = (
    ("请提供{unit}{year}年的{kind}", ("{unit}", "{year}", "{kind}")),
    ("{kind}（{unit}，{year}年度），原件，今天下班前", ("{kind}", "{unit}", "{year}")),
    ("调阅{unit}{han}年{kind}复印件两份", ("{unit}", "{year}", "{kind}")),
    ("{unit}的{half}", ("{unit}", "{half}")),
    ("{half}", ("{half}",)),
)
Text = tuple[str, tuple[str, ...], tuple[str, ...]]
"""What is typed, the words that matter in it, and the words of the title that should come up."""


def titles(chance: Random) -> list[tuple[str, str, str]]:
    """(title, period, unit) of every material: some name unit and year in the title, some beside it."""
    every = list(product(UNITS, KINDS.split(), YEARS))
    rows = []
    for number in range(MATERIALS):
        unit, kind, year = every[number % len(every)]
        book = f"（第{number // len(every) + 1}册）" if number >= len(every) else ""
        title = chance.choice((f"{unit}{year}年{kind}{book}", f"{year}年度{kind}{book}", f"{kind}{book}"))
        rows.append((title, f"{year}年", unit))
    chance.shuffle(rows)
    return rows


def texts(chance: Random) -> list[Text]:
    found = []
    for number in range(TEXTS):
        unit, kind, year = chance.choice(UNITS), chance.choice(KINDS.split()), str(chance.choice(YEARS))
        words = {
            "unit": unit,
            "kind": kind,
            "year": year,
            "han": year.translate(HAN),
            "half": kind[: len(kind) // 2 + 1],
        }
        text, matter = ASKED[number % len(ASKED)]
        wanted = [unit] * ("{unit}" in text) + [year] * ("year" in text or "han" in text) + [words["half"]]
        found.append((text.format(**words), tuple(each.format(**words) for each in matter), tuple(wanted)))
    return found


def seed(chance: Random):
    """A county whose materials have all been handed over; returns its office as a viewer."""
    from datetime import date

    from django.utils import timezone

    from bihuan.desk.models import Handover, HandoverItem, Material, MaterialWord
    from bihuan.desk.queries.reuse import index_words
    from bihuan.people.actions import add_account, add_unit, create_organisation, give_post
    from bihuan.people.viewer import System, viewer_of
    from bihuan.rounds.models import Round
    from bihuan.rules.people import Role

    now, system = timezone.now(), System()
    county = create_organisation("bench", "测量县", at=now)
    top = county.units.get()
    units = {name: add_unit(county, name, parent=top, by=system, at=now) for name in UNITS}
    office = add_account(county, "office", "office", password="Yunling-loop-2026", by=system, at=now)
    give_post(office, top, Role.OFFICE, by=system, at=now)
    round = Round.objects.create(
        organisation=county, number=1, title="测量", kind="inspection", level="province", group="第一组",
        ruleset="province-6-months",
    )  # fmt: skip
    rows = Material.objects.bulk_create(
        (Material(organisation=county, round=round, number=number, title=title, period=period, unit=units[unit],
                  carrier="paper", form="copy", document_date=date(2025, 1, 1), made_on=date(2025, 1, 1),
                  received_at=now, registered_by=office)
         for number, (title, period, unit) in enumerate(titles(chance), start=1)), batch_size=1000,
    )  # fmt: skip
    words = (MaterialWord(material=row, organisation=county, word=word) for row in rows for word in index_words(row))
    count = len(MaterialWord.objects.bulk_create(words, batch_size=2000))
    lists = Handover.objects.bulk_create(
        Handover(organisation=county, round=round, number=number, handed_by=office, handed_at=now)
        for number in range(1, LISTS + 1)
    )
    HandoverItem.objects.bulk_create(
        (HandoverItem(handover=lists[place % LISTS], number=place // LISTS + 1, material=row, copies=1)
         for place, row in enumerate(rows)), batch_size=2000,
    )  # fmt: skip
    return viewer_of(office), count


def like(viewer, words: tuple[str, ...]):
    """The plain way: every word somewhere in title, period or unit; the newest eight."""
    from django.db.models import Q

    from bihuan.desk.queries.materials import materials_for

    condition = Q()
    for word in words:
        condition &= Q(title__contains=word) | Q(period__contains=word) | Q(unit__name__contains=word)
    return list(materials_for(viewer).filter(condition).select_related("unit").order_by("-number")[:8])


def measured(run, every: list[Text]) -> tuple[str, ...]:
    """p50, p95, the most, and how many of the texts brought up what was meant; `run` gives what is shown."""
    taken, found = [], 0
    for each in every:
        start = perf_counter()
        shown = run(each)
        taken.append((perf_counter() - start) * 1000)
        said = [f"{row.title} {row.period} {row.unit.name}" for row in shown]
        found += any(all(word in title for word in each[2]) for title in said)
    cuts = quantiles(taken, n=20)
    share = f"{found / len(every):.0%}" if found else "the same"
    return (f"{cuts[9]:.1f}", f"{cuts[18]:.1f}", f"{max(taken):.1f}", share)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bihuan-bench-") as folder:
        os.environ["BIHUAN_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        chance = Random(20260302)
        viewer, words = seed(chance)
        print(report(viewer, words, texts(chance)))


def report(viewer, words: int, every: list[Text]) -> str:
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from bihuan.desk.queries.reuse import matches

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(viewer.account)

    def page(each: Text) -> list:
        answer = client.get("/desk/materials/matches/?" + urlencode({"text": each[0]}))
        assert answer.status_code == 200
        return []

    contestants = {
        "plain LIKE, told the words": lambda each: like(viewer, each[1]),
        "pairs, the query": lambda each: [match.material for match in matches(viewer, each[0])],
        "pairs, the whole answer of the server": page,
    }
    for run in contestants.values():
        run(every[0])
    lines = [(name, *measured(run, every)) for name, run in contestants.items()]
    head = (f"{MATERIALS:,} materials, {words:,} pairs, {connection.vendor}", "p50 ms", "p95 ms", "most ms", "found")
    return table(head, lines)


if __name__ == "__main__":
    main()
