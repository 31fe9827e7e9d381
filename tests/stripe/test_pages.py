import re

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import new_account, new_link, onboarded_account, open_session, pay_intent


@pytest.fixture
def pages(client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser) -> list[str]:
    bank = visitor.pay(open_session(client).url, "4000002500003155").location
    return [
        f"{sandbox.url}/",
        open_session(client, payment_intent_data={"setup_future_usage": "off_session"}).url,
        str(bank),
        new_link(client, new_account(client).id).url,
        client.v1.accounts.login_links.create(onboarded_account(client, visitor)).url,
        pay_intent(client).latest_charge.receipt_url,
    ]


def test_pages_load_nothing_but_their_style(pages: list[str], visitor: Browser) -> None:
    for address in pages:
        page = visitor.get(address)
        assert (page.status, "<script" in page.text, " style=" in page.text) == (200, False, False)
        assert re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', page.text) == ["/sandbox.css"]


def test_every_template_was_filled(pages: list[str], visitor: Browser) -> None:
    for address in pages:
        assert re.findall(r"\$[a-z_]+", visitor.get(address).text) == []


def test_what_people_write_is_escaped(client: stripe.StripeClient, visitor: Browser) -> None:
    session = open_session(client)
    text = visitor.pay(session.url, name='"><img src=x>', card_cvc="1").text
    assert "&quot;&gt;&lt;img src=x&gt;" in text
    assert "<img" not in text


def test_a_test_card_can_be_filled_in_by_a_link(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    session = open_session(client)
    assert 'value="4242424242424242"' in visitor.get(f"{session.url}?card=4242424242424242").text
    assert (
        'value="4111111111111111"' not in visitor.get(f"{session.url}?card=4111111111111111").text
    )


@pytest.mark.parametrize("path", ["/c/pay/cs_test_none", "/onboarding/none", "/receipts/ch_none"])
def test_unknown_pages_say_so(sandbox: SandboxProcess, visitor: Browser, path: str) -> None:
    page = visitor.get(sandbox.url + path)
    assert (page.status, "<h1>There is no such" in page.text) == (404, True)


def test_people_move_time_on_the_control_page(sandbox: SandboxProcess, visitor: Browser) -> None:
    assert visitor.post(f"{sandbox.url}/time", days="7").location == "/"
    assert sandbox.read("clock")["ahead_by"] == 7 * 86_400
