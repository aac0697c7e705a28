"""What waits goes outside once; what fails is tried again later, then given up; every sending is kept."""

from datetime import datetime, timedelta
from email import message_from_bytes, policy
from itertools import pairwise

import pytest
from django.utils import timezone

from bihuan.desk.models import Request
from bihuan.watch.actions import delivery
from bihuan.watch.actions.delivery import Delivered, deliver_all
from bihuan.watch.models import Hook, MailAddress, Message, Notice
from tests.desk.clock import Clock, a_clock  # noqa: F401
from tests.ledger.conftest import Walk
from tests.watch.conftest import Sweeping, moment
from tests.watch.servers import closed_port, mailing, receiving

DAY = "2026-06-25 09:00"
"""On this day the handler alone hears of one finding."""


@pytest.fixture
def box(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "bihuan@yunling.example"
    with mailing() as box:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        yield box


@pytest.fixture
def told(due, walk: Walk, sweeping: Sweeping, clock: Clock) -> Notice:
    """The handler wants mail, and has been told."""
    MailAddress.objects.create(account=walk.cast.handler, address="wumin@yunling.example")
    sweeping(DAY)
    clock.at = moment(DAY)
    return Notice.objects.get()


def row() -> Message:
    return Message.objects.get()


def test_mail_says_where_to_look_and_not_what(told, box, settings):
    settings.PUBLIC_ADDRESS = "https://bihuan.example"
    sent = deliver_all()
    mail = message_from_bytes(box.got[0], policy=policy.default)

    assert sent == Delivered(1, 0, 0)
    assert (mail["to"], mail["from"], mail["subject"]) == (
        "wumin@yunling.example",
        "bihuan@yunling.example",
        "闭环提醒",
    )
    assert mail.get_content().split() == [
        "您今天有",
        "1",
        "项提醒，请登录闭环查看。",
        "https://bihuan.example/reminders/",
    ]
    assert (row().status, row().tries, row().sent_at) == ("sent", 1, moment(DAY))


def test_what_was_sent_is_not_sent_again(told, box):
    deliver_all()

    assert (deliver_all(), len(box.got)) == (Delivered(0, 0, 0), 1)


def test_a_server_that_hangs_is_left_and_tried_again_later(told, box, settings, clock: Clock):
    box.hangs, settings.EMAIL_TIMEOUT = True, 0.2
    first, at_once = deliver_all(), deliver_all()
    box.hangs = False
    clock.later(minutes=1)

    assert (first, at_once, deliver_all()) == (Delivered(0, 1, 0), Delivered(0, 0, 0), Delivered(1, 0, 0))
    assert (row().tries, row().fault) == (2, None)


def test_after_six_tries_it_is_given_up_with_the_reason(told, settings, clock: Clock):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed_port()
    tried: list[datetime] = []
    while row().status == "waiting":
        clock.at = max(clock.at, row().next_at)
        tried.append(clock.at)
        deliver_all()
    waits = [later - earlier for earlier, later in pairwise(tried)]

    assert tuple(waits) == delivery.WAITS
    assert (row().status, row().fault["text"]) == ("failed", "邮件服务器没有应答，稍后再试。")


def test_an_address_that_the_server_refuses_for_good_is_not_tried_again(told, box):
    box.refuses = b"550 no such user"

    assert (deliver_all(), row().status) == (Delivered(0, 0, 1), "failed")


def test_a_reminder_that_was_read_meanwhile_is_not_mailed(told, box):
    Notice.objects.update(read_at=timezone.now())

    assert (deliver_all(), row().status, box.got) == (Delivered(0, 0, 0), "dropped", [])


def test_two_senders_do_not_send_the_same(told, clock: Clock):
    first, second = delivery.claim(at=clock.at), delivery.claim(at=clock.at)

    assert (first, second) == (row(), None)


def test_what_a_sender_left_when_it_died_is_sent_after_a_while(told, box, clock: Clock):
    delivery.claim(at=clock.at)
    at_once = deliver_all()
    clock.later(minutes=6)

    assert (at_once, deliver_all()) == (Delivered(0, 0, 0), Delivered(1, 0, 0))


def test_a_robot_is_told_numbers_once_a_day(due, walk: Walk, sweeping: Sweeping, settings, clock: Clock):
    settings.HOOK_HOSTS = ["127.0.0.1"]
    with receiving() as receiver:
        Hook.objects.create(organisation=walk.cast.county, number=1, name="群", url=receiver.url, format="wecom")
        sweeping(DAY)
        sweeping(DAY)
        clock.at = moment(DAY) + timedelta(minutes=1)
        deliver_all()

    assert [body.decode() for _path, _headers, body in receiver.got] == [
        '{"msgtype":"text","text":{"content":"云岭县：今天提醒 1 人、1 项，请登录闭环查看。"}}'
    ]


def test_nothing_waits_outside_for_somebody_without_an_address(due, sweeping: Sweeping):
    sweeping(DAY)

    assert (Message.objects.count(), Request.objects.count()) == (0, 0)
