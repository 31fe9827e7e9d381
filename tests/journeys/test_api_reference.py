"""The API's reference, as a person reads it."""

from django.urls import reverse


def test_it_is_read_without_breaking_the_policy(page, live_server):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(live_server.url + reverse("api:docs"))
    page.get_by_text("Publish a draft").click()
    page.get_by_text("Idempotency-Key").first.wait_for()
    assert said == []
