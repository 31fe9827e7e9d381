"""What a clause means, in a sentence for people who are not lawyers; it is not signed."""

PLAIN = {
    "Parties and purpose": "Who works for whom, and what for.",
    "Milestones and acceptance criteria": "What is delivered, by when, for how much, and how both "
    "tell that it is done.",
    "Price, fee and payment": "The client pays each step before it begins; the money is held "
    "until they approve, and the fee comes out of the freelancer’s part.",
    "Delivery, review and approval": "Whoever does not answer in time has approved; whoever wants "
    "changes says which criterion is missed.",
    "Cancellation, notice and termination": "Both can end it; money that was not earned goes back.",
    "Time, rate and weekly limit": "Only time that was worked and written down costs anything, and "
    "never more than the limit of a week.",
    "Payment, fee and held funds": "A week is paid for before it begins, at its limit; what is "
    "not used pays for the next, and comes back after four weeks or when the contract ends. The "
    "fee comes out of the freelancer’s part.",
    "Weekly review and approval": "The client looks at each week and answers until Friday; silence "
    "is a yes, and a contested line stays held while the rest is paid.",
    "Pause, notice and termination": "Either side can stop; the week that runs is finished and "
    "paid, and no other is charged.",
    "Periods, hours and response": "What is paid for each month, what is in it, and how fast an "
    "incident is answered.",
    "Fee, grace and held funds": "A month is charged three days before it begins, and held until "
    "its report is approved. A charge that keeps failing pauses the work; nobody pays for days on "
    "which it rested.",
    "Notice, pause and termination": "Either side can stop; what begins within the notice still "
    "runs, and money for anything later goes back.",
    "Report and approval": "Each month ends in a report; the client’s silence approves it, and "
    "without a report nothing is approved by silence.",
    "Scope": "What belongs to the work, and what does not.",
    "Changes": "Nothing changes before both have agreed to it here, and nobody works unpaid "
    "meanwhile.",
    "Completion": "When the contract is over, and what is still put right afterwards.",
    "Intellectual property": "What was paid for belongs to the client; the freelancer keeps the "
    "tools that they brought along.",
    "Confidentiality": "What you learn from each other stays between you.",
    "Data protection": "How data about people is kept safe, if there is any.",
    "Handling and deletion of data": "The data is used for this work only, and deleted after it.",
    "Licences of training data": "Each side brings in only what it may use.",
    "No training of third-party models": "Nothing of yours ends up in somebody else’s model.",
    "When the parties disagree": "Talk first; the law that protects you still does.",
    "Special terms": "What you agreed beside the standard text; it counts more than the rest.",
    "Signing": "The exact text is kept with both signatures, and nothing beside it counts.",
}
