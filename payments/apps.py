from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "payments"
    verbose_name = "Money"

    def ready(self) -> None:
        from marketplace.core.site import on_page
        from payments import notices, panels, receivers, staff, tasks  # noqa: F401
        from payments.queries import payees  # noqa: F401
        from payments.queries.fees import public_fee

        on_page("how_it_works", "fee")(public_fee)
