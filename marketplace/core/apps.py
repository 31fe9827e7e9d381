from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "marketplace.core"
    label = "core"
    verbose_name = "System"

    def ready(self) -> None:
        from marketplace.core import tasks  # noqa: F401
