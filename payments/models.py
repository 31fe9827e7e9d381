"""The tables of every noun, where Django looks for them; everybody else imports them at home."""

import payments.card_disputes.models
import payments.charges.models
import payments.documents.models.billing_details
import payments.documents.models.documents
import payments.documents.models.statements
import payments.escrows.models.escrows
import payments.escrows.models.fee_schedules
import payments.ledger.models
import payments.operations.models
import payments.payment_methods.models
import payments.payouts.models.bank_payouts
import payments.payouts.models.payees
import payments.payouts.models.payouts
import payments.payouts.models.reversals
import payments.reconciliation.models.platform_balances
import payments.reconciliation.models.reconciliations
import payments.refunds.models
import payments.releases.models
import payments.staff.models
import payments.webhooks.models
