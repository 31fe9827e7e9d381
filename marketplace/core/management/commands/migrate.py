from typing import Any

from django.conf import settings
from django.core.management.commands import migrate
from django.db import connection, transaction

from marketplace.core.data.database_roles import as_owner, grant


class Command(migrate.Command):
    """Django's own, as the owner of the tables; then tells what the application's role may do."""

    def handle(self, *args: Any, **options: Any) -> None:
        role = settings.DATABASE_ROLE
        with as_owner():
            super().handle(*args, **options)
            if connection.settings_dict["USER"] != role["USER"]:
                with transaction.atomic():
                    grant(role["USER"], role["PASSWORD"])
