from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "payments"
    verbose_name = "Money"

    def ready(self) -> None:
        from payments import card_dispute_notices, notices, panels, staff, tasks  # noqa: F401
