"""How do the tests type a command? `run("read", "letter.txt")` → exit code and what was written where."""

from dataclasses import dataclass

import pytest

from bihuan.site import cli, start, terminal


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys):
    """Types a command in a Chinese shell, in this process, where Django is loaded already."""
    monkeypatch.setattr(terminal, "speak", lambda: None)
    for name in ("LC_ALL", "LC_MESSAGES", "BIHUAN_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setattr(start, "load", lambda: None)

    def typed(*words: str) -> Answer:
        monkeypatch.setattr("sys.argv", ["bihuan", *words])
        with pytest.raises(SystemExit) as end:
            cli.main()
        return Answer(end.value.code, *capsys.readouterr())

    return typed
