"""What the database keeps of rows that nobody may take away."""

import pgtrigger


def never_emptied(noun: str) -> pgtrigger.Trigger:
    """Refuses TRUNCATE, which passes by the triggers of the rows."""
    return pgtrigger.Trigger(
        name=f"{noun}_never_emptied",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'pgtrigger: % is append-only', TG_TABLE_NAME;",
    )
