"""Prints what openpyxl finds in a spreadsheet, as JSON: what the sheets hold beside their cells."""

import datetime
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = []
for sheet in book.worksheets:
    setup = sheet.page_setup
    table = next(iter(sheet.tables.values()))
    sheets.append({
        "name": sheet.title,
        "table": table.displayName,
        "range": table.ref,
        "filter": table.autoFilter.ref if table.autoFilter else None,
        "style": table.tableStyleInfo.name,
        "frozen": sheet.freeze_panes,
        "header": {part: getattr(sheet.oddHeader, part).text for part in ("left", "center", "right")},
        "footer": {part: getattr(sheet.oddFooter, part).text for part in ("left", "center", "right")},
        "paper": setup.paperSize,
        "orientation": setup.orientation,
        "wide": setup.fitToWidth,
        "high": setup.fitToHeight,
        "fits": sheet.sheet_properties.pageSetUpPr.fitToPage,
        "scale": setup.scale,
        "titles": sheet.print_title_rows,
        "repeated": sheet.print_title_cols,
        "breaks": [found.id for found in sheet.col_breaks.brk],
        "lists": [[str(rule.sqref), rule.formula1] for rule in sheet.data_validations.dataValidation if rule.type == "list"],
        "dates": [
            [str(rule.sqref), rule.errorTitle, rule.error]
            for rule in sheet.data_validations.dataValidation
            if rule.type == "date"
        ],
        "rules": sorted(
            [str(where.sqref), rule.formula[0]] for where in sheet.conditional_formatting for rule in where.rules
        ),
        "formulas": [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"],
        "links": [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink],
        "date_cells": [
            [cell.value.date().isoformat(), cell.number_format]
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, datetime.datetime)
        ],
        "wrapped": all(cell.alignment.wrap_text for cell in sheet[2]),
        "narrowest": min(column.width for column in sheet.column_dimensions.values()),
    })
said = book.properties
print(json.dumps({
    "sheets": sheets,
    "title": said.title,
    "subject": said.subject,
    "author": said.creator,
    "category": said.category,
    "status": said.contentStatus,
    "keywords": said.keywords,
    "language": said.language,
    "created": said.created.isoformat(),
    "custom": {each.name: each.value for each in book.custom_doc_props.props},
}))
