from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"
    verbose_name = "Contracts"

    def ready(self) -> None:
        from contracts import evidence, notices, panels, purposes, receivers, staff, tasks  # noqa: F401  # noqa: F401
        from contracts.services import standing_reviews  # noqa: F401
