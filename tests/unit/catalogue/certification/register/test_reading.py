"""Whole files: three kinds, one outcome; limits; repeated lines."""

import csv
import json
import zipfile

import pytest
from openpyxl import Workbook

from catalogue.certification.register import files
from catalogue.certification.register.columns import BY_NAME
from catalogue.certification.register.reading import read_register
from catalogue.certification.register.rows import Refusal


def write_csv(path, lines, *, delimiter=",", encoding="utf-8-sig"):
    with path.open("w", encoding=encoding, newline="") as target:
        csv.writer(target, delimiter=delimiter).writerows(lines)
    return path


def write_xlsx(path, lines):
    workbook = Workbook()
    for line in lines:
        workbook.active.append(line)
    workbook.save(path)
    return path


def table_of(*entries):
    return [list(entries[0]), *[list(entry.values()) for entry in entries]]


@pytest.fixture
def second_line(good_line):
    return good_line | {
        "reference": "ocop-0089",
        "name_vi": "Chè xanh",
        "certificate_number": "19-05476-13-2025",
    }


def test_the_three_kinds_of_file_give_the_same_rows(tmp_path, good_line, second_line):
    table = table_of(good_line, second_line)
    json_path = tmp_path / "register.json"
    json_path.write_text(json.dumps([good_line, second_line]), encoding="utf-8")
    from_csv = read_register(write_csv(tmp_path / "register.csv", table))
    from_xlsx = read_register(write_xlsx(tmp_path / "register.xlsx", table))
    from_json = read_register(json_path)
    assert from_csv.refusals == from_xlsx.refusals == from_json.refusals == ()
    assert [row.line for row in from_csv.rows] == [2, 3]
    assert from_xlsx.rows == from_csv.rows
    assert [row.line for row in from_json.rows] == [1, 2]
    assert [row.name_vi for row in from_json.rows] == ["Nõn tâm trà", "Chè xanh"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_is_read_with_any_of_three_delimiters(tmp_path, good_line, delimiter, encoding):
    path = write_csv(
        tmp_path / "r.csv", table_of(good_line), delimiter=delimiter, encoding=encoding
    )
    assert [row.reference for row in read_register(path).rows] == ["ocop-0088"]


def test_vietnamese_headers_are_accepted_with_and_without_accents(tmp_path, good_line):
    table = table_of(good_line)
    table[0] = [BY_NAME[name].label_vi for name in good_line]
    table[0][1] = "TEN SAN PHAM"
    assert [row.name_vi for row in read_register(write_csv(tmp_path / "r.csv", table)).rows] == [
        "Nõn tâm trà"
    ]


@pytest.mark.parametrize("encoding", ["cp1258", "utf-16"])
def test_a_csv_in_another_encoding_is_refused_as_a_whole(tmp_path, encoding):
    path = tmp_path / "r.csv"
    path.write_bytes("tên,xã\nĐường,Hòa".encode(encoding, "ignore"))
    assert read_register(path).refusals == (
        Refusal(
            0,
            "",
            "tệp csv không ở bảng mã UTF-8; trong Excel chọn “CSV UTF-8” khi lưu",
            "the csv file is not UTF-8; in Excel save it as “CSV UTF-8”",
        ),
    )


def test_a_bad_line_is_refused_and_the_good_ones_stay(tmp_path, good_line, second_line):
    path = write_csv(
        tmp_path / "r.csv", table_of(good_line, second_line | {"stars": "2"}, second_line)
    )
    result = read_register(path)
    assert [row.line for row in result.rows] == [2, 4]
    assert [(r.line, r.column) for r in result.refusals] == [(3, "stars")]


def test_line_numbers_count_blank_lines_and_lines_inside_cells(tmp_path, good_line, second_line):
    table = table_of(good_line | {"name_en": "two\nlines"}, second_line)
    table.insert(1, [""] * len(good_line))
    result = read_register(write_csv(tmp_path / "r.csv", table))
    assert [row.line for row in result.rows] == [3, 5]


@pytest.mark.parametrize(
    ("changes", "column", "reason"),
    [
        ({"reference": "OCOP-0088"}, "reference", "same reference as line 2"),
        (
            {"certificate_number": "19-05476-12-2025"},
            "certificate_number",
            "same certificate number as line 2",
        ),
        (
            {"name_vi": "NÕN TÂM TRÀ", "producer_name": "HỢP TÁC XÃ CHÈ AN TOÀN"},
            "name_vi",
            "same product name and producer as line 2",
        ),
    ],
)
def test_a_repeated_line_is_refused_with_the_earlier_lines_number(
    tmp_path, good_line, second_line, changes, column, reason
):
    result = read_register(
        write_csv(tmp_path / "r.csv", table_of(good_line, second_line | changes))
    )
    assert [row.line for row in result.rows] == [2]
    assert [(r.line, r.column, r.reason_en) for r in result.refusals] == [(3, column, reason)]


def test_names_that_differ_in_accents_only_are_two_products(tmp_path, good_line, second_line):
    table = table_of(good_line | {"name_vi": "Dừa sáp"}, second_line | {"name_vi": "Dưa sáp"})
    assert len(read_register(write_csv(tmp_path / "r.csv", table)).rows) == 2


def test_a_refused_line_does_not_block_the_correct_one_after_it(tmp_path, good_line):
    path = write_csv(
        tmp_path / "r.csv", table_of(good_line | {"price": "x"} | {"stars": 2}, good_line)
    )
    result = read_register(path)
    assert [row.line for row in result.rows] == [3]


def test_a_formula_in_a_workbook_is_text_and_not_a_number(tmp_path, good_line):
    result = read_register(
        write_xlsx(
            tmp_path / "r.xlsx", table_of(good_line | {"name_en": "=1+1", "price": "=500*2"})
        )
    )
    assert result.rows == ()
    assert [(r.column, r.reason_vi[:8]) for r in result.refusals] == [("price", "“=500*2”")]


def test_a_missing_column_refuses_the_file_by_name(tmp_path, good_line):
    del good_line["issued_on"], good_line["stars"]
    result = read_register(write_csv(tmp_path / "r.csv", table_of(good_line)))
    assert [(r.line, r.reason_en) for r in result.refusals] == [
        (0, "missing columns: stars, issued_on")
    ]


def test_two_headers_for_one_column_refuse_the_file(tmp_path, good_line):
    result = read_register(write_csv(tmp_path / "r.csv", table_of(good_line | {"Sao": "4"})))
    assert [r.reason_en for r in result.refusals] == ["repeated columns: stars"]


def test_an_unknown_column_is_told_once_and_the_lines_are_read(tmp_path, good_line, second_line):
    extra = {"Màu sắc": "đỏ", "STT": "1"}
    path = tmp_path / "r.json"
    path.write_text(json.dumps([good_line | extra, second_line | extra]), encoding="utf-8")
    result = read_register(path)
    assert len(result.rows) == 2
    assert [(r.line, r.column, r.reason_en) for r in result.refusals] == [
        (1, "Màu sắc", "unknown column “Màu sắc”; it is not read")
    ]


def test_a_line_with_more_cells_than_columns_is_refused(tmp_path, good_line):
    table = table_of(good_line)
    table[1].append("thừa")
    result = read_register(write_csv(tmp_path / "r.csv", table))
    assert [(r.line, r.reason_en) for r in result.refusals] == [(2, "more cells than columns")]


def test_an_entry_of_a_json_list_that_is_no_object_is_refused(tmp_path, good_line):
    path = tmp_path / "r.json"
    path.write_text(json.dumps(["chè", good_line]), encoding="utf-8")
    result = read_register(path)
    assert [row.line for row in result.rows] == [2]
    assert [(r.line, r.reason_en) for r in result.refusals] == [(1, "not an object")]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("r.pdf", b"%PDF", "cannot read a “.pdf” file; use .xlsx, .csv or .json"),
        ("r.xlsx", b"not a zip", "a damaged workbook, or not .xlsx"),
        ("r.json", b"{}", "the json file must be a list of objects"),
        ("r.json", b"[{]", "the json file is not valid"),
        ("r.json", b"[" * 200_000, "the json file is not valid"),
        ("r.json", b'["\xff"]', "the json file is not UTF-8"),
        ("r.csv", b"", "the file has no lines"),
        ("r.csv", b"a,b\x00", "the csv file holds NUL characters"),
    ],
)
def test_a_file_that_is_no_register_is_one_refusal_on_line_0(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)
    result = read_register(path)
    assert result.rows == ()
    assert [(r.line, r.column, r.reason_en) for r in result.refusals] == [(0, "", reason)]


