"""What each part of a brief asks for, in plain words, with an example of a good answer."""

LABELS = {
    "title": "Title",
    "summary": "In one line",
    "problem": "What is the problem?",
    "why_it_matters": "Why does it matter, and why now?",
    "goal_kpi": "Which figure has to move?",
    "goal_baseline": "Where is it today?",
    "goal_target": "Where should it be?",
    "goal_due": "By when?",
    "goal_worth": "What is one unit of improvement worth?",
    "success_metrics": "How good does the model have to be?",
    "guardrails": "What must not get worse?",
    "data_sources": "Which data do you have?",
    "data_volume": "How much?",
    "data_labels": "Is the right answer known for past cases?",
    "data_quality": "What is wrong with the data?",
    "data_location": "Where are they stored?",
    "data_access": "Who grants access, and how long does it take?",
    "data_sensitivity": "Personal or regulated data",
    "data_rules": "Rules for handling them",
    "deployment": "Where will it run?",
    "stack": "What must it fit into?",
    "residency": "Where must the data stay?",
    "hard_deadline": "A date that cannot move",
    "priority": "If only one can be best",
    "phases": "Which phases do you need?",
    "deliverables": "What do you want to have at the end?",
    "overlap": "Shared working hours",
    "language": "Working language",
    "check_ins": "Check-ins",
    "specialisms": "Specialisms",
    "tools": "Tools",
    "industry": "Industry",
    "engagement_kind": "Kind of engagement",
    "currency": "Currency",
    "budget_min": "Budget, at least",
    "budget_max": "Budget, at most",
    "starts_on": "Start",
    "weeks": "Length in weeks",
    "screening_questions": "Questions for those who propose",
    "visibility": "Who can find it?",
}

EXAMPLES = {
    "title": "Name the outcome, not the algorithm: “Tell us which prepaid subscribers will leave”.",
    "summary": "Shown in the list, with figures: “7,043 customers, one in four leaves in a year”.",
    "problem": "What happens today, who decides, what goes wrong. “Our retention team calls 2,000 "
    "customers a month, picked at random. Three calls in four reach somebody who was staying.”",
    "why_it_matters": "“Churn costs us 380,000 USD a year. The call contract is renewed in March.”",
    "goal_kpi": "“Monthly churn of prepaid subscribers”",
    "goal_baseline": "“4.6 % in the last twelve months”",
    "goal_target": "“3.5 %”",
    "goal_worth": "“Each tenth of a point is 31,000 USD a month”",
    "success_metrics": "The measure and the least value. “Average precision of 0.38 or better on a "
    "quarter that the model has not seen.”",
    "guardrails": "Latency, cost, fairness, explanations. “A list for 200,000 customers by 06:00, "
    "a reason for each customer, no use of postcode.”",
    "data_sources": "Tables, files, systems. “Billing (14 months), recharges (daily), support "
    "tickets (free text).”",
    "data_volume": "“7,043 customers, 21 columns, 1 GB”",
    "data_labels": "“Yes: 1,869 of 7,043 left”",
    "data_quality": "“Tenure is missing for 11 new customers; two regions changed codes in May.”",
    "data_location": "“Snowflake, EU region”",
    "data_access": "“Head of data, three working days”",
    "data_rules": "“Pseudonymised export only; work in our environment; delete after handover.”",
    "deployment": "“A nightly job in our Kubernetes cluster”",
    "stack": "“Python 3.11, dbt, Airflow; scores go back into Salesforce”",
    "residency": "“European Union”",
    "deliverables": "“Feasibility report; trained model with code; nightly job in production; "
    "runbook; two sessions with our team.”",
    "overlap": "“Three hours between 09:00 and 17:00 Berlin”",
    "tools": "With commas: Python, LightGBM, dbt",
    "engagement_kind": "How the work is paid. A proposal may advise another kind, and says why.",
    "screening_questions": "One per line, five at most. “Which churn model of yours is still in "
    "use, and what did it change?”",
}

KIND_HINTS = {
    "fixed": "A price for each milestone, held before work on it starts.",
    "hourly": "A rate, and at most so many hours a week; each week is held before it begins.",
    "retainer": "A fee for each month, with hours or outcomes in it; a report ends each.",
}
