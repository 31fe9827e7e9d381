"""Where the processor pays out to, as ISO 3166-1 alpha-2 codes.

Source: https://docs.stripe.com/connect/cross-border-payouts
"""

REACHED = frozenset(
    (
        *("AT", "AU", "BE", "BG", "CA", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR"),
        *("GB", "GR", "HR", "HU", "IE", "IT", "JP", "LT", "LU", "LV", "MT", "NL", "NO", "NZ"),
        *("PL", "PT", "RO", "SE", "SG", "SI", "SK", "US"),
    )
)
