"""A register from file to database: dry run, good rows, refused rows, twice, later decisions."""

import csv
import json
from datetime import date
from io import StringIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from catalogue.certification.classification import path_of_set
from catalogue.certification.models import Certificate, CertificateChange
from catalogue.certification.register.columns import BY_NAME
from catalogue.models import Product
from catalogue.partner.models import Partner, StockRecord
from catalogue.places.operations import load_places, rename_province

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
    ({"issued_on": "30/02/2025"}, "issued_on"),
    ({"issued_on": "15/10/2999"}, "issued_on"),
    ({"score": "69,9"}, "score"),
    ({"extended_until": "14/04/2029"}, "extended_until"),
    ({"producer_name": "Hợp tác xã " + "dài " * 40}, "producer_name"),
    ({"revoked_on": "20/11/2025"}, "revocation_ground"),
    ({"certificate_number": "../../x"}, "certificate_number"),
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


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(("spoiled", "column"), BAD)
def test_a_bad_row_is_refused_with_line_and_column_and_the_good_one_stays(
    tmp_path, kind, spoiled, column
):
    path = tmp_path / f"register.{kind}"
    WRITERS[kind](path, [{**HONEY, **spoiled}, TEA])

    report = run(path, "--commit")

    line = 1 if kind == "json" else 2
    assert f"register.{kind}:{line} [{column}]" in report
    assert "1 mới / new" in report
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


def test_two_spellings_of_a_seller_are_one_and_a_second_run_changes_nothing(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(
        path,
        [
            {**TEA, "phone": "0900 000 001", "tax_code": ""},
            {**HONEY, "producer_name": "HỢP TÁC XÃ CHÈ AN TOÀN", "phone": "0900 000 002"},
            {
                **TEA,
                "reference": "ocop-0091",
                "name_vi": "Chè hoa",
                "certificate_number": "19-05476-14-2025",
                "tax_code": "0012345678",
            },
        ],
    )

    assert "3 mới / new" in run(path, "--commit")
    partner = Partner.objects.get()
    assert (partner.name, partner.tax_code, partner.phone.as_national) == (
        "Hợp tác xã chè an toàn",
        "0012345678",
        "0900 000 001",
    )
    assert "0 mới / new, 0 đổi / changed, 3 giữ nguyên" in run(path, "--commit")


def test_a_seller_with_a_new_name_is_known_by_its_tax_code(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(path, [{**TEA, "tax_code": "0012345678"}])
    run(path, "--commit")

    write_csv(path, [{**TEA, "tax_code": "0012345678", "producer_name": "HTX chè Tân Cương"}])

    assert "1 đổi / changed" in run(path, "--commit")
    assert Partner.objects.get().name == "HTX chè Tân Cương"


def test_an_empty_cell_leaves_what_the_seller_wrote(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(path, [TEA])
    run(path, "--commit")
    Partner.objects.update(phone="+842083850123")
    StockRecord.objects.update(num_in_stock=3)

    write_csv(path, [{**TEA, "price": "", "stock": "50", "phone": ""}])

    assert "1 giữ nguyên / unchanged" in run(path, "--commit")
    stock = StockRecord.objects.get()
    assert (stock.price, stock.num_in_stock) == (120_000, 3)
    assert Partner.objects.get().phone.as_e164 == "+842083850123"


def test_a_households_tax_code_is_an_identity_number_and_is_not_kept(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(path, [{**TEA, "producer_kind": "Hộ kinh doanh", "tax_code": "012345678901"}])

    run(path, "--commit")

    assert Partner.objects.get().tax_code == ""


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"stars": "3"}, "stars"),
        ({"decision_number": "1/QĐ-UBND"}, "decision_number"),
        ({"issued_on": "16/10/2025"}, "issued_on"),
        ({"ends_on": "01/01/2027"}, "ends_on"),
        ({"reference": "ocop-9999", "name_vi": "Chè khác"}, "certificate_number"),
    ],
)
def test_what_a_certificate_was_issued_with_is_not_rewritten(tmp_path, changes, column):
    path = tmp_path / "register.csv"
    write_csv(path, [TEA])
    run(path, "--commit")
    before = counts()

    write_csv(path, [{**TEA, **changes}])
    report = run(path, "--commit")

    assert f"register.csv:2 [{column}]" in report
    certificate = Certificate.objects.get()
    assert (certificate.stars, certificate.decision_number) == (4, "2942/QĐ-UBND")
    assert counts() == before


def test_an_older_register_does_not_replace_a_later_certificate(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(path, [TEA])
    run(path, "--commit")

    older = {"certificate_number": "19-05476-12-2024", "issued_on": "15/10/2024"}
    write_csv(path, [{**TEA, **older}])

    assert "register.csv:2 [issued_on]" in run(path, "--commit")
    assert Certificate.objects.get().state == "recognised"


def test_a_second_extension_is_refused_and_the_same_one_changes_nothing(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(path, [{**TEA, "extended_until": "01/03/2029"}])
    run(path, "--commit")
    assert "1 giữ nguyên / unchanged" in run(path, "--commit")

    write_csv(path, [{**TEA, "extended_until": "02/03/2029"}])

    assert "register.csv:2 [extended_until]" in run(path, "--commit")
    assert str(Certificate.objects.get().extended_until) == "2029-03-01"


def test_a_corrected_set_moves_the_product_to_its_category(tmp_path):
    path = tmp_path / "register.csv"
    write_csv(path, [TEA])
    run(path, "--commit")

    write_csv(path, [{**TEA, "ocop_set": "12"}])

    assert "1 đổi / changed" in run(path, "--commit")
    product = Product.objects.get()
    assert [each.slug for each in product.categories.all()] == [path_of_set(12).product_set.slug]
    assert "1 giữ nguyên / unchanged" in run(path, "--commit")


def test_a_register_of_the_old_name_finds_a_renamed_province(tmp_path):
    rename_province(
        code=19, name="Việt Bắc", kind="tinh", name_en="Việt Bắc", since=date(2026, 1, 1)
    )
    path = tmp_path / "register.csv"
    write_csv(path, [TEA])

    assert "1 mới / new" in run(path, "--commit")
    assert Product.objects.get().province.name == "Việt Bắc"


def test_no_cell_is_longer_than_its_column_in_the_database():
    """PostgreSQL refuses what SQLite swallows, so the register refuses it before."""
    columns = {
        "reference": [Product.upc, StockRecord.partner_sku],
        "name_vi": [Product.title],
        "name_en": [Product.title],
        "producer_name": [Partner.name, Partner.legal_name],
        "net_quantity": [Product.net_quantity],
        "storage": [Product.storage],
        "shelf_life": [Product.shelf_life],
        "certificate_number": [Certificate.number],
        "decision_number": [Certificate.decision_number],
        "issuer_name": [Certificate.issuer_name],
        "revocation_decision": [Certificate.revocation_decision],
    }
    for name, fields in columns.items():
        for each in fields:
            assert BY_NAME[name].max_length <= each.field.max_length, name
