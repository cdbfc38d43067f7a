"""Prints, as JSON, what python-docx finds in Word documents and what openxml-audit finds wrong with them."""

import json
import sys

from docx import Document
from docx.enum.section import WD_ORIENT
from openxml_audit import FileFormat, OpenXmlValidator


def table(found):
    rows = found.rows
    heads = [row._tr.trPr is not None and bool(row._tr.trPr.xpath("w:tblHeader")) for row in rows]
    whole = [row._tr.trPr is not None and bool(row._tr.trPr.xpath("w:cantSplit")) for row in rows]
    return {
        "style": found.style.name,
        "repeated": heads.count(True),
        "first_is_repeated": heads[0],
        "all_stay_whole": all(whole),
        "cells": [[cell.text for cell in row.cells] for row in rows],
    }


def section(found):
    return {
        "landscape": found.orientation == WD_ORIENT.LANDSCAPE and found.page_width > found.page_height,
        "header": [paragraph.text for paragraph in found.header.paragraphs],
        "footer": [paragraph.text for paragraph in found.footer.paragraphs],
        "centred": all(
            part.paragraphs[-1].style.paragraph_format.alignment == 1 for part in (found.header, found.footer)
        ),
    }


def document(path):
    found = Document(path)
    core = found.core_properties
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    return {
        "wrong": [f"{error.part_uri} {error.path}: {error.description}" for error in audit.errors],
        "paragraphs": [[paragraph.style.name, paragraph.text] for paragraph in found.paragraphs],
        "tables": [table(it) for it in found.tables],
        "sections": [section(it) for it in found.sections],
        "core": {name: getattr(core, name) for name in ("title", "author", "subject", "keywords", "language")},
        "dated": any([core.created, core.modified]),
    }


print(json.dumps([document(path) for path in sys.argv[1:]]))
