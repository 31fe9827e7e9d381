from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql" / "search.sql"

DROP = """
DROP FUNCTION
    search_count(regclass, regclass), search_spelt(text), search_stem(text), search_letters(text),
    search_batches(bigint), search_rest(bigint), search_blocks(bigint), search_step(bigint), search_named(text),
    search_names(text), search_vector(text, text, text, text), search_document(text),
    search_question(text), search_plain(text);
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0005_never_emptied")]

    operations = [migrations.RunSQL(SQL.read_text(), DROP)]
