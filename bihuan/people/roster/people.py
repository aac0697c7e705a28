"""What would become of the people? A new account, a new post, another title or charge, or nothing."""

from collections.abc import Iterable

from bihuan.people.queries.roster import Known, KnownPerson, KnownPost
from bihuan.people.roster.names import unit_named
from bihuan.people.roster.steps import PersonStep, Plan, Verdict
from bihuan.reading.kinds.people import PersonDraft
from bihuan.rules import administration
from bihuan.rules.people import HELD, NAMES, Role
from bihuan.say import Say, say

OTHER_ROLE_NAMES = {
    "书记": Role.FIRST, "主要负责人": Role.FIRST, "分管领导": Role.LEADER, "领导": Role.LEADER,
    "联络组": Role.OFFICE, "整改办公室": Role.OFFICE, "单位主要负责人": Role.HEAD, "负责人": Role.HEAD,
    "经办": Role.HANDLER, "联络员": Role.HANDLER, "监督": Role.SUPERVISOR, "纪委": Role.SUPERVISOR,
    "组织部": Role.SUPERVISOR,
}  # fmt: skip
ROLES = {**OTHER_ROLE_NAMES, **{NAMES[role].text: role for role in HELD}, **{role.value: role for role in HELD}}


def person_steps(people: Iterable[PersonDraft], names: dict[str, str], known: Known, made: Plan) -> None:
    first: dict[str, PersonDraft] = {}
    posts: dict[tuple[str, str, Role], int] = {}
    for draft in people:
        same = first.setdefault(draft.username, draft)
        if same.name != draft.name:
            told = {"username": draft.username, "row": same.place.row, "name": same.name}
            reason = say("登录名“{username}”在第 {row} 行是“{name}”，一个登录名只能给一个人。", **told)
            made.fault(draft.place, "username", reason)
        step = _person_step(draft, names, known, made, is_first=same is draft)
        if step is None:
            continue
        key = (draft.username, step.unit, step.role)
        if key in posts:
            made.fault(draft.place, "unit", say("这个岗位在第 {row} 行已有，请删去一行。", row=posts[key]))
        posts.setdefault(key, draft.place.row)
        made.people.append(step)


def _person_step(
    draft: PersonDraft, names: dict[str, str], known: Known, made: Plan, *, is_first: bool
) -> PersonStep | None:
    now = known.people.get(draft.username)
    refusal = administration.name_account(draft.username, draft.name, taken=draft.username in known.taken)
    if refusal:
        made.fault(draft.place, "username", refusal.reason)
    if now and not now.active:
        made.fault(draft.place, "username", say("“{name}”的账户已停用，请先启用再导入。", name=now.name))
    unit = unit_named(draft.unit, names, made, draft.place, "unit")
    charge = tuple(unit_named(text, names, made, draft.place, "charge") for text in draft.charge)
    role = _role(draft, made)
    if not unit or role is None or not all(charge):
        return None
    if refusal := administration.set_charge(role, charges=len(charge)):
        made.fault(draft.place, "charge", refusal.reason)
    post = now.posts.get((unit, role)) if now else None
    changes = [*_person_changes(draft, now)] if now and is_first else []
    changes += _post_changes(draft, post, unit, role, charge)
    verdict: Verdict = "added" if now is None else "changed" if changes else "unchanged"
    return PersonStep(
        verdict,
        draft,
        unit,
        role,
        charge,
        is_first=is_first,
        is_known=now is not None,
        has_post=post is not None,
        changes=tuple(changes),
    )


def _role(draft: PersonDraft, made: Plan) -> Role | None:
    role = ROLES.get(draft.role)
    if role is None:
        offered = "、".join(NAMES[role].text for role in HELD)
        reason = say("没有角色“{role}”，请填其中之一：{offered}。", role=draft.role, offered=offered)
        made.fault(draft.place, "role", reason)
    return role


def _person_changes(draft: PersonDraft, now: KnownPerson) -> Iterable[Say]:
    if now.name != draft.name:
        yield say("姓名：{old} → {new}", old=now.name, new=draft.name)
    if draft.phone and now.phone != draft.phone:
        yield say("手机：{old} → {new}", old=now.phone or "—", new=draft.phone)


def _post_changes(
    draft: PersonDraft, post: KnownPost | None, unit: str, role: Role, charge: tuple[str, ...]
) -> Iterable[Say]:
    if post is None:
        yield say("新岗位：{unit} {role}", unit=unit, role=NAMES[role])
        return
    if draft.title and post.title != draft.title:
        yield say("职务：{old} → {new}", old=post.title or "—", new=draft.title)
    if charge and post.charge != set(charge):
        yield say("分管单位：{old} → {new}", old="、".join(sorted(post.charge)) or "—", new="、".join(charge))
