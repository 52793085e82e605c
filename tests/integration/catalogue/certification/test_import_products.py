"""A register from file to database: dry run, good rows, refused rows, twice, later decisions."""

import csv
import json
from io import StringIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from catalogue.certification.models import Certificate, CertificateChange
from catalogue.models import Product
from catalogue.partner.models import Partner, StockRecord
from catalogue.places.operations import load_places

pytestmark = pytest.mark.django_db
TEA = {
    "reference": "ocop-0088",
    "name_vi": "Nõn tâm trà",
    "name_en": "Tender-bud tea",
    "producer_name": "Hợp tác xã chè an toàn",
    "producer_kind": "Hợp tác xã",
    "province": "Thái Nguyên",
    "ocop_set": "11",
    "stars": "4",
    "certificate_number": "19-05476-12-2025",
    "decision_number": "2942/QĐ-UBND",
    "issued_on": "15/10/2025",
    "price": "120000",
    "stock": "8",
}
HONEY = {
    **TEA,
    "reference": "ocop-0090",
    "name_vi": "Mật ong hoa nhãn",
    "ocop_set": "4",
    "certificate_number": "19-05476-13-2025",
}
BAD = [
    ({"province": "Thái Hà"}, "province"),
    ({"decision_number": ""}, "decision_number"),
    ({"ends_on": "01/10/2025"}, "ends_on"),
    ({"stars": "2"}, "stars"),
    ({"stars": "5", "issuer_level": "province"}, "issuer_level"),
    ({"name_vi": "MÃ¡t ong"}, "name_vi"),
    ({"price": "12,5k"}, "price"),
]


@pytest.fixture(autouse=True)
def places():
    load_places()


def write_csv(path, rows):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
        writer.writeheader()
        writer.writerows(rows)


def write_xlsx(path, rows):
    book = openpyxl.Workbook()
    names = list(dict.fromkeys(name for row in rows for name in row))
    book.active.append(names)
    for row in rows:
        book.active.append([row.get(name, "") for name in names])
    book.save(path)


def write_json(path, rows):
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


WRITERS = {"csv": write_csv, "xlsx": write_xlsx, "json": write_json}


def run(path, *options):
    out = StringIO()
    call_command("import_products", str(path), *options, stdout=out)
    return out.getvalue()


def counts():
    return tuple(
        model.objects.count()
        for model in (Partner, Product, StockRecord, Certificate, CertificateChange)
    )


@pytest.mark.parametrize("kind", WRITERS)
def test_a_dry_run_reports_and_writes_nothing(tmp_path, kind):
    path = tmp_path / f"register.{kind}"
    WRITERS[kind](path, [TEA, HONEY])

    report = run(path)

    assert "2 mới / new, 0 đổi / changed" in report
    assert "--commit" in report
    assert counts() == (0, 0, 0, 0, 0)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_commit_writes_and_a_second_one_changes_nothing(tmp_path, kind):
    path = tmp_path / f"register.{kind}"
    WRITERS[kind](path, [TEA, HONEY])

    assert "2 mới / new" in run(path, "--commit")
    product = Product.objects.get(upc="ocop-0088")
    assert (product.title_vi, product.partner.name, product.province.name) == (
        "Nõn tâm trà",
        "Hợp tác xã chè an toàn",
        "Thái Nguyên",
    )
    assert product.stockrecords.get().price == 120_000
    assert product.certificates.get().decision_number == "2942/QĐ-UBND"
    before = counts()
    assert before == (1, 2, 2, 2, 2)

    assert "0 mới / new, 0 đổi / changed, 2 giữ nguyên / unchanged, 0" in run(path, "--commit")
    assert counts() == before


@pytest.mark.parametrize(("spoiled", "column"), BAD)
def test_a_bad_row_is_refused_with_line_and_column_and_the_good_one_stays(
    tmp_path, spoiled, column
):
    path = tmp_path / "register.csv"
    write_csv(path, [{**HONEY, **spoiled}, TEA])

    report = run(path, "--commit")

    assert f"register.csv:2 [{column}]" in report
    assert list(Product.objects.values_list("upc", flat=True)) == ["ocop-0088"]


def test_a_duplicate_is_refused_on_its_later_line(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(path, [TEA, TEA])

    report = run(path, "--commit")

    assert "register.csv:3" in report
    assert Product.objects.count() == 1


def test_a_broken_encoding_is_said_and_nothing_is_written(tmp_path):
    path = tmp_path / "register.csv"
    path.write_bytes("name_vi\nMật ong\n".encode("utf-16"))

    report = run(path, "--commit")

    assert "register.csv:0" in report
    assert counts() == (0, 0, 0, 0, 0)


def test_no_such_file_is_a_sentence_not_a_traceback(tmp_path):
    with pytest.raises(CommandError, match="no such file"):
        run(tmp_path / "missing.csv")


def test_a_later_register_extends_and_revokes(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(path, [TEA])
    run(path, "--commit")

    write_csv(path, [{**TEA, "extended_until": "01/03/2029"}])
    assert "1 đổi / changed" in run(path, "--commit")
    assert Certificate.objects.get().state == "extended"

    revoked = {
        "revoked_on": "20/11/2026",
        "revocation_ground": "false_file",
        "revocation_decision": "9/QĐ-UBND",
    }
    write_csv(path, [{**TEA, "extended_until": "01/03/2029", **revoked}])
    assert "1 đổi / changed" in run(path, "--commit")
    assert Certificate.objects.get().state == "revoked"
    assert not Product.objects.listed().exists()
