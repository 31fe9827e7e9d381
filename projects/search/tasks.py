from marketplace.core.data.jobs import job
from marketplace.core.data.search.embedding import embed
from marketplace.core.data.search.models import count_words
from projects.search.models import BriefEntry, BriefWord


@job("projects.count_words", expires=3600)
def count_words_of_briefs() -> None:
    count_words(BriefWord, BriefEntry)


@job("projects.embed_briefs", expires=600)
def embed_briefs() -> None:
    embed(BriefEntry)
