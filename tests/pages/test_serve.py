"""Does the server start, answer where it says, and end as one expects?"""

import time
import urllib.request

from tests.pages.conftest import free_port, serving


def test_it_answers_at_the_address_it_prints(tmp_path):
    with serving(tmp_path / "data", port := free_port()) as server:
        status = urllib.request.urlopen(f"{server.address}/sign-in/").status

    assert server.greeting == f"正在更新数据库……\n闭环已启动：http://127.0.0.1:{port}/\n"
    assert status == 200
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_second_start_finds_everything_and_takes_less_than_five_seconds(tmp_path):
    with serving(tmp_path / "data", free_port()):
        pass
    began, port = time.monotonic(), free_port()

    with serving(tmp_path / "data", port) as server:
        took = time.monotonic() - began

    assert server.greeting == f"闭环已启动：http://127.0.0.1:{port}/\n"
    assert took < 5
