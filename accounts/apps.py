from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People"

    def ready(self) -> None:
        from accounts import receivers, tasks  # noqa: F401
        from accounts.notices import organisations  # noqa: F401
