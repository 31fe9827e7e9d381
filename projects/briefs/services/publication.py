"""What becomes true of a brief when it is published, by its owner or by a moderator."""

from django.utils import timezone

from projects.briefs.models.briefs import Brief


def publication_of(brief: Brief) -> dict[str, object]:
    """What the move that publishes a locked brief changes."""
    now = timezone.now()
    earlier = Brief.objects.filter(organisation=brief.organisation_id, published_at__isnull=False)
    is_first = not earlier.exclude(pk=brief.pk).exists()
    return {"published_at": now, "last_active_at": now, "is_first_published": is_first}
