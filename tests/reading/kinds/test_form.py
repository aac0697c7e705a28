"""A list whose header no synonym holds is still a list, not a form, although 长期坚持 also heads columns."""

from datetime import date

from bihuan.reading.document import read

LIST = """县教育局巡察整改台账,,,,,,
填报单位：县教育局,,,填报日期：2025年9月1日,,,
序号,巡察反馈问题,整改具体举措,责任股室及责任人,分管负责人,计划完成时间,目前状态
一、党的领导方面,,,,,,
1,学习不深入,1.制定学习计划；2.开展学习12次。,办公室/李明,王副局长,9月底,已完成
二、作风建设方面,,,,,,
2,调研不够,开展调研,教育股（人事股配合）,张局长,长期坚持,已销号并长期坚持
"""


def test_a_list_with_headers_of_its_own_wording_is_no_form() -> None:
    first, second = read(LIST.encode(), "a.csv", feedback_date=date(2025, 6, 1)).findings
    assert (first.aspect, first.text, first.measures) == ("党的领导", "学习不深入", ("制定学习计划", "开展学习12次"))
    assert (first.leader, first.lead_unit, first.person) == ("王副局长", "办公室", "李明")
    assert (first.deadline, first.status) == (date(2025, 9, 30), "done")
    assert (second.lead_unit, second.support_units) == ("教育股", ("人事股",))
    assert (second.standing, second.deadline, second.status) == (True, None, "done")
