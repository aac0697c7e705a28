"""Does `bihuan import people` bring in a whole list or nothing, and say which cell is wrong?"""

import pytest

from bihuan.people.models import Account

GOOD = "姓名,登录名,单位,职务,角色\n郭晓,guoxiao,松河镇,副镇长,经办人\n"
BAD = "姓名,登录名,单位,职务,角色\n郭晓,guoxiao,松和镇,副镇长,经办人\n李安,lian,松河镇,干事,大总管\n"


@pytest.fixture
def listed(tmp_path):
    def made(text: str) -> str:
        (tmp_path / "名单.csv").write_text(text)
        return str(tmp_path / "名单.csv")

    return made


def test_a_dry_run_says_what_would_change_and_changes_nothing(run, cast, listed):
    answer = run("import", "people", listed(GOOD), "--dry-run", "--as", "office")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "单位：新增 0，变更 0，不变 0。\n人员：新增 1，变更 0，不变 0。\n"
    assert not Account.objects.filter(username="guoxiao").exists()


def test_a_list_comes_in_and_its_passwords_are_shown_once(run, cast, listed):
    answer = run("import", "people", listed(GOOD), "--as", "office")
    again = run("import", "people", listed(GOOD), "--as", "office")

    name, username, password = answer.out.splitlines()[-1].split("\t")
    account = Account.objects.get(username="guoxiao")
    assert (answer.code, name, username) == (0, "郭晓", "guoxiao")
    assert (account.check_password(password), account.must_change_password) == (True, True)
    assert (again.code, again.out) == (0, "单位：新增 0，变更 0，不变 0。\n人员：新增 0，变更 0，不变 1。\n")


def test_every_fault_is_a_line_with_its_cell_and_nothing_comes_in(run, cast, listed):
    answer = run("import", "people", listed(BAD), "--as", "office")

    *faults, last = answer.err.splitlines()
    assert (answer.code, answer.out, last) == (2, "", "bihuan: 名单有 2 处需要改正，没有导入。")
    assert [fault.split()[0] for fault in faults] == ["C2", "E3"]
    assert not Account.objects.filter(username__in=["guoxiao", "lian"]).exists()


def test_only_the_office_may_import(run, cast, listed):
    answer = run("import", "people", listed(GOOD), "--as", "head")

    assert answer.code == 2
    assert not Account.objects.filter(username="guoxiao").exists()


def test_a_file_that_is_no_list_is_refused(run, cast, listed):
    answer = run("import", "people", listed("今天天气不错\n"), "--as", "office")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") <= 2
