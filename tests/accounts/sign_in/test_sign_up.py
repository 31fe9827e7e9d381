"""The way in: the same answer for known and unknown addresses, a code before anything else."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.people.models import User
from tests.factories.accounts import PASSWORD, make_user

SIGN_UP = {"name": "Nora New", "email": "nora@example.com", "password1": PASSWORD}


@pytest.fixture(autouse=True)
def _no_earlier_attempts():
    cache.clear()


def code_in(letter) -> str:
    html = letter.alternatives[0][0]
    return re.search(r'class="code">([^<]+)<', html).group(1)


def sign_up(browser: Client, **facts):
    return browser.post("/account/signup/", SIGN_UP | facts)


def test_a_new_person_verifies_the_address_and_lands_on_welcome(db, client, mailoutbox):
    answer = sign_up(client, time_zone="Europe/Berlin")
    assert (answer.status_code, answer["Location"]) == (302, "/account/confirm-email/")
    answer = client.post(answer["Location"], {"code": code_in(mailoutbox[0])}, follow=True)
    assert answer.redirect_chain[-1][0] == "/welcome/"
    user = User.objects.get(email="nora@example.com")
    assert (user.name, user.time_zone) == ("Nora New", "Europe/Berlin")


def test_before_the_code_nobody_is_signed_in(db, client, mailoutbox):
    sign_up(client)
    assert client.get("/desk/").status_code == 302
    client.post("/account/confirm-email/", {"code": "WRONG-1"})
    assert client.get("/desk/").status_code == 302


def test_an_unknown_time_zone_is_left_out(db, client, mailoutbox):
    sign_up(client, time_zone="Mars/Olympus")
    assert User.objects.get().time_zone == "UTC"


def test_a_known_address_gets_the_same_answer(db, client, mailoutbox):
    make_user(email="nora@example.com")
    fresh, known = sign_up(client, email="other@example.com"), sign_up(Client())
    assert (known.status_code, known["Location"]) == (fresh.status_code, fresh["Location"])
    assert User.objects.count() == 2
    assert [letter.subject for letter in mailoutbox] == [
        "Your code for Holdout",
        "You already have an account",
    ]


def test_resetting_the_password_answers_alike(db, client, mailoutbox):
    make_user(email="nora@example.com")
    known = client.post("/account/password/reset/", {"email": "nora@example.com"})
    unknown = Client().post("/account/password/reset/", {"email": "nobody@example.com"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [letter.subject for letter in mailoutbox] == [
        "Your code to reset the password",
        "No account with this address",
    ]


def test_signing_in_answers_alike(db, client):
    make_user(email="nora@example.com")
    known = client.post("/account/login/", {"login": "nora@example.com", "password": "wrong"})
    unknown = Client().post("/account/login/", {"login": "no@example.com", "password": "wrong"})
    errors = [answer.context["form"].errors for answer in (known, unknown)]
    assert errors[0] == errors[1]


def test_the_password_is_reset_by_code(db, client, mailoutbox):
    user = make_user(email="nora@example.com")
    client.post("/account/password/reset/", {"email": "nora@example.com"})
    code, new = code_in(mailoutbox[0]), "a brand new sentence"
    answer = client.post("/account/password/reset/confirm/", {"code": code})
    client.post(answer["Location"], {"password1": new, "password2": new})
    user.refresh_from_db()
    assert user.check_password(new) is True


def test_too_many_wrong_passwords_are_stopped(db, client):
    make_user(email="nora@example.com")
    wrong = {"login": "nora@example.com", "password": "wrong"}
    for _ in range(5):
        client.post("/account/login/", wrong)
    answer = client.post("/account/login/", wrong | {"password": PASSWORD})
    assert "Too many wrong passwords" in str(answer.context["form"].errors)
    assert client.get("/desk/").status_code == 302


def test_a_sign_in_is_fresh_proof_for_the_next_act(db, client):
    make_user(email="nora@example.com")
    client.post("/account/login/", {"login": "nora@example.com", "password": PASSWORD})
    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_a_mail_server_that_is_down_is_no_error_page(db, client, settings):
    settings.EMAIL_BACKEND = "tests.accounts.broken_mail.Backend"
    answer = client.post("/account/signup/", SIGN_UP, follow=True)
    assert answer.status_code == 200
    assert "could not send the email" in answer.content.decode()


def test_a_flood_from_one_address_gets_our_page(db, client):
    for _ in range(30):
        client.post("/account/login/", {})
    answer = client.post("/account/login/", {})
    assert (answer.status_code, "Too many tries" in answer.content.decode()) == (429, True)


def test_the_address_is_changed_once_its_code_is_entered(browser_of, client_person, mailoutbox):
    clara = browser_of(client_person)
    data = {"email": "clara@new.example", "action_add": "1"}
    answer = clara.post("/account/email/", data)
    client_person.refresh_from_db()
    assert client_person.email != "clara@new.example"
    clara.post(answer["Location"], {"code": code_in(mailoutbox[0])})
    client_person.refresh_from_db()
    assert client_person.email == "clara@new.example"
    assert "Your email address has changed" in [letter.subject for letter in mailoutbox]


def test_a_new_code_is_sent_and_replaces_the_one_before(db, client, mailoutbox):
    sign_up(client)
    assert "Send a new code" in client.get("/account/confirm-email/").content.decode()
    client.post("/account/confirm-email/", {"action": "resend"})
    old, new = (code_in(letter) for letter in mailoutbox)
    client.post("/account/confirm-email/", {"code": old})
    assert client.get("/desk/").status_code == 302
    answer = client.post("/account/confirm-email/", {"code": new}, follow=True)
    assert answer.redirect_chain[-1][0] == "/welcome/"


def test_a_new_code_for_a_password_reset_is_one_press_away(db, client, mailoutbox):
    make_user(email="nora@example.com")
    asked = client.post("/account/password/reset/", {"email": "nora@example.com"}, follow=True)
    page = asked.content.decode()
    form = re.search(r'<form id="resend" method="post" action="([^"]+)">(.*?)</form>', page, re.S)
    email = re.search(r'name="email" value="([^"]+)"', form.group(2)).group(1)
    client.post(form.group(1), {"email": email})
    assert [letter.to for letter in mailoutbox] == [["nora@example.com"]] * 2


def test_the_header_offers_to_sign_up(db, client):
    assert client.get("/").content.decode().count('href="/account/signup/"') == 2


def test_signing_up_is_fresh_proof_for_the_next_act(db, client, mailoutbox):
    answer = sign_up(client)
    client.post(answer["Location"], {"code": code_in(mailoutbox[0])})
    methods = [record["method"] for record in client.session["account_authentication_methods"]]
    assert methods == ["password"]
    assert client.get("/account/2fa/totp/activate/").status_code == 200
