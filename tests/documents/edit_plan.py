"""Edits the plan in a spreadsheet as a user would, and saves it under another name.

The edits are JSON: cells by the id of the action and the head of the column, with "date:" before a
date. "move" moves the last columns to the front, "sort" turns the order of the rows round.
"""

import datetime
import json
import sys

import openpyxl


def put(cell, value):
    """Puts a value into a cell: a text stays one, also where it looks like a formula."""
    cell.value = value
    if isinstance(value, str) and not value.startswith("#"):
        cell.data_type = "s"


source, target, edits = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
book = openpyxl.load_workbook(source)
sheet = book["Gaps and actions"]
heads = {cell.value: cell.column for cell in sheet[1]}
for row in sheet.iter_rows(min_row=2):
    action = row[heads["Action id"] - 1].value
    for head, value in edits.get("cells", {}).get(action, {}).items():
        if isinstance(value, str) and value.startswith("date:"):
            value = datetime.date.fromisoformat(value.removeprefix("date:"))
        put(row[heads[head] - 1], value)
rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
if edits.get("sort"):
    rows[1:] = rows[:0:-1]
if edits.get("move"):
    rows = [[f"mine {at}", *row[8:], *row[:8]] for at, row in enumerate(rows)]
if edits.get("sort") or edits.get("move"):
    sheet.tables.clear()
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            put(sheet.cell(at, column), value)
for row in edits.get("hide", []):
    sheet.row_dimensions[row].hidden = True
if edits.get("without_properties"):
    book.custom_doc_props.props.clear()
if edits.get("from_1904"):
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
for name in edits.get("remove", []):
    del book[name]
book.save(target)
