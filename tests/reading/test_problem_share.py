"""Which characters of a work report tell of problems?"""

from bihuan.reading.problem_share import Characters, characters

REPORT = """云岭县工作情况汇报
一、主要工作
修好路一百公里。
二、存在的问题
（一）学习不深
会议少。
（二）作风不实
三、下一步打算
解决问题。
"""


def test_a_part_that_names_problems_counts_with_everything_under_it():
    problems = "二、存在的问题（一）学习不深会议少。（二）作风不实"
    assert characters(REPORT) == Characters(len(problems), len("".join(REPORT.split())))


def test_a_part_about_what_cures_them_does_not_count():
    assert characters("一、整改问题的措施\n修订制度。") == Characters(0, 14)
    assert characters("一、下一步解决问题的打算\n修订制度。") == Characters(0, 17)


def test_white_space_is_not_counted():
    assert characters("一、 问 题\n　少。\n\n") == Characters(6, 6)


def test_a_text_without_headings_has_no_problem_part():
    assert characters("存在的问题不少。") == Characters(0, 8)
