"""Is a file kept once, under its hash, readable by its owner only, and told of in the trail?"""

import hashlib
import io
import stat

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from bihuan.papers import actions
from bihuan.papers.actions import Kept, keep
from bihuan.papers.models import Paper
from bihuan.papers.queries import open_file
from bihuan.people.viewer import viewer_of
from bihuan.rules.life import Refusal
from bihuan.trail.queries import lines_of
from tests.cast import NOW

MINUTES = "松河镇党委会议纪要：研究巡视反馈问题整改。"


def letter() -> bytes:
    document = docx.Document()
    document.add_paragraph("关于整改情况的说明")
    document.add_paragraph(MINUTES)
    document.save(stream := io.BytesIO())
    return stream.getvalue()


def test_a_new_file_is_kept_with_what_could_be_read_from_it(cast, send, folder):
    data = letter()
    kept = send(cast.head, "情况说明.docx", data)

    digest = hashlib.sha256(data).hexdigest()
    assert kept.is_new
    assert (kept.paper.ref, kept.paper.name, kept.paper.size) == ("P-0001", "情况说明.docx", len(data))
    assert kept.paper.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert kept.paper.text == f"关于整改情况的说明\n{MINUTES}"
    assert (kept.paper.unit, kept.paper.sent_by, kept.paper.received_at) == (cast.town, cast.head, NOW)
    assert (folder / "yunling" / digest[:2] / digest).read_bytes() == data


def test_the_file_is_readable_by_its_owner_only_and_nothing_else_is_left(cast, send, folder):
    send(cast.head, "纪要.txt", MINUTES)

    files = [path for path in folder.rglob("*") if path.is_file()]
    folders = [path for path in folder.rglob("*") if path.is_dir()]
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600]
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folders)} == {0o700}


def test_the_same_content_is_kept_once_whatever_its_name_and_sender(cast, send, folder):
    first = send(cast.head, "纪要.txt", MINUTES)
    second = send(cast.office, "纪要（终稿）.txt", MINUTES, unit=None)

    assert second == Kept(first.paper, is_new=False)
    assert Paper.objects.count() == 1
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1
    assert lines_of("yunling", "P-0001").count() == 1


def test_a_content_that_somebody_sends_while_it_is_being_read_is_still_kept_once(cast, send, monkeypatch):
    read = actions.read_blocks

    def meanwhile(content, name, **how):
        monkeypatch.setattr(actions, "read_blocks", read)
        send(cast.stranger, "抢先.txt", content, unit=cast.farming)
        return read(content, name)

    monkeypatch.setattr(actions, "read_blocks", meanwhile)
    kept = send(cast.head, "纪要.txt", MINUTES)

    assert (kept.is_new, kept.paper.name, Paper.objects.count()) == (False, "抢先.txt", 1)


def test_another_organisation_keeps_its_own_copy(cast, send):
    send(cast.head, "纪要.txt", MINUTES)
    theirs = send(cast.outsider, "纪要.txt", MINUTES, unit=cast.elsewhere_top)

    assert (theirs.is_new, theirs.paper.ref, theirs.paper.organisation) == (True, "P-0001", cast.elsewhere)


def test_an_upload_is_read_as_bytes_are(cast):
    upload = SimpleUploadedFile("纪要.txt", MINUTES.encode())
    kept = keep(cast.county, name=upload.name, data=upload, unit=cast.town, by=viewer_of(cast.head), at=NOW)

    assert open_file(kept.paper).read().decode() == MINUTES


def test_a_picture_is_kept_without_text(cast, send):
    kept = send(cast.head, "现场照片.jpg", b"\xff\xd8\xff\xe0" + bytes(200))

    assert (kept.paper.media_type, kept.paper.text) == ("image/jpeg", "")


def test_the_trail_tells_what_was_kept_by_whom(cast, send):
    kept = send(cast.head, "纪要.txt", MINUTES)

    line = lines_of("yunling", "P-0001").get()
    assert (line.event, line.actor, line.unit_path) == ("paper.kept", "head", cast.town.path)
    assert line.after == {"name": "纪要.txt", "hash": kept.paper.hash, "size": len(MINUTES.encode())}


def test_bytes_whose_transaction_was_undone_are_found_again_by_the_next_sender(cast, send, folder):
    with transaction.atomic():
        send(cast.head, "纪要.txt", MINUTES)
        transaction.set_rollback(True)
    orphans = [path for path in folder.rglob("*") if path.is_file()]

    kept = send(cast.head, "纪要.txt", MINUTES)
    assert (len(orphans), kept.is_new, kept.paper.ref) == (1, True, "P-0001")
    assert open_file(kept.paper).read().decode() == MINUTES


def test_nobody_keeps_a_file_for_another_organisation(cast):
    refusal = keep(cast.county, name="a.txt", data=b"a", unit=cast.town, by=viewer_of(cast.outsider), at=NOW)

    assert isinstance(refusal, Refusal)
    assert refusal.kind == "who"


def test_what_was_read_already_is_not_read_again(cast):
    office = viewer_of(cast.office)
    sent = {"name": "扫描件.pdf", "data": b"%PDF-1.7 pictures", "unit": None, "by": office, "at": NOW}

    kept = keep(cast.office.organisation, **sent, text="松河镇\x00整改报告")
    secret = keep(cast.office.organisation, **(sent | {"data": b"%PDF-1.7 other"}), text="机密★五年")

    assert kept.paper.text == "松河镇整改报告"
    assert isinstance(secret, Refusal)


def test_an_old_word_file_is_kept_as_it_came_with_what_libreoffice_reads_in_it(cast, send, tmp_path, monkeypatch):
    (tmp_path / "letter.docx").write_bytes(letter())
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n/bin/cp {tmp_path}/letter.docx document.docx\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    kept = send(cast.head, "情况说明.rtf", b"{\\rtf1 x}")

    assert (kept.paper.name, kept.paper.text) == ("情况说明.rtf", f"关于整改情况的说明\n{MINUTES}")
    with open_file(kept.paper) as file:
        assert file.read() == b"{\\rtf1 x}"