def test_a_quote_that_never_closes_is_told_with_its_line(tmp_path, good_line):
    path = write_csv(tmp_path / "r.csv", table_of(good_line))
    with path.open("a", encoding="utf-8") as target:
        target.write('"ocop-0090,Chè')
    assert [r.reason_en for r in read_register(path).refusals] == [
        "line 3: quotes or a cell are not proper csv"
    ]


def test_a_missing_file_is_a_refusal(tmp_path):
    assert [r.reason_en for r in read_register(tmp_path / "none.csv").refusals] == [
        "the file cannot be opened"
    ]


def test_a_file_over_20_mb_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "r.csv"
    with path.open("wb") as target:
        target.truncate(files.FILE_LIMIT_BYTES + 1)
    assert [r.reason_en for r in read_register(path).refusals] == ["the file is larger than 20 MB"]


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path):
    path = tmp_path / "r.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 5_000_000)
    assert [r.reason_en for r in read_register(path).refusals] == [
        "the workbook unpacks to far too much"
    ]


def test_more_lines_than_allowed_refuse_the_file(tmp_path, monkeypatch, good_line, second_line):
    monkeypatch.setattr(files, "ROW_LIMIT", 1)
    path = write_csv(tmp_path / "r.csv", table_of(good_line, second_line))
    assert [r.reason_en for r in read_register(path).refusals] == ["over 1 lines; split the file"]
