"""A file is what its name says; a long name keeps its ending."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.core.web.file_types import EXTENSIONS
from marketplace.core.web.files import LONGEST_NAME, check_upload, kept_name


def zipped(first: str = "a.txt") -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(first, "words")
    return kept.getvalue()


def tarred() -> bytes:
    kept = io.BytesIO()
    with tarfile.open(fileobj=kept, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return kept.getvalue()


TEXT = [
    b"id,value\n1,2\n",
    b"MZ,intensity\n100.1,5\n",
    b"MZambique;Maputo\n",
    "Ort;Müller\n".encode("cp1252"),
    "Ort;Müller\n".encode(),
    "Ort;Müller\n".encode("utf-8-sig"),
    "Ort;Müller\n".encode("utf-16"),
    "名前,値\n".encode("shift_jis"),
    b"\x1b[31mred\x1b[0m in a log\n",
    b"# not a script\n",
    b"N\x08NA\x08AM\x08ME\x08E of a manual page\n",
    b"id,value\r\n1,2\r\n\x1a",
]
REAL = {
    "zip": zipped(),
    "xlsx": zipped("[Content_Types].xml"),
    "docx": zipped("_rels/.rels"),
    "odt": zipped("mimetype"),
    "npz": zipped(),
    "tar": tarred(),
    "gz": gzip.compress(b"words"),
    "pdf": b"%PDF-1.7\n",
    "png": b"\x89PNG\r\n\x1a\n" + b"\0" * 20,
    "jpg": b"\xff\xd8\xff\xe0" + b"\0" * 20,
    "gif": b"GIF89a" + b"\0" * 20,
    "webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "parquet": b"PAR1" + b"\0" * 20,
    "npy": b"\x93NUMPY\x01\0v\0{",
    "onnx": b"\x08\x08\x12\x07pytorch",
}
PROGRAMS = {
    "a program of this machine": Path("/bin/true").read_bytes(),
    "Windows": b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0",
    "macOS": b"\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0",
    "macOS, universal": b"\xca\xfe\xba\xbe\0\0\0\x02",
    "an installer": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20,
    "WebAssembly": b"\0asm\x01\0\0\0",
    "a shortcut": b"L\0\0\0\x01\x14\x02\0",
}


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("content", TEXT)
def test_text_is_text_whatever_it_begins_with(content):
    for extension in ("csv", "txt", "py", "log", "json"):
        check_upload(upload(f"data.{extension}", content))


@pytest.mark.parametrize("extension", REAL)
def test_files_that_are_what_they_say_are_accepted(extension):
    check_upload(upload(f"data.{extension.upper()}", REAL[extension]))


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=list(PROGRAMS))
def test_a_program_is_refused_under_every_name(program):
    for extension in sorted(EXTENSIONS):
        with pytest.raises(ValidationError, match="does not look like"):
            check_upload(upload(f"data.{extension}", program))


DISGUISED = {
    "a program behind much text.csv": b"a,b\n" * 3_000 + PROGRAMS["a program of this machine"],
    "a script.csv": b"#!/bin/sh\nrm -rf /\n",
    "a script with a mark.json": b"#!/usr/bin/env python3\n",
    "a script with a preface.pdf": b"#!/bin/sh\nexit\n%PDF-1.7\n",
    "a page.pdf": b"<html><script>1</script>%PDF-1.7",
    "a page.svg": b"<html><body><svg/></body></html>",
    "an archive of Java.xlsx": zipped("META-INF/MANIFEST.MF"),
}


@pytest.mark.parametrize("name", DISGUISED)
def test_one_thing_that_looks_like_another_is_refused(name):
    with pytest.raises(ValidationError, match="does not look like"):
        check_upload(upload(name, DISGUISED[name]))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("run.py", b"#!/usr/bin/env python3\nprint(1)\n"),
        ("long.svg", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- " + b"x" * 9_000 + b" -->\n<svg/>"),
        ("old.svg", b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'>\n<svg/>"),
        ("marked.pdf", b"\xef\xbb\xbf\n%PDF-1.4\n"),
        ("long.csv", b"a,b\n" * 30_000 + "é\n".encode()),
    ],
)
def test_what_is_unusual_and_right_is_accepted(name, content):
    check_upload(upload(name, content))


def test_one_type_under_the_name_of_another_is_refused():
    with pytest.raises(ValidationError, match=r"does not look like a \.pdf file inside"):
        check_upload(upload("report.pdf", zipped()))


def test_a_cut_letter_at_the_end_of_what_is_read_does_no_harm():
    check_upload(upload("data.csv", b"a" * 8191 + "é".encode() + b"a" * 9000))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\data.csv", "data.csv"),
        ("in\u202efdp.exe.txt", "infdp.exe.txt"),
        ("line\nbreak\0.csv", "linebreak.csv"),
        ("\u200b", "file"),
        ("結果" * 10 + ".csv", "結果" * 10 + ".csv"),
        ("a" * 300 + ".parquet", "a" * 191 + "….parquet"),
        ("a" * 300 + ".tar.gz", "a" * 192 + "….tar.gz"),
        ("a" * 300 + ".TAR.GZ", "a" * 192 + "….TAR.GZ"),
        ("a" * 300 + ".csv.gz", "a" * 192 + "….csv.gz"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_a_name_keeps_what_tells_what_it_is(given, kept):
    assert kept_name(given) == kept
    assert len(kept_name(given)) <= LONGEST_NAME
