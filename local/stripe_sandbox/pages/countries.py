"""Countries that the hosted forms offer."""

COUNTRIES = {
    "AU": "Australia", "AT": "Austria", "BE": "Belgium", "CA": "Canada", "CZ": "Czechia",
    "DK": "Denmark", "FI": "Finland", "FR": "France", "DE": "Germany", "IN": "India",
    "IE": "Ireland", "IT": "Italy", "JP": "Japan", "NL": "Netherlands", "NO": "Norway",
    "PL": "Poland", "PT": "Portugal", "ES": "Spain", "SE": "Sweden", "CH": "Switzerland",
    "GB": "United Kingdom", "US": "United States",
}  # fmt: skip
