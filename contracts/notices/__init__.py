from contracts.notices import agreements, milestones, offers, questions, running, standstills

__all__ = ["agreements", "milestones", "offers", "questions", "running", "standstills"]
