"""An answer for each acceptance criterion in each round, from both sides."""

import django.db.models.deletion
from django.db import migrations, models


def answer_earlier_rounds(apps, schema_editor):
    """What is known of earlier rounds: the criterion sent back for, and what a client approved."""
    Answer = apps.get_model("contracts", "CriterionAnswer")
    Criterion = apps.get_model("contracts", "AcceptanceCriterion")
    Submission = apps.get_model("contracts", "Submission")
    approved = _approved_by_clients(apps)
    for submission in Submission.objects.select_related("change_request").iterator():
        request = getattr(submission, "change_request", None)
        is_accepted = request is None and submission.milestone_id in approved
        Answer.objects.bulk_create(
            Answer(
                submission=submission,
                criterion=criterion,
                **_found(criterion, request, is_accepted),
            )
            for criterion in Criterion.objects.filter(milestone=submission.milestone_id)
        )


    # What was said with a request is now said of its criterion.
    apps.get_model("contracts", "ChangeRequest").objects.update(note="")


def _approved_by_clients(apps):
    events = apps.get_model("core", "Event").objects.filter(
        verb="milestone.approved", subject_type="contracts.milestone"
    )
    return set(events.exclude(actor=None).values_list("subject_id", flat=True))


def _found(criterion, request, is_accepted):
    if request is not None and request.criterion_id == criterion.pk:
        return {"is_found_met": False, "reason": request.note or "Changes were requested."}
    return {"is_found_met": True if is_accepted else None}


class Migration(migrations.Migration):
    dependencies = [
        ("contracts", "0003_standstills"),
        ("core", "0002_idempotency"),
    ]

    operations = [
        migrations.AlterField(
            model_name="changerequest",
            name="note",
            field=models.TextField(
                blank=True, help_text="beside the reasons for each criterion", max_length=5000
            ),
        ),
        migrations.CreateModel(
            name="CriterionAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_claimed_met",
                    models.BooleanField(help_text="by the freelancer, on delivering", null=True),
                ),
                (
                    "shown_by",
                    models.TextField(blank=True, help_text="how one can see it", max_length=2000),
                ),
                (
                    "is_found_met",
                    models.BooleanField(help_text="by the client, at reviewing", null=True),
                ),
                (
                    "reason",
                    models.TextField(blank=True, help_text="what is missing", max_length=5000),
                ),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="contracts.acceptancecriterion",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="contracts.submission",
                    ),
                ),
            ],
            options={
                "ordering": ["submission_id", "criterion__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("submission", "criterion"), name="criterion_answer_once_a_round"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_found_met", False), ("reason", ""), _negated=True
                        ),
                        name="criterion_answer_missed_has_reason",
                    ),
                ],
            },
        ),
        migrations.RunPython(answer_earlier_rounds, migrations.RunPython.noop),
        migrations.RemoveField(model_name="changerequest", name="criterion"),
    ]
