"""Freelancers for contracts, support, classification, extraction and LLM evaluation."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Sarah Goldstein",
        country="US",
        zone="America/New_York",
        headline="Contract review models that lawyers check, not trust",
        story="""I practised law for four years and then wrote the software that I had wanted. I
            measure recall at the precision a lawyer will put up with, clause by clause.""",
        specialisms=("nlp", "llm", "deep_learning"),
        industries=("software", "banking", "real_estate"),
        stages=("framing", "data", "modelling", "deployment"),
        hourly=150,
        fixed_from=10000,
        tools=(
            ("Hugging Face", 6, 2026),
            ("PyTorch", 6, 2026),
            ("spaCy", 7, 2026),
            ("pgvector", 2, 2026),
        ),
        studies=(
            Study(
                title="Change-of-control clauses in 3,400 leases",
                industry="real_estate",
                specialisms=("nlp",),
                year=2025,
                problem="A buyer had nine days to find every lease that a sale would end.",
                data="3,400 scanned leases, 260 read in full by two associates.",
                baseline="Keyword search: 78% of clauses, 14 passages to read for each.",
                approach="""Fine-tuned extractive reader over overlapping windows, with a second
                    pass by an LLM that has to quote its passage or answer “none”.""",
                metric="97% of clauses at 2.3 passages each, on 80 leases read afterwards.",
                impact="Three associates for four days instead of eleven for nine.",
                trade_offs="""The LLM alone was better on clean text and invented a clause in four
                    scans.""",
                failed="Sorting leases by template first: the templates had been edited by hand.",
            ),
        ),
    ),
    Freelancer(
        name="Arjun Mehta",
        country="IN",
        zone="Asia/Kolkata",
        headline="Support assistants that say “I do not know” on time",
        story="""I build retrieval first, the assistant second and the test set before both. An
            unanswerable question is a test case, not an accident.""",
        specialisms=("llm", "nlp", "mlops"),
        industries=("software", "telecom", "retail"),
        stages=("framing", "data", "modelling", "deployment", "monitoring"),
        languages=("en", "hi"),
        hourly=78,
        fixed_from=5000,
        hours_per_week=40,
        tools=(
            ("pgvector", 3, 2026),
            ("FastAPI", 5, 2026),
            ("vLLM", 2, 2026),
            ("LlamaIndex", 2, 2025),
        ),
        studies=(
            Study(
                title="Help-page answers for an accounting product",
                industry="software",
                specialisms=("llm", "nlp"),
                year=2025,
                problem="""A first assistant answered everything, including questions on features
                    that do not exist.""",
                data="""1,900 help pages, 640 real questions with an agreed answer, 210 of them
                    without one.""",
                baseline="The first assistant: 71% right when answerable, 9% honest when not.",
                approach="""Hybrid retrieval, reranking, answers that must cite a passage, and a
                    calibrated refusal from the reranker's score.""",
                metric="83% right when answerable, 86% honest when not, by two blind graders.",
                impact="28% of tickets closed without an agent at an unchanged satisfaction score.",
                trade_offs="It refuses 7% of questions that it could have answered.",
                failed="""Asking the model how sure it is: the number had nothing to do with being
                    right.""",
            ),
        ),
    ),
    Freelancer(
        name="Katarina Novak",
        country="SI",
        zone="Europe/Vienna",
        headline="Text classification: the small model first",
        story="""Linguist. A bag of words in a linear model is my first milestone in every
            project, and three times out of ten it is also the last.""",
        specialisms=("nlp", "supervised"),
        industries=("media", "public_sector", "software"),
        languages=("en", "de"),
        currency="EUR",
        hourly=72,
        fixed_from=3000,
        tools=(("scikit-learn", 9, 2026), ("spaCy", 7, 2026), ("Hugging Face", 5, 2026)),
        studies=(
            Study(
                title="Routing citizens' letters to 34 offices",
                industry="public_sector",
                specialisms=("nlp",),
                year=2024,
                problem="One letter in five went to the wrong office first and lost nine days.",
                data="148,000 letters of five years; offices renamed twice.",
                baseline="Keywords: 58% to the right office.",
                approach="""TF-IDF with a linear model, compared with a fine-tuned multilingual
                    transformer; the least sure tenth goes to a person.""",
                metric="""84% for the linear model, 87% for the transformer; 93% with the tenth
                    set aside.""",
                impact="""Median delay from nine days to one. The linear model runs on an old
                    server.""",
                trade_offs="""Three points were worth less to the city than not buying a graphics
                    card.""",
                failed="""Training on all five years: before the reorganisation the labels meant
                    something else.""",
            ),
        ),
    ),
    Freelancer(
        name="Wanjiru Kamau",
        country="KE",
        zone="Africa/Nairobi",
        headline="Intent models for banks and telcos, from few examples",
        story="""I build the first layer of a conversation: what does this person want, and are we
            sure? Swahili, English and the mixture that people type.""",
        specialisms=("nlp", "llm"),
        industries=("banking", "telecom"),
        stages=("data", "modelling", "deployment"),
        hourly=62,
        fixed_from=3500,
        tools=(("Hugging Face", 5, 2026), ("PyTorch", 5, 2026), ("FastAPI", 4, 2026)),
        studies=(
            Study(
                title="Intents of a mobile-money help line",
                industry="banking",
                specialisms=("nlp",),
                year=2025,
                problem="A menu with 41 choices sent every third caller to the wrong desk.",
                data="""19,000 messages, 41 intents, 60% mixing two languages; 3,000 labelled
                    twice, agreement of 0.81.""",
                baseline="TF-IDF and a linear model: 77% correct.",
                approach="""Sentence embeddings fine-tuned with contrastive pairs, a linear layer
                    above, and a threshold under which the menu is shown.""",
                metric="88% correct where it answers, on 91% of messages, a month later.",
                impact="Wrong transfers from 33% to 12%.",
                trade_offs="""Six intents that two labellers confused were merged instead of
                    modelled.""",
                failed="Machine translation into English first: it lost the word for “reversal”.",
            ),
        ),
    ),
    Freelancer(
        name="Fatima Zahra Bennani",
        country="MA",
        zone="Africa/Casablanca",
        headline="French and Arabic text: reviews, claims, calls",
        story="""I classify and summarise text in the two languages that most models treat as an
            afterthought. I write the annotation guide together with the people who will use the
            result.""",
        specialisms=("nlp", "supervised"),
        industries=("insurance", "retail", "telecom"),
        languages=("ar", "fr", "en"),
        currency="EUR",
        hourly=58,
        fixed_from=2800,
        tools=(("spaCy", 5, 2026), ("Hugging Face", 5, 2026), ("scikit-learn", 6, 2026)),
        studies=(
            Study(
                title="Reasons for complaint in motor claims",
                industry="insurance",
                specialisms=("nlp",),
                year=2024,
                problem="""Complaints were coded “other” in 46% of cases, so nobody could fix
                    anything.""",
                data="""27,000 French letters, 2,400 coded anew into 19 reasons by two handlers,
                    agreement of 0.74.""",
                baseline="Existing codes: useful in 54% of letters.",
                approach="""Fine-tuned French transformer with several reasons per letter; the
                    guide was rewritten twice before training.""",
                metric="Micro F1 of 0.79, against 0.83 between the two handlers.",
                impact="Two garages and one form caused 22% of complaints.",
                trade_offs="Reasons with under 40 letters are reported as a group.",
                failed="""Zero-shot labels from an LLM: plausible, and 31 points under the
                    handlers' agreement.""",
            ),
        ),
    ),
    Freelancer(
        name="Oliver Hughes",
        country="GB",
        zone="Europe/London",
        headline="Tests for LLM products: what broke, since when, how often",
        story="""I do not build your assistant. I build the set of cases, the graders and the
            report that tell you whether last night's version is better.""",
        specialisms=("llm", "nlp", "analytics"),
        industries=("software", "banking", "healthcare"),
        stages=("framing", "modelling", "monitoring"),
        currency="GBP",
        hourly=110,
        fixed_from=6000,
        tools=(("pandas", 9, 2026), ("LangGraph", 2, 2026), ("Grafana", 5, 2026)),
        studies=(
            Study(
                title="Regression suite for a pharmacist's assistant",
                industry="healthcare",
                specialisms=("llm", "analytics"),
                year=2025,
                problem="Each prompt change fixed one complaint and caused another.",
                data="""480 cases from real chats, each with facts that must and must not appear,
                    by two pharmacists.""",
                baseline="Reading 30 answers by hand before a release.",
                approach="""Rule checks where a rule will do, a graded rubric elsewhere, graders
                    compared with pharmacists on 160 answers each quarter.""",
                metric="""Grader and pharmacist agree on 94% of answers; pharmacists among
                    themselves on 95%.""",
                impact="""Three releases were stopped in six months; two would have advised a
                    wrong dose.""",
                trade_offs="""480 cases cannot see an error of one in a thousand, and the report
                    says so.""",
                failed="Scores from 1 to 10. Pass or fail with a reason is what people agree on.",
            ),
        ),
    ),
)
