import pytest
from stdnum import get_cc_module

from payments.countries import PAYOUT_COUNTRIES
from payments.forms import TAX_NUMBERS
from payments.models import BillingDetails, Charge, Document
from payments.services.documents import issue_fee_invoice, issue_receipt
from tests.factories.payments import make_payout

pytestmark = [pytest.mark.django_db]
DETAILS = {"legal_name": "Acme GmbH", "address": "Ring 1\nBerlin", "country": "DE"}


@pytest.fixture
def payout(organisation, freelancer_person):
    return make_payout(organisation, freelancer_person, title="=HYPERLINK(1)")


@pytest.fixture
def receipt(payout):
    return issue_receipt(charge=Charge.objects.get(escrow=payout.escrow))


@pytest.fixture
def invoice(payout):
    return issue_fee_invoice(payout=payout)


def status(browser, document):
    return browser.get(f"/money/documents/{document.public_id}/").status_code


def test_each_paper_is_for_the_one_it_is_made_out_to(
    browser_of, client_person, freelancer_person, stranger, receipt, invoice
):
    people = [browser_of(person) for person in (client_person, freelancer_person, stranger)]
    assert [status(browser, receipt) for browser in people] == [200, 404, 404]
    assert [status(browser, invoice) for browser in people] == [404, 200, 404]


def test_a_paper_is_a_download(browser_of, client_person, receipt):
    answer = browser_of(client_person).get(f"/money/documents/{receipt.public_id}/")
    assert answer["Content-Disposition"] == 'attachment; filename="R-000001.pdf"'
    assert answer.content[:5] == b"%PDF-"


def test_the_papers_are_on_the_page_of_the_money(
    browser_of, client_person, freelancer_person, payout, receipt, invoice
):
    path = f"/money/escrows/{payout.escrow.public_id}/"
    page = browser_of(client_person).get(path)
    assert list(page.context["documents"]) == [receipt]
    page = browser_of(freelancer_person).get(path)
    assert list(page.context["documents"]) == [invoice]
    page = browser_of(freelancer_person).get(f"/money/payouts/{payout.public_id}/")
    assert list(page.context["documents"]) == [invoice]


def test_papers_name_whom_they_were_told(browser_of, freelancer_person, payout):
    stated = {**DETAILS, "tax_number": "DE 136 695 976"}
    answer = browser_of(freelancer_person).post("/money/billing-details/", stated)
    assert answer.status_code == 302
    assert issue_fee_invoice(payout=payout).facts["buyer"] == {
        "name": "Acme GmbH", "address": "Ring 1\nBerlin\nDE", "tax_number": "DE136695976",
    }  # fmt: skip


def test_a_wrong_vat_number_is_refused(browser_of, freelancer_person):
    for wrong in ("DE136695977", "FR136695976", "12"):
        stated = {**DETAILS, "tax_number": wrong}
        answer = browser_of(freelancer_person).post("/money/billing-details/", stated)
        assert answer.status_code == 422
    assert BillingDetails.objects.count() == 0


def test_an_american_tax_number_is_checked_too(browser_of, freelancer_person):
    american = {**DETAILS, "country": "US"}
    for number, status_code in (("12-345", 422), ("91-1144442", 302)):
        stated = {**american, "tax_number": number}
        answer = browser_of(freelancer_person).post("/money/billing-details/", stated)
        assert answer.status_code == status_code


@pytest.mark.parametrize("country", [code for code, _ in PAYOUT_COUNTRIES])
def test_the_numbers_of_every_country_on_offer_can_be_checked(country):
    name = TAX_NUMBERS.get(country, "vat")
    assert get_cc_module(country.lower(), name) is not None


def test_only_payers_state_the_details_of_an_organisation(
    browser_of, client_person, stranger, organisation
):
    path = f"/money/billing-details/{organisation.public_id}/"
    assert browser_of(stranger).post(path, DETAILS).status_code == 404
    assert BillingDetails.objects.count() == 0
    browser_of(client_person).post(path, DETAILS)
    assert BillingDetails.objects.get().organisation == organisation
    assert Document.objects.count() == 0
