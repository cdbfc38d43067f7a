"""Prints, as JSON, what is wrong with JSON files by a JSON Schema: the schema first, then the files."""

import json
import sys

import jsonschema

schema, *files = [json.load(open(path, encoding="utf-8")) for path in sys.argv[1:]]
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
print(json.dumps([[f"{error.json_path}: {error.message[:200]}" for error in kind(schema).iter_errors(file)] for file in files]))
