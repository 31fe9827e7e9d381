import logging
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from local.demo.filling import CHAPTERS, is_filled, mark_filled


class Command(BaseCommand):
    """Everything is made by the services that the pages call, and the money moves through the
    sandbox: checkouts are paid on its hosted page, payees are onboarded on another.

    Where time would have to pass (an offer that lapses, a review that nobody answers) the
    stored deadline is moved, and then the service of the schedule is called. Clearing has no
    days in the demo, so no money stays in it. Hourly, retainer and trial contracts, disputes
    and evaluations are added by the issues that build them. With keys of Stripe itself, nobody
    pays the hosted pages, so contracts stop where they wait for money.
    """

    help = "Fill the demo marketplace, once; a run that was interrupted goes on where it stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.LOCAL and settings.DEMO):
            raise CommandError("The demo is filled on a local machine only, with HOLDOUT_DEMO on.")
        if is_filled():
            self.stdout.write("The demo marketplace is already there.")
            return
        if not settings.STRIPE_API_BASE:
            self.stdout.write("Without the Stripe sandbox, contracts wait for money.")
        logging.getLogger("stripe").setLevel(logging.WARNING)
        for chapter in CHAPTERS:
            started = time.monotonic()
            self.stdout.write(f"  {chapter.title} …", ending="")
            self.stdout.flush()
            count = chapter.tell()
            seconds = time.monotonic() - started
            self.stdout.write(f" {count} {chapter.things} ({seconds:.1f} s)")
        mark_filled()
