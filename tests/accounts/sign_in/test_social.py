from django.conf import settings


def test_without_keys_no_other_way_to_sign_in_is_offered(client, db):
    assert settings.SOCIALACCOUNT_PROVIDERS == {}
    assert "Continue with" not in client.get("/account/login/").content.decode()


def test_with_keys_the_provider_is_offered_and_reached(client, db, settings):
    app = {"client_id": "id", "secret": "secret"}
    settings.SOCIALACCOUNT_PROVIDERS = {"github": {"APPS": [app]}}
    assert "Continue with GitHub" in client.get("/account/login/").content.decode()
    answer = client.post("/account/github/login/")
    assert answer["Location"].startswith("https://github.com/login/oauth/authorize?client_id=id")
