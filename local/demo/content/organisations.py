"""The client organisations: invented, each with a problem that a public data set shows."""

from local.demo.content.shapes import Member, Organisation

OWNER, HIRING, FINANCE, VIEWER = "owner", "hiring_manager", "finance", "viewer"

ORGANISATIONS = (
    Organisation(
        key="meridian",
        name="Meridian Mobile",
        domain="meridian-mobile.example",
        country="US",
        currency="USD",
        about="""Meridian Mobile sells phone, internet and television lines in the western United
            States. A retention desk of nine people calls customers before they leave, and would
            like to call the right ones.""",
        members=(
            Member(
                name="Maria Meyer",
                role=OWNER,
                zone="America/Los_Angeles",
                try_this="Compare the proposals for the churn brief, shortlist one, make an offer.",
            ),
            Member(name="Devon Price", role=HIRING, zone="America/Los_Angeles"),
            Member(name="Ruth Castellano", role=FINANCE, zone="America/Denver"),
            Member(name="Owen Tran", role=VIEWER, zone="America/Los_Angeles"),
        ),
    ),
    Organisation(
        key="farol",
        name="Banco Farol",
        domain="banco-farol.example",
        country="PT",
        currency="EUR",
        about="""A Portuguese retail bank with 61 branches. Term deposits are sold by telephone,
            cards and small loans through the app. Models run in the bank's own data centre in
            Porto and each of them has to be explained to the supervisor.""",
        members=(
            Member(name="Beatriz Falcão", role=OWNER, zone="Europe/Lisbon"),
            Member(
                name="Nuno Sequeira",
                role=HIRING,
                zone="Europe/Lisbon",
                try_this="A milestone waits for review: approve it or ask for changes.",
            ),
            Member(name="Graça Pimentel", role=FINANCE, zone="Europe/Lisbon"),
        ),
    ),
    Organisation(
        key="cardinal",
        name="Cardinal Pay",
        domain="cardinal-pay.example",
        country="GB",
        currency="GBP",
        about="""Cardinal Pay processes card payments for 4,000 shops and online sellers in the
            United Kingdom and Ireland. The fraud team of twelve reviews alerts by hand, seven days
            a week.""",
        members=(
            Member(name="Imogen Hartley", role=OWNER, zone="Europe/London"),
            Member(name="Callum Reid", role=HIRING, zone="Europe/London"),
            Member(
                name="Farah Qureshi",
                role=FINANCE,
                zone="Europe/London",
                try_this="""Fund the first milestone of the online payments contract with 4242
                    4242 4242 4242.""",
            ),
        ),
    ),
    Organisation(
        key="harvest",
        name="Harvest Lane Markets",
        domain="harvest-lane.example",
        country="US",
        currency="USD",
        about="""Ten large grocery stores in California, Texas and Wisconsin, and a delivery service
            that grew faster than the planning behind it. Orders for every shelf are still set by
            twelve planners with spreadsheets.""",
        members=(
            Member(name="Walter Dunne", role=OWNER, zone="America/Chicago"),
            Member(name="Tessa Lindgren", role=HIRING, zone="America/Chicago"),
            Member(name="Paul Ferreira", role=FINANCE, zone="America/New_York"),
        ),
    ),
    Organisation(
        key="kestrel",
        name="Kestrel Werke",
        domain="kestrel-werke.example",
        country="DE",
        currency="EUR",
        about="""A maker of precision parts, screws, cable and coated sheet in Baden-Württemberg,
            with three plants and 900 people. Inspection is done by eye, maintenance by calendar,
            and both are about to change.""",
        members=(
            Member(name="Jürgen Albrecht", role=OWNER, zone="Europe/Berlin"),
            Member(name="Anke Sommer", role=HIRING, zone="Europe/Berlin"),
            Member(name="Mehmet Yıldız", role=FINANCE, zone="Europe/Berlin"),
            Member(name="Petra Vogt", role=VIEWER, zone="Europe/Berlin"),
        ),
    ),
    Organisation(
        key="kaede",
        name="Kaede Cinema Club",
        domain="kaede-cinema.example",
        country="JP",
        currency="JPY",
        about="""A streaming club for world cinema in Kyoto with a digitised archive of Edo-period
            playbills. Members rate what they watch; the archive waits to be read.""",
        members=(
            Member(name="Haruka Mori", role=OWNER, zone="Asia/Tokyo"),
            Member(name="Kenji Arakawa", role=HIRING, zone="Asia/Tokyo"),
            Member(name="Naoko Ishii", role=FINANCE, zone="Asia/Tokyo"),
        ),
    ),
    Organisation(
        key="aldersgate",
        name="Aldersgate Health Partnership",
        domain="aldersgate-health.example",
        country="GB",
        currency="GBP",
        about="""Four hospitals that share their radiology, pathology and discharge planning. Any
            model here supports a clinician, never replaces one, and is looked at by the clinical
            safety officer before anybody uses it.""",
        members=(
            Member(name="Dr Helen Osei", role=OWNER, zone="Europe/London"),
            Member(name="Rhys Bevan", role=HIRING, zone="Europe/London"),
            Member(name="Shirin Daneshvar", role=FINANCE, zone="Europe/London"),
        ),
    ),
    Organisation(
        key="loom",
        name="Ledger & Loom",
        domain="ledger-loom.example",
        country="US",
        currency="USD",
        about="""Software for the paperwork of mid-sized companies: contracts, receipts, inboxes and
            help pages. Thirty-one people, remote, most of them east of the Mississippi.""",
        members=(
            Member(name="Nathan Abrams", role=OWNER, zone="America/New_York"),
            Member(name="Joy Achebe", role=HIRING, zone="America/New_York"),
            Member(name="Colleen Marsh", role=FINANCE, zone="America/Chicago"),
        ),
    ),
    Organisation(
        key="terrace",
        name="Terrace Energy",
        domain="terrace-energy.example",
        country="NL",
        currency="EUR",
        about="""Terrace Energy looks after the meters of universities, offices and housing blocks
            and gets paid for the energy that its advice saves. What would have been used without
            the advice is a forecast, so the forecast is the invoice.""",
        members=(
            Member(
                name="Willem de Graaf",
                role=OWNER,
                zone="Europe/Amsterdam",
                try_this="A model is looked after by the month: read its first report.",
            ),
            Member(name="Saskia Bakker", role=HIRING, zone="Europe/Amsterdam"),
            Member(name="Omar El Idrissi", role=FINANCE, zone="Europe/Amsterdam"),
        ),
    ),
    Organisation(
        key="portwell",
        name="City of Portwell",
        domain="portwell-city.example",
        country="US",
        currency="USD",
        about="""The mobility, parks and housing departments of a city of 640,000 people. Public
            money, public data, and a purchasing office that reads every acceptance criterion.""",
        members=(
            Member(name="Angela Whitaker", role=OWNER, zone="America/New_York"),
            Member(name="Luis Ortega", role=HIRING, zone="America/New_York"),
            Member(name="Janet Kowalski", role=FINANCE, zone="America/New_York"),
        ),
    ),
    Organisation(
        key="miradouro",
        name="Miradouro Hotels",
        domain="miradouro-hotels.example",
        country="PT",
        currency="EUR",
        about="""A resort in the Algarve and a city hotel in Lisbon, owned by one family, filled by
            four booking sites and emptied by cancellations.""",
        members=(
            Member(name="Teresa Magalhães", role=OWNER, zone="Europe/Lisbon"),
            Member(name="Duarte Pinho", role=HIRING, zone="Europe/Lisbon"),
        ),
    ),
    Organisation(
        key="ormeau",
        name="Mutuelle d'Ormeau",
        domain="mutuelle-ormeau.example",
        country="FR",
        currency="EUR",
        about="""A mutual insurer of cars and homes in western France. Its actuaries price with
            generalised linear models and want to know, in figures, what anything newer is
            worth.""",
        members=(
            Member(name="Sylvie Garnier", role=OWNER, zone="Europe/Paris"),
            Member(name="Antoine Lemaire", role=HIRING, zone="Europe/Paris"),
            Member(name="Claire Besson", role=FINANCE, zone="Europe/Paris"),
        ),
    ),
    Organisation(
        key="nyota",
        name="Nyota Growers Cooperative",
        domain="nyota-growers.example",
        country="KE",
        currency="USD",
        about="""6,100 families who grow maize, potatoes and tomatoes in the Rift Valley, with 44
            extension officers, most of them on motorcycles, all of them with cheap phones.""",
        members=(
            Member(name="Mercy Chebet", role=OWNER, zone="Africa/Nairobi"),
            Member(name="Peter Kiptoo", role=HIRING, zone="Africa/Nairobi"),
        ),
    ),
)
