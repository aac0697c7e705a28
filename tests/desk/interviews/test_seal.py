"""What is sealed opens with its key alone, and a seal tells nothing: not a length, not that two are alike."""

import stat

from bihuan.desk.seal import likeness, seal, unseal
from tests.desk.interviews.conftest import BAI, HAN


def test_the_key_is_made_once_for_its_owner_alone(key):
    sealed = seal(HAN.values)

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(bytes.fromhex(key.read_text())) == 32
    assert [path.name for path in key.parent.iterdir() if path.name.startswith("interviews")] == ["interviews.key"]
    assert unseal(sealed) == HAN.values


def test_another_key_a_changed_seal_and_no_seal_open_nothing(key):
    sealed = seal(HAN.values)
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])

    assert [unseal(each) for each in (changed, sealed[:20], b"", None)] == [None] * 4
    key.unlink()
    assert unseal(sealed) is None


def test_a_key_file_that_cannot_be_used_seals_nothing_and_raises_nothing(key, settings, tmp_path):
    key.write_text("no key")
    assert (seal(HAN.values), unseal(b"x" * 40), likeness("韩立秋", "松河镇")) == (None, None, "")

    settings.INTERVIEW_KEY = tmp_path / "nowhere" / "interviews.key"
    assert seal(HAN.values) is None


def test_a_seal_tells_neither_a_length_nor_that_two_are_alike():
    one, again, other = seal(HAN.values), seal(HAN.values), seal({"name": "甲"})

    assert one != again
    assert len(one) == len(again) == len(other)


def test_the_same_person_is_told_by_a_digest_under_the_key(key):
    one = likeness("韩立秋", "松河镇")

    assert one == likeness("韩 立秋", "松河镇　")
    assert one != likeness("韩立秋", "青石村")
    assert one != likeness(BAI.name, BAI.unit)
    key.unlink()
    assert likeness("韩立秋", "松河镇") != one
