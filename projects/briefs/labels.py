"""Codes of the taxonomy in the words that people read."""

from accounts.profiles.taxonomy import EngagementKind, Industry, Language, Specialism

SPECIALISMS = dict(Specialism.choices)
INDUSTRIES = dict(Industry.choices)
KINDS = dict(EngagementKind.choices)
LANGUAGES = dict(Language.choices)
