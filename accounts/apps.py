from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People"

    def ready(self) -> None:
        import accounts.api_tokens.admin
        import accounts.api_tokens.receivers
        import accounts.directory.receivers
        import accounts.directory.tasks
        import accounts.moderation.admin
        import accounts.moderation.notices
        import accounts.moderation.staff
        import accounts.notices.admin
        import accounts.notices.receivers
        import accounts.notices.tasks
        import accounts.organisations.admin
        import accounts.organisations.notices
        import accounts.organisations.tasks
        import accounts.people.receivers
        import accounts.profiles.admin
        import accounts.sign_in.receivers
