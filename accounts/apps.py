from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People"

    def ready(self) -> None:
        from accounts import receivers, staff, tasks  # noqa: F401
        from accounts.notices import moderation, organisations  # noqa: F401
