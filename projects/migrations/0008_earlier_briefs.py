from django.db import migrations

APPEALED = """
    UPDATE projects_brief brief SET appealed_at = appeal.at
    FROM (
        SELECT subject_id, max(at) FILTER (WHERE verb = 'brief.appealed') AS at
        FROM core_event
        WHERE subject_type = 'projects.brief' AND verb IN ('brief.appealed', 'brief.removed')
        GROUP BY subject_id
        HAVING max(id) FILTER (WHERE verb = 'brief.appealed')
            > max(id) FILTER (WHERE verb = 'brief.removed')
    ) appeal
    WHERE brief.id = appeal.subject_id AND brief.state = 'removed'
"""
FIRST = """
    UPDATE projects_brief SET is_first_published = true
    WHERE id IN (
        SELECT DISTINCT ON (organisation_id) id FROM projects_brief
        WHERE published_at IS NOT NULL ORDER BY organisation_id, published_at, id
    )
"""


class Migration(migrations.Migration):
    """What was appealed, and what came first, before the briefs themselves said so."""

    dependencies = [
        ("projects", "0007_first_and_appealed"),
        ("core", "0007_bounded_queues"),
    ]

    operations = [
        migrations.RunSQL(APPEALED, migrations.RunSQL.noop),
        migrations.RunSQL(FIRST, migrations.RunSQL.noop),
    ]
