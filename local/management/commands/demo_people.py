from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from local.demo.guide import people_to_try


class Command(BaseCommand):
    help = "Print the people of the demo whom the sign-in page offers, and what to try as each."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Sign in as one of these at {settings.SITE_URL}/")
        for guest in people_to_try():
            self.stdout.write(f"\n  {guest.name}, {guest.part} <{guest.email}>")
            self.stdout.write(f"    {guest.try_this}")
