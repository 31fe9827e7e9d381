"""What notices say becomes a list of parts: text in which nothing is markup."""

import re

from django.db import migrations, models

ESCAPED = re.compile(r"\\([\\`*_\[\]<>#])")
BATCH = 500


def split_bodies(apps, schema_editor):
    Notification = apps.get_model("accounts", "Notification")
    rows = []
    for row in Notification.objects.only("id", "body").order_by("id").iterator(chunk_size=BATCH):
        row.parts = [part_of(words) for words in row.body.split("\n\n") if words.strip()]
        rows.append(row)
        if len(rows) == BATCH:
            Notification.objects.bulk_update(rows, ["parts"])
            rows = []
    Notification.objects.bulk_update(rows, ["parts"])


def part_of(words):
    lines = [ESCAPED.sub(r"\1", line) for line in words.strip().splitlines()]
    if all(line.startswith(">") for line in lines):
        return {"kind": "quotation", "text": "\n".join(line[1:].strip() for line in lines)}
    if all(line.startswith("- ") for line in lines):
        return {"kind": "points", "lines": [line[2:] for line in lines]}
    return {"kind": "paragraph", "text": "\n".join(lines)}


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_admin_names'),
    ]

    operations = [
        migrations.AddField(
            model_name='notification',
            name='parts',
            field=models.JSONField(default=list),
        ),
        migrations.RunPython(split_bodies, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name='notification', name='body'),
        migrations.RenameField(
            model_name='notification', old_name='parts', new_name='body'
        ),
        migrations.AlterField(
            model_name='notification',
            name='body',
            field=models.JSONField(help_text='paragraphs, quotations and points; nothing is markup'),
        ),
    ]
