"""The steps of the main job, each by one person at their browser."""

from tests.journeys.person import Person

BRIEF = {
    "summary": "7 043 customers, one in four leaves within a year",
    "problem": "Our retention team calls 2 000 customers a month, picked at random.",
    "why_it_matters": "Each customer who leaves costs 190 EUR a year.",
    "goal_kpi": "Monthly churn",
    "goal_baseline": "4.6 %",
    "goal_target": "3.5 %",
    "success_metrics": "Average precision of at least 0.38 on customers the model never saw.",
    "data_sources": "One table of contracts and invoices, 21 columns.",
    "data_volume": "7 043 rows",
    "data_labels": "Yes, for every customer",
    "data_location": "Postgres, in Frankfurt",
    "data_access": "Our data team, within two days",
    "deliverables": "A scored list each Monday, the code, and a report.",
    "budget_min": "9,000",
    "budget_max": "13,000",
    "weeks": "8",
}
MILESTONES = [
    ("Data and feasibility", "Leakage report", "A go or no-go with reasons", "2,400"),
    ("Model and evaluation", "Trained model", "Average precision at least 0.38", "4,200"),
    ("Deployment", "Weekly batch", "Scored by Monday 06:00", "3,000"),
]


def found_organisation(client: Person, name: str) -> None:
    client.open("/welcome/organisation/")
    client.fill("Name", name)
    client.choose("Country", "Germany")
    client.submit()
    client.sees("Your organisation is ready")


def post_brief(client: Person, title: str) -> str:
    """Returns the path of the published brief."""
    client.open("/briefs/new/")
    client.fill("Title", title)
    client.submit()
    for name, value in BRIEF.items():
        client.fill_named(name, value)
    client.tick("Supervised learning")
    client.choose_named("industry", index=1)
    client.choose_named("data_sensitivity", index=1)
    client.choose_named("currency", label="USD")
    client.submit()
    client.click("Publish")
    return client.path


CASE_STUDY = {
    "title": "Churn model for a regional telecom operator",
    "finished_in": "2025",
    "problem": "Customers left without a sign that anyone had read.",
    "data": "41 000 contracts over three years",
    "baseline": "Random calls reached one leaver in nine.",
    "approach": "Gradient boosting on usage trends, split by customer.",
    "metric": "Average precision 0.44 on the last quarter",
    "what_did_not_work": "Call-centre notes added noise and nothing else.",
}


def make_profile(freelancer: Person) -> None:
    freelancer.open("/profile/basics/")
    freelancer.fill_named("headline", "Churn and demand models that hold up in production")
    freelancer.choose_named("country", label="Germany")
    freelancer.tick("English")
    freelancer.submit()
    freelancer.tick("Supervised learning")
    freelancer.tick("Telecommunications")
    freelancer.submit()
    freelancer.fill_named("fixed_from", "4,000")
    freelancer.submit()
    for name, value in CASE_STUDY.items():
        freelancer.fill_named(name, value)
    freelancer.choose_named("industry", label="Telecommunications")
    freelancer.submit()


PROPOSAL = {
    "understanding": "Calls are spent on customers who stay; ranking by risk saves most of them.",
    "approach": "A logistic baseline first, then gradient boosting, compared on the same split.",
    "data_preparation": "Join invoices by month, drop fields written after the customer left.",
    "validation_plan": "The last quarter stays unseen; average precision against random calls.",
    "risks": "Fewer than 2 000 leavers: the interval stays wide.",
    "assumptions": "The contract table is complete since 2023. Is it?",
}


def propose(freelancer: Person, brief: str) -> str:
    """Returns the path of the sent proposal."""
    freelancer.open(brief)
    freelancer.follow("Write a proposal")
    freelancer.click("Start writing")
    for name, value in PROPOSAL.items():
        freelancer.fill_named(name, value)
    for position, milestone in enumerate(MILESTONES):
        if position:
            freelancer.click("Add a milestone")
        fill_milestone(freelancer, position, *milestone)
    freelancer.submit()
    freelancer.click("Send")
    return freelancer.path


def fill_milestone(
    freelancer: Person, position: int, title: str, deliverables: str, criteria: str, amount: str
) -> None:
    fields = {
        "title": title,
        "deliverables": deliverables,
        "acceptance_criteria": criteria,
        "amount": amount,
        "effort_hours": "30",
        "due_on": f"2027-0{position + 1}-15",
    }
    for name, value in fields.items():
        freelancer.fill_named(f"milestones-{position}-{name}", value)
    freelancer.choose_named(f"milestones-{position}-phase", index=position + 1)


PAYS, DECLINED, ASKS_3DS = "4242424242424242", "4000000000000002", "4000002500003155"
SAVED_BUT_DECLINED = "4000000000000341"


def sign(person: Person, room: str) -> None:
    person.open(f"{room}signature/")
    person.fill_named("name", person.name)
    person.page.locator("[name=consent]").check()
    person.submit()


def start_checkout(client: Person, room: str) -> None:
    """From the work room to the processor's hosted page."""
    client.open(room)
    client.follow("Fund")
    client.submit()


def pay_by_card(client: Person, number: str) -> None:
    """Fills the hosted page, which is the processor's and not ours."""
    page = client.page
    page.fill("[name=email]", client.email)
    page.fill("[name=card_number]", number)
    page.fill("[name=card_expiry]", "12 / 31")
    page.fill("[name=card_cvc]", "123")
    page.fill("[name=name]", client.name)
    client.press(page.locator("button[type=submit]").last)


