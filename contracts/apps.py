from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"
    verbose_name = "Contracts"

    def ready(self) -> None:
        import contracts.agreements.admin
        import contracts.agreements.notices.offers
        import contracts.agreements.notices.pauses
        import contracts.agreements.notices.signatures
        import contracts.agreements.receivers
        import contracts.agreements.services.fees
        import contracts.agreements.staff
        import contracts.change_orders.admin
        import contracts.change_orders.notices
        import contracts.change_orders.receivers
        import contracts.change_orders.tasks
        import contracts.milestones.admin
        import contracts.milestones.kind
        import contracts.milestones.staff
        import contracts.retainers.admin
        import contracts.retainers.kind
        import contracts.retainers.notices
        import contracts.retainers.receivers
        import contracts.retainers.tasks
        import contracts.room.admin
        import contracts.room.evidence
        import contracts.room.panels
        import contracts.timesheets.admin
        import contracts.timesheets.kind
        import contracts.timesheets.notices
        import contracts.timesheets.receivers
        import contracts.timesheets.tasks
        import contracts.trials.admin
        import contracts.trials.kind
        import contracts.trials.notices
        import contracts.units.admin
        import contracts.units.notices.requests
        import contracts.units.notices.standstills
        import contracts.units.notices.units
        import contracts.units.purposes
        import contracts.units.receivers
        import contracts.units.services.standing_reviews
        import contracts.units.staff
        import contracts.units.tasks
