import pytest

from tests.factories.accounts import make_user


@pytest.fixture
def demo_person(db):
    return make_user("Dora Demo", is_demo=True, is_moderator=True)


def address(user):
    return f"/demo-sign-in/{user.public_id}/"


def test_one_click_signs_in_as_a_demo_person(client, settings, demo_person):
    settings.DEMO = True
    assert "Dora Demo" in client.get("/account/login/").content.decode()
    assert client.post(address(demo_person))["Location"] == "/desk/"
    assert client.get("/desk/").wsgi_request.user == demo_person
    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_without_the_demo_it_is_invisible_and_refused(client, settings, demo_person):
    settings.DEMO = False
    assert "Dora Demo" not in client.get("/account/login/").content.decode()
    assert client.post(address(demo_person)).status_code == 404
    assert "_auth_user_id" not in client.session


def test_nobody_signs_in_as_a_real_person(client, settings, stranger):
    settings.DEMO = True
    assert client.post(address(stranger)).status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_link_cannot_sign_in(client, settings, demo_person):
    settings.DEMO = True
    assert client.get(address(demo_person)).status_code == 405


def test_one_is_sent_on_only_within_the_site(client, settings, demo_person):
    settings.DEMO = True
    answer = client.post(address(demo_person), {"next": "https://evil.example/"})
    assert answer["Location"] == "/desk/"
