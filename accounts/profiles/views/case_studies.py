from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.profiles.forms.case_studies import CaseStudyForm
from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.permissions import owns_case_study, owns_profile
from accounts.profiles.queries.profiles import own_case_studies, own_profile
from accounts.profiles.services.case_studies import (
    add_case_study,
    delete_case_study,
    update_case_study,
)
from accounts.profiles.views.profiles import profile_steps
from marketplace.core.data import actors
from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import Facts, editable_facts
from marketplace.core.web.addresses import next_page
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.kept_forms import forget_page
from marketplace.core.web.views import Act, FormPage, Gate, client_address


class OfFreelancer(Gate):
    def actor(self) -> Actor:
        return actors.freelancer(self.request.user, client_address(self.request))


class NewCaseStudyPage(OfFreelancer, FormPage):
    template = "accounts/case_study_form.html"
    permission = owns_profile
    form_class = CaseStudyForm
    said = "The case study is on your profile."

    def load(self) -> FreelancerProfile:
        return get_object_or_404(own_profile(self.request.user))

    def context(self) -> dict[str, Any]:
        steps = profile_steps("evidence", is_new=False)
        return steps | {"is_new": True, "following": next_page(self.request)}

    def act(self, form: Any) -> str:
        add_case_study(profile=self.subject, by=self.actor(), **form.cleaned_data)
        return next_page(self.request) or reverse("accounts:own_profile")


class OwnCaseStudy(OfFreelancer):
    permission = owns_case_study

    def load(self) -> CaseStudy:
        mine = own_case_studies(self.request.user)
        return get_object_or_404(mine, public_id=self.kwargs["public_id"])


class EditCaseStudyPage(OwnCaseStudy, EditsShared, FormPage):
    template = "accounts/case_study_form.html"
    form_class = CaseStudyForm
    said = "Saved."

    def form_options(self) -> dict[str, Any]:
        return {"instance": self.load()}

    def context(self) -> dict[str, Any]:
        return profile_steps("evidence", is_new=False) | {"case_study": self.subject}

    def stored_facts(self) -> Facts:
        return editable_facts(self.subject)

    def act(self, form: Any) -> str:
        facts = form.cleaned_data
        update_case_study(case_study=self.subject, by=self.actor(), facts=facts, seen=self.seen)
        return reverse("accounts:own_profile")


class DeleteCaseStudyAct(OwnCaseStudy, Act):
    said = "The case study is no longer on your profile."

    def act(self) -> str:
        page = reverse("accounts:case_study", args=[self.subject.public_id])
        delete_case_study(case_study=self.subject, by=self.actor())
        forget_page(page)
        return self.back()

    def back(self) -> str:
        return reverse("accounts:own_profile")
