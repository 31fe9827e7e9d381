"""The words by which a search finds a profile."""

from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.taxonomy import Industry, Specialism


def refresh_search_text(profile: FreelancerProfile) -> None:
    """Gather the words of a profile in its search field; belongs in the changing transaction."""
    studies = profile.case_studies.values_list("title", "problem", "approach")
    words = [
        profile.user.name,
        profile.headline,
        *(Specialism(value).label for value in profile.specialisms),
        *(Industry(value).label for value in profile.industries),
        *profile.tools.values_list("name", flat=True),
        *(text for study in studies for text in study),
        profile.story,
    ]
    profile.search_text = "\n".join(word for word in words if word)
    profile.save(update_fields=["search_text"])
