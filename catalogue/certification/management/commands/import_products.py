"""Read a register or a seller's list; a dry run unless told to write."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from catalogue.certification.register.importing import import_register


class Command(BaseCommand):
    help = "Reads xlsx, csv or json. Every refused row is named with its reason; good rows stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--commit", action="store_true", help="write; without it a dry run")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"{path}: không có tệp này / no such file")
        report = import_register(path=path, commit=options["commit"], at=timezone.now())
        for refusal in report.refusals:
            place = f"{path.name}:{refusal.line}" + (
                f" [{refusal.column}]" if refusal.column else ""
            )
            self.stdout.write(f"{place}: {refusal.reason_vi} / {refusal.reason_en}")
        self.stdout.write(
            f"{report.created} mới / new, {report.changed} đổi / changed, "
            f"{report.unchanged} giữ nguyên / unchanged, "
            f"{len(report.refusals)} bị từ chối / refused"
        )
        if not options["commit"]:
            self.stdout.write("Chạy thử, chưa ghi gì; thêm --commit để ghi. / Dry run.")
