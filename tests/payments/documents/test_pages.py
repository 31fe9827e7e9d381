import pytest

from accounts.people.places import countries
from accounts.profiles.models.profiles import FreelancerProfile
from payments.charges.models import Charge
from payments.documents.models.billing_details import BillingDetails
from payments.documents.models.documents import Document
from payments.documents.services.documents import issue_fee_invoice, issue_receipt
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
    stated = {**DETAILS, "tax_number": "de 136 695 976"}
    answer = browser_of(freelancer_person).post("/money/billing-details/", stated)
    assert answer.status_code == 302
    assert issue_fee_invoice(payout=payout).facts["buyer"] == {
        "name": "Acme GmbH", "address": "Ring 1\nBerlin\nGermany",
        "tax_label": "USt-IdNr.", "tax_number": "DE136695976",
    }  # fmt: skip


def test_a_wrong_tax_number_is_refused_with_what_the_country_writes(browser_of, freelancer_person):
    browser = browser_of(freelancer_person)
    for wrong, country in (("DE136695977", "DE"), ("12", "DE"), ("12-345", "US"), ("none", "NG")):
        stated = {**DETAILS, "country": country, "tax_number": wrong}
        assert browser.post("/money/billing-details/", stated).status_code == 422
    page = browser.post("/money/billing-details/", {**DETAILS, "tax_number": "12"})
    said = page.context["form"].errors["tax_number"][0]
    assert "USt-IdNr. (DE136695976), Steuernummer (181/815/08155) or W-IdNr." in said
    assert BillingDetails.objects.count() == 0


def test_any_country_may_be_stated_and_ones_own_stands_there(browser_of, freelancer_person):
    FreelancerProfile.objects.filter(user=freelancer_person).update(country="IN")
    browser = browser_of(freelancer_person)
    form = browser.get("/money/billing-details/").context["form"]
    assert [code for code, _ in form.fields["country"].choices] == ["", *dict(countries())]
    assert form["country"].value() == "IN"
    stated = {**DETAILS, "country": "IN", "tax_number": "27aapfu0939f1zv"}
    assert browser.post("/money/billing-details/", stated).status_code == 302
    kept = BillingDetails.objects.get()
    assert kept.stated_tax_number == ("GSTIN", "27AAPFU0939F1ZV")
    page = browser.get("/money/billing-details/").content.decode()
    assert "On papers it reads GSTIN 27AAPFU0939F1ZV." in page


def test_only_payers_state_the_details_of_an_organisation(
    browser_of, client_person, stranger, organisation
):
    path = f"/money/billing-details/{organisation.public_id}/"
    assert browser_of(stranger).post(path, DETAILS).status_code == 404
    assert BillingDetails.objects.count() == 0
    browser_of(client_person).post(path, DETAILS)
    assert BillingDetails.objects.get().organisation == organisation
    assert Document.objects.count() == 0
