"""Files, folders and standard input: what is no file says so, and nothing waits for ever."""

from __future__ import annotations

import gzip
import io
import os
from hashlib import sha256
from pathlib import Path

import pytest

from riwaya.errors import SourceError
from riwaya.model import Document, Failure
from riwaya.read import ReadOptions, documents

BODY = "أعلنت بلدية المدينة الجديدة افتتاح مكتبة عامة في حي الزيتون، وقالت إنها تضم آلاف الكتب للأطفال والكبار.\n"
GOOD = "افتتاح مكتبة عامة في حي الزيتون\n\n" + BODY


def reasons(*sources: Path | str) -> dict[str, str]:
    return {one.doc: one.reason for one in documents([str(one) for one in sources]) if isinstance(one, Failure)}


def test_a_pipe_in_a_folder_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(tmp_path) == {"pipe.txt": "not a file"}


def test_a_linked_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "a.txt").write_text(GOOD, encoding="utf-8")
    found = list(documents([str(tmp_path)]))
    assert [one.doc for one in found if isinstance(one, Document)] == ["a.txt"]
    assert reasons(tmp_path) == {"round": "a link to a folder: not followed; name it as a SOURCE"}


def test_one_file_by_two_paths_is_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "in")
    (found,) = documents(["../a.txt", str(tmp_path / "a.txt")])
    assert found.key == (tmp_path / "a.txt").as_posix()


@pytest.mark.parametrize("source", ["a" * 5000, "/" + "b/" * 4000, "a\0b", ""])
def test_a_source_that_no_file_can_be_called(source: str) -> None:
    with pytest.raises(SourceError):
        documents([source])


def test_a_folder_that_may_not_be_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stat = os.stat

    def refused(path: object, **options: bool) -> os.stat_result:  # root may search everything, so it is played
        if str(path).endswith("secret/a.txt"):
            raise PermissionError(13, "Permission denied")
        return stat(path, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(os, "stat", refused)
    with pytest.raises(SourceError, match="Permission denied"):
        documents([str(tmp_path / "secret" / "a.txt")])


@pytest.mark.parametrize("name", ["arabic-1", "hex", "idna", "x" * 500, "a\0b"])
def test_an_unknown_encoding_stops_the_run(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="no such encoding"):
        documents([str(tmp_path)], ReadOptions(encoding=name))


@pytest.mark.parametrize("charset", ["hex", "undefined", "rot13", "punycode"])
def test_a_page_that_declares_no_encoding_of_text(tmp_path: Path, charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"><title>مكتبة</title></head><body><p>{BODY}</p><p>{BODY}</p></body>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert reasons(tmp_path) == {}


def test_a_large_archive_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def tell(self) -> int:
            raise OSError(29, "Illegal seek")

    noise = b"".join(sha256(bytes([n % 256, n // 256])).digest() for n in range(9000))
    line = b'{"id": "1", "text": "' + BODY.strip().encode() + b'"}\n'
    packed = gzip.compress(line + (b" " * 999_999 + b"\n") * 68 + noise, 9)

    class Stdin:
        buffer = Pipe(packed)

    monkeypatch.setattr("sys.stdin", Stdin())
    found = list(documents(["-"]))
    assert isinstance(found[0], Document)
    assert not any(isinstance(one, Failure) and "Illegal" in one.reason for one in found)


def test_standard_input_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise IsADirectoryError(21, "Is a directory")

    class Stdin:
        buffer = io.BufferedReader(Broken())

    monkeypatch.setattr("sys.stdin", Stdin())
    assert reasons("-") == {"stdin": "not readable: Is a directory"}
    monkeypatch.setattr("sys.stdin", None)
    assert reasons("-") == {"stdin": "standard input is closed"}


@pytest.mark.parametrize("root", ["rss", "feed", "rdf:RDF"])
def test_a_feed_is_no_article(tmp_path: Path, root: str) -> None:
    feed = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by a machine --><{root} version="2.0"><item><title>{GOOD}</title><p>{BODY}</p></item></{root}>"""
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    assert reasons(tmp_path)["feed.xml"].startswith("a feed, not an article")


def test_spaces_before_a_page_cost_no_time(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<?xml ?>" + " " * 16_000 + "<p>" + BODY, encoding="utf-8")
    assert "page.html" not in reasons(tmp_path)
