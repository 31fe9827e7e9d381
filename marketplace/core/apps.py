from django.apps import AppConfig

from marketplace.core.text.lengths import say_by_how_much


class CoreConfig(AppConfig):
    name = "marketplace.core"
    label = "core"
    verbose_name = "System"

    def ready(self) -> None:
        import marketplace.core.staff.admin
        import marketplace.core.tasks

        say_by_how_much()
