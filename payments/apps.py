from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "payments"
    verbose_name = "Money"

    def ready(self) -> None:
        import payments.card_disputes.admin
        import payments.card_disputes.notices
        import payments.card_disputes.services.acceptance
        import payments.card_disputes.services.evidence
        import payments.card_disputes.tasks
        import payments.charges.admin
        import payments.charges.notices
        import payments.charges.services.checkouts
        import payments.charges.services.closings
        import payments.charges.services.saved_charges
        import payments.charges.tasks
        import payments.documents.admin
        import payments.documents.tasks
        import payments.escrows.admin
        import payments.escrows.notices.holding
        import payments.escrows.tasks
        import payments.ledger.admin
        import payments.ledger.tasks
        import payments.operations.admin
        import payments.operations.tasks
        import payments.overview.panels
        import payments.payment_methods.admin
        import payments.payment_methods.notices
        import payments.payment_methods.services.customers
        import payments.payment_methods.services.methods
        import payments.payment_methods.services.setups
        import payments.payouts.admin
        import payments.payouts.notices.bank_payouts
        import payments.payouts.notices.payees
        import payments.payouts.notices.payouts
        import payments.payouts.notices.receivables
        import payments.payouts.queries.payees
        import payments.payouts.receivers
        import payments.payouts.services.payees
        import payments.payouts.services.payouts
        import payments.payouts.tasks
        import payments.reconciliation.admin
        import payments.reconciliation.notices.comparison
        import payments.reconciliation.notices.platform_balances
        import payments.reconciliation.queries.comparison
        import payments.reconciliation.tasks
        import payments.refunds.admin
        import payments.refunds.notices
        import payments.refunds.receivers
        import payments.refunds.services.refunds
        import payments.releases.admin
        import payments.releases.notices
        import payments.releases.receivers
        import payments.releases.services.reversals
        import payments.staff.admin
        import payments.staff.notices.adjustments
        import payments.staff.notices.alarms
        import payments.staff.queues
        import payments.staff.sections
        import payments.staff.subjects
        import payments.staff.tasks
        import payments.webhooks.admin
        import payments.webhooks.tasks
        from marketplace.core.site import on_page
        from payments.escrows.queries.fees import public_fee

        on_page("how_it_works", "fee")(public_fee)
        on_page("welcome", "fee")(public_fee)
