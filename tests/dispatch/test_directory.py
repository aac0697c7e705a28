"""Does the directory name everybody with a post, with what each sees to and where each is reached?"""

from bihuan.people.viewer import viewer_of
from tests.cast import Cast
from tests.dispatch.made import cost, made
from tests.writing.frames import tables, texts


def test_every_post_stands_in_its_line(cast: Cast, round):
    cast.handler.phone = "0000-1234567"
    cast.handler.save()

    data = made("directory", viewer_of(cast.office), round)

    assert texts(data)[:2] == ["配合巡视联络工作通讯录", "单位：云岭县　　巡视组：省委第三巡视组"]
    assert tables(data) == [
        [
            ["序号", "单位", "姓名", "职务", "分工", "联系电话"],
            ["1", "云岭县", "周正", "县委书记", "第一责任人", "—"],
            ["2", "云岭县", "林远", "副县长", "责任领导\n分管：松河镇", "—"],
            ["3", "县委办公室", "陈明", "整改办工作人员", "联络组", "—"],
            ["4", "县纪委监委", "孙立", "监督室主任", "监督人员", "—"],
            ["5", "县农业农村局", "何青", "局长", "单位负责人", "—"],
            ["6", "松河镇", "赵启", "镇党委书记", "单位负责人", "—"],
            ["7", "松河镇", "吴敏", "干事", "联络员", "0000-1234567"],
        ]
    ]


def test_a_person_of_a_unit_finds_the_own_unit_alone(cast: Cast, round):
    rows = tables(made("directory", viewer_of(cast.head), round))[0][1:]
    assert [row[2] for row in rows] == ["赵启", "吴敏"]


def test_its_cost_does_not_grow(cast: Cast, round):
    assert cost("directory", viewer_of(cast.office), round) == 3
