import pytest
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.filebased import EmailBackend
from django.test import Client

from local.mail import find_mail, mails


@pytest.fixture
def folder(tmp_path, settings):
    settings.MAIL_FOLDER = tmp_path
    return tmp_path


def send(folder, *, subject="Your code", to="ada@example.com", attachments=()):
    message = EmailMultiAlternatives(subject, "It is 123456.", "holdout@example.com", [to])
    message.attach_alternative("<p style='color: teal'>It is 123456.</p>", "text/html")
    for attachment in attachments:
        message.attach(*attachment)
    message.connection = EmailBackend(file_path=str(folder))
    message.send()


def test_mails_are_listed_newest_first(folder):
    send(folder, subject="First")
    send(folder, subject="Second")
    assert [mail.subject for mail in mails(folder)] == ["Second", "First"]


def test_mails_are_found_by_their_recipient(folder):
    send(folder, to="ada@example.com")
    send(folder, to="bob@example.com")
    assert [mail.recipients for mail in mails(folder, to="bob@example.com")] == [
        ["bob@example.com"]
    ]


def test_a_mail_has_its_text_its_html_and_its_attachments(folder):
    send(folder, attachments=[("terms.txt", b"Terms", "text/plain")])
    (mail,) = mails(folder)
    assert mail.text.strip() == "It is 123456."
    assert mail.html.strip() == "<p style='color: teal'>It is 123456.</p>"
    assert [(part.name, part.content) for part in mail.attachments] == [("terms.txt", b"Terms")]


def test_a_name_that_leaves_the_folder_finds_nothing(folder):
    outside = folder.parent / "outside.log"
    outside.write_text("Subject: Secret\n\nbody\n")
    assert find_mail(folder, file="../outside", number=0) is None


@pytest.fixture
def visitor(folder, db):
    send(folder, attachments=[("terms.txt", b"Terms", "text/plain")])
    return Client()


def address_of(folder):
    (mail,) = mails(folder)
    return f"/dev/mail/{mail.file}/{mail.number}/"


def test_the_page_shows_the_mails(visitor):
    page = visitor.get("/dev/mail/")
    assert page.status_code == 200
    assert [mail.subject for mail in page.context["mails"]] == ["Your code"]


def test_the_page_shows_the_mails_of_one_recipient(visitor, folder):
    send(folder, to="bob@example.com")
    page = visitor.get("/dev/mail/", {"to": "bob@example.com"})
    assert [mail.recipients for mail in page.context["mails"]] == [["bob@example.com"]]
    assert page.context["recipients"] == ["ada@example.com", "bob@example.com"]


def test_one_mail_is_framed_by_its_own_page_only(visitor, folder):
    page = visitor.get(address_of(folder))
    html = visitor.get(f"{address_of(folder)}html/")
    assert page.status_code == html.status_code == 200
    assert "frame-src 'self'" in page["Content-Security-Policy"].split("; ")
    assert "unsafe" not in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert sorted(html["Content-Security-Policy"].split("; ")) == [
        "base-uri 'none'",
        "default-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "img-src 'self' data:",
        "style-src 'unsafe-inline'",
    ]
    assert html["X-Frame-Options"] == "SAMEORIGIN"


def test_an_attachment_is_never_shown_in_the_page(visitor, folder):
    file = visitor.get(f"{address_of(folder)}attachments/0/")
    assert file.content == b"Terms"
    assert file["Content-Disposition"] == 'attachment; filename="terms.txt"'


@pytest.mark.parametrize("rest", ["nothing/0/", "nothing/0/html/", "nothing/0/attachments/0/"])
def test_a_mail_that_is_not_there_is_not_found(visitor, rest):
    assert visitor.get(f"/dev/mail/{rest}").status_code == 404
