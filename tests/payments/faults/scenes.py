"""An escrow brought to the moment before something happens to it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from accounts.people.models import User
from payments.escrows.models.escrows import Escrow
from payments.payment_methods.services.customers import customer_of
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_due_payouts
from payments.stripe.gateway import gateway_for_request
from tests.jobs import run_jobs
from tests.payments.faults import acts
from tests.payments.flows import checkout, look_again, save_method
from tests.payments.messages import told
from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser


@dataclass(frozen=True)
class Scene:
    sandbox: SandboxProcess
    escrow: Escrow
    payer: User
    browser: Browser
    onboard: Callable[[User], None]

    def unpaid(self) -> None:
        """By a payer whom the processor knows."""
        customer_of(organisation=self.escrow.payer, gateway=gateway_for_request())

    def with_saved_card(self) -> None:
        save_method(self.escrow.payer, self.payer, self.browser)

    def paid(self) -> None:
        """At the processor; nobody here has heard of it."""
        self.browser.pay(checkout(self.escrow, self.payer))

    def held(self) -> None:
        self.paid()
        look_again(self.escrow)

    def available(self) -> None:
        self.onboard(self.escrow.payee)
        self.held()
        acts.release(self.escrow)
        Payout.objects.update(clears_at=timezone.now())
        clear_due_payouts()

    def sent(self) -> None:
        self.available()
        acts.payout(self.escrow)
        run_jobs("payments.perform_operation")
        self.escrow.refresh_from_db()

    def message_of_payment(self) -> dict[str, str]:
        body, signature = told(self.sandbox, "checkout.session.completed")[0]
        return {"body": body, "signature": signature}
