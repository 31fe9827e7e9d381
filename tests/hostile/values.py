"""What attackers and accidents send, tried on everything that takes input."""

import json

from django.utils.http import urlsafe_base64_encode

# For fields of forms, queries and JSON alike.
TEXTS = [
    "",
    "\0",
    "a\0b",
    "x" * 10_000,
    "9" * 5_000,
    "²",
    "٣",
    "-1",
    "1e999",
    "NaN",
    "Infinity",
    "0001-01-01",
    "9999-12-31",
    "2026-02-31",
    "0000-00-00T00:00",
    "9999-12-31T23:59:59.999999+00:00",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "\u202e\u200b\ufeff",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "../../etc/passwd",
    "00000000-0000-0000-0000-000000000000",
    "a" * 300 + "@example.com",
    "=1+1",
    "\r\nSet-Cookie: a=b",
    "[" * 500,
    "http://[::1",
    "javascript:alert(1)",
    "2147483648",
    "9223372036854775808",
]
# The few of them that reach furthest, for what is tried on every form and field.
FEW_TEXTS = ["\0", "9" * 5_000, "9999-12-31T23:59:59.999999+00:00", "²"]
# As they stand in an address; each is one part of it.
ADDRESS_PARTS = [
    "%00",
    "%C2%B2",
    "9" * 5_000,
    "-1",
    "9223372036854775808",
    "2147483648",
    "0",
    "9999",
    "00000000-0000-0000-0000-000000000000",
    "%FF%FE",
    "a%0Ab",
    "%2e%2e",
    "x" * 3_000,
]
KEYS = [
    float("inf"),
    float("nan"),
    1e308,
    10**40,
    -1,
    2**63,
    True,
    None,
    {},
    [],
    "",
    "\0",
    "\ud800",
    "0001-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59.999999-12:00",
    "0001-01-01T00:00:00+14:00",
    "2026-02-31",
    "x" * 300,
]


def cursor(*keys: object) -> str:
    return urlsafe_base64_encode(json.dumps(keys).encode())


CURSORS = [
    *(cursor(*[key] * length) for key in KEYS for length in (1, 2, 3)),
    urlsafe_base64_encode(b"[1e999]"),
    urlsafe_base64_encode(b"[1e999, 1e999]"),
    urlsafe_base64_encode(b"[" * 100_000),
    urlsafe_base64_encode(b'"' + b"x" * 400 + b'"'),
    urlsafe_base64_encode(b"\xff\xfe"),
    "²",
    "%",
    "====",
]
FEW_CURSORS = [cursor(float("inf")), cursor("9999-12-31T23:59:59.999999-12:00", 10**40)]
# For JSON fields, besides TEXTS.
JSON_VALUES = [
    None,
    True,
    0,
    -1,
    10**400,
    1.5,
    [],
    {},
    [None],
    [[]],
    {"": ""},
    {"amount": 10**400, "currency": "\0"},
    {"minor": 1.5, "currency": "XXX"},
    ["\0", "x" * 10_000],
    "\ud800",
]
NESTED = b"[" * 500 + b"]" * 500
BODIES = [
    b"",
    b"\xff\xfe",
    b"null",
    b"[]",
    b'"text"',
    b"1e999",
    b"9" * 1_300_000,
    NESTED,
    b"[" * 100_000,
    b'{"a":' * 500 + b"1" + b"}" * 500,
    b'{"a": NaN}',
    b'{"a": 1, "a": 2}',
    b'{"\\u0000": "\\u0000"}',
    b'{"a": "\\ud800"}',
    b'{"why": ' + NESTED + b', "reason": ' + NESTED + b', "note": ' + NESTED + b"}",
]
FEW_BODIES = [b"[]", b'{"a":' * 500 + b"1" + b"}" * 500, b'{"a": "\\u0000"}']
HEADERS = {
    "HTTP_ACCEPT_LANGUAGE": ["x" * 5_000, "en;q=" + "9" * 500, "\xe9", "*,*;q=0;"],
    "HTTP_AUTHORIZATION": ["Bearer", "Bearer \xe9", "Bearer " + "x" * 5_000, "Basic \xe9", "\xe9"],
    "HTTP_COOKIE": ["=;=;\xe9=\xe9", "sessionid=" + "x" * 4_000, "csrftoken=\xe9", "messages=\xe9"],
    "HTTP_HOST": ["\xe9.example", "[::1", "a" * 400, ""],
    "HTTP_IDEMPOTENCY_KEY": ["", "\xe9", "x" * 5_000],
    "HTTP_IF_MODIFIED_SINCE": ["Thu, 31 Feb 2026 99:99:99 GMT", "\xe9"],
    "HTTP_IF_NONE_MATCH": ["\xe9", '"' * 500],
    "HTTP_IF_MATCH": ["\xe9", '"' * 500, "*"],
    "HTTP_HX_REQUEST": ["true"],
    "HTTP_HX_CURRENT_URL": ["http://[::1", "\xe9"],
    "HTTP_RANGE": ["bytes=9-1", "bytes=" + "9" * 500],
    "HTTP_REFERER": ["http://[::1", "\xe9" * 3_000],
    "HTTP_STRIPE_SIGNATURE": [
        "\xe9",
        "t=\xe9,v1=\xe9",
        "t=" + "9" * 500 + ",v1=0",
        ",",
        "t=1,v1=\xe9",
    ],
    "HTTP_USER_AGENT": ["\xe9" * 3_000, ""],
    "HTTP_X_FORWARDED_FOR": ["\xe9", "1.2.3.4, " * 500, "not an address", "::ffff:1.2.3.4%eth0"],
    "HTTP_X_REQUEST_ID": ["\xe9", "x" * 5_000],
    "CONTENT_TYPE": [
        "multipart/form-data",
        "application/json; charset=\xe9",
        "text/plain; charset=x",
    ],
    "CONTENT_LENGTH": ["", "-1"],
}