def onboard(freelancer: Person) -> None:
    """Set up payouts on the processor's hosted page."""
    freelancer.open("/money/onboarding/")
    page = freelancer.page
    # The country is fixed once the account at the processor was begun.
    if page.locator("main select[name=country]").is_enabled():
        freelancer.choose_named("country", label="Germany")
    freelancer.submit()
    give_details_to_the_processor(freelancer)


def give_details_to_the_processor(freelancer: Person) -> None:
    """Fills the hosted page, which is the processor's and not ours."""
    page = freelancer.page
    page.fill("[name=legal_name]", freelancer.name)
    page.select_option("[name=country]", label="Germany")
    page.fill("[name=payout_account]", "DE89370400440532013000")
    freelancer.press(page.locator("button[type=submit]").last)


def deliver(freelancer: Person, room: str, note: str) -> None:
    freelancer.open(room)
    freelancer.follow("Deliver milestone")
    freelancer.fill_named("note", note)
    criteria = freelancer.page.locator("main .criterion")
    for criterion in criteria.all():
        criterion.get_by_label("Met", exact=True).check()
        criterion.get_by_role("textbox").fill("See the report, page 2.")
    report = {"name": "report.md", "mimeType": "text/markdown", "buffer": b"# Report"}
    freelancer.page.locator("main input[type=file]").first.set_input_files([report])
    freelancer.submit()
    freelancer.page.wait_for_url(f"**{room}")


def approve(client: Person, room: str) -> None:
    client.open(room)
    client.follow("Approve")
    client.click("Approve and release")


def save_card(client: Person, number: str) -> None:
    """For weeks that are charged while nobody is there."""
    client.open("/money/methods/")
    client.follow("Add")
    client.page.locator("main [name=agreed]").check()
    client.submit()
    pay_by_card(client, number)
    client.sees("Payment methods")


def write_time(freelancer: Person, week: str, *, day: str, starts: str, ends: str) -> None:
    freelancer.open(f"{week}time/")
    typed = {"day": day, "starts": starts, "ends": ends, "task": "Feature table"}
    for name, value in typed.items():
        freelancer.fill_named(name, value)
    freelancer.submit()
    freelancer.page.wait_for_url(f"**{week}")


def write_time_refused(freelancer: Person, week: str, *, day: str, starts: str, ends: str) -> None:
    freelancer.open(f"{week}time/")
    typed = {"day": day, "starts": starts, "ends": ends, "task": "Labels"}
    for name, value in typed.items():
        freelancer.fill_named(name, value)
    freelancer.submit()


def start_another_checkout(client: Person, room: str) -> None:
    """With a card that is not saved, where a saved one would be charged."""
    client.open(room)
    client.follow("Fund")
    client.page.locator("main input[name=pay_with][value=checkout]").check()
    client.submit()


def contest_first_line(client: Person, week: str, why: str) -> None:
    client.open(f"{week}contest/")
    client.page.locator("main input[name=lines]").first.check()
    client.page.locator("main input[name=ground]").first.check()
    client.fill_named("why", why)
    client.submit()
    client.sees("Contested.")


def approve_week(client: Person, week: str) -> None:
    client.open(f"{week}approval/")
    client.submit()
    client.sees("Approved.")


def propose_another_milestone(person: Person, room: str) -> None:
    """At the end, for 1,200.00, signed for one's own side."""
    person.open(f"{room}change-orders/milestones/")
    person.click("Add a milestone")
    person.fill_named("milestones-0-title", "Monitoring of drift")
    person.choose_named("milestones-0-phase", index=1)
    person.fill_named("milestones-0-deliverables", "A dashboard and its job.")
    person.fill_named("milestones-0-acceptance_criteria", "The job runs daily.")
    person.fill_named("milestones-0-amount", "1,200.00")
    _sign_and_propose(person, "Drift has to be watched.")


def propose_to_drop(person: Person, room: str, number: int) -> None:
    person.open(f"{room}change-orders/milestones/")
    person.page.locator(f"[name=milestone-{number}-is_dropped]").check()
    _sign_and_propose(person, "The table is clean already.")


def _sign_and_propose(person: Person, why: str) -> None:
    person.fill_named("note", why)
    person.page.locator("[name=consent]").check()
    person.click("Sign and propose")


def sign_change(person: Person, room: str) -> None:
    """From the work room, whose turn it says it is, to the second signature."""
    person.open(room)
    person.follow("Read the change", exact=True)
    person.follow("Sign the change")
    person.page.locator("[name=consent]").check()
    person.submit()
    person.sees("Signed by both.")


def report_period(freelancer: Person, period: str, report: dict[str, str]) -> None:
    """Every heading, the trend and the choice, and the name that is there already."""
    freelancer.open(f"{period}report/")
    for name, value in report.items():
        if name in ("trend", "choice"):
            freelancer.page.locator(f"main [name={name}][value={value}]").check()
        else:
            freelancer.fill_named(name, value)
    freelancer.page.locator("main [name=consent]").check()
    freelancer.submit()
    freelancer.sees("Handed in and signed.")


def approve_period(client: Person, period: str) -> None:
    client.open(f"{period}approval/")
    client.submit()
    client.sees("Approved.")


def propose_fee(person: Person, room: str, fee: str, why: str) -> None:
    person.open(f"{room}change-orders/periods/")
    person.fill_named("fee", fee)
    _sign_and_propose(person, why)


def give_notice(person: Person, room: str, why: str) -> None:
    person.open(f"{room}notice/")
    person.fill_named("why", why)
    person.submit()
