"""A county of 10,000 findings in a fresh data folder, straight into the tables, and who looks at them."""

from datetime import date, timedelta
from itertools import cycle

from django.utils import timezone

FINDINGS, MEASURES = 10_000, 3
TEXTS = (
    "乡村振兴衔接资金拨付滞后，项目库动态管理不到位",
    "基层党组织“三会一课”记录不规范，个别支部流于形式",
    "工程项目招标投标监管不严，变更程序不完备",
    "落实意识形态工作责任制有差距，阵地管理存在薄弱环节",
)
STATUSES = ("unclaimed", "claimed", "planned", "rectifying", "under_review", "closed")
HOLDERS = {"unclaimed": "head", "claimed": "head", "planned": "leader", "rectifying": "head", "under_review": "office"}


def seed() -> dict[str, str]:
    """Role → session key of an account that plays it."""
    from bihuan.ledger.models import Finding, Measure
    from bihuan.people.actions import add_account, add_unit, create_organisation, give_post
    from bihuan.people.viewer import System
    from bihuan.rounds.models import Round
    from bihuan.rules.people import Role

    now, system = timezone.now(), System()
    county = create_organisation("bench", "测量县", at=now)
    top = county.units.get()
    units = [add_unit(county, f"第{n}镇", parent=top, by=system, at=now) for n in range(1, 61)]
    accounts = {}
    for name, role, unit, charge in (
        ("office", Role.OFFICE, top, ()),
        ("leader", Role.LEADER, top, units[:12]),
        ("head", Role.HEAD, units[0], ()),
    ):
        accounts[name] = add_account(county, name, name, password="Yunling-loop-2026", by=system, at=now)
        give_post(accounts[name], unit, role, charge=charge, by=system, at=now)
    round = Round.objects.create(
        organisation=county, number=1, title="测量", kind="inspection", level="province", group="第一组",
        feedback_on=date(2026, 1, 1), ruleset="province-6-months",
    )  # fmt: skip
    statuses, places, texts = cycle(STATUSES), cycle(units), cycle(TEXTS)
    rows = []
    for number in range(1, FINDINGS + 1):
        status = next(statuses)
        finding = Finding(
            organisation=county, round=round, number=number, aspect="落实全面从严治党战略部署",
            text=f"{next(texts)}（{number}）", lead_unit=next(places), leader=accounts["leader"], status=status,
            holder=HOLDERS.get(status, ""), deadline=date(2026, 6, 1) + timedelta(days=number % 300),
            due=date(2026, 6, 1) + timedelta(days=number % 300), since=now, raised_at=now,
        )  # fmt: skip
        rows.append(finding)
    findings = Finding.objects.bulk_create(rows, batch_size=500)
    measures = (
        Measure(finding=f, number=n, text=f"第{n}条措施", who="经办人", deadline=f.deadline, due=f.due)
        for f in findings
        for n in range(1, MEASURES + 1)
    )
    Measure.objects.bulk_create(measures, batch_size=1000)
    return {name: _session(account) for name, account in accounts.items()}


def _session(account) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(account)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
