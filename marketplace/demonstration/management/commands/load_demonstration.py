"""Fill the shop with the demonstration."""

import time
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from marketplace.demonstration.operations import load_demonstration


class Command(BaseCommand):
    help = "Loads places, the register, stories and accounts; what is there stays."

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()

        def say(step: str) -> None:
            self.stdout.write(f"[{time.monotonic() - began:5.1f} s] {step}")
            self.stdout.flush()

        load_demonstration(now=timezone.now(), say=say)
        say("Xong.")
