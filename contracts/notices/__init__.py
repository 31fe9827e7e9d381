from contracts.notices import agreements, milestones, offers, questions, running

__all__ = ["agreements", "milestones", "offers", "questions", "running"]
