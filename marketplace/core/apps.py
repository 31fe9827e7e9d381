from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "marketplace.core"
    label = "core"
    verbose_name = "System"

    def ready(self) -> None:
        from marketplace.core import lengths, tasks  # noqa: F401

        lengths.say_by_how_much()
