from accounts.directory.models import ProfileEntry, ProfileWord
from marketplace.core.data.jobs import job
from marketplace.core.data.search.embedding import embed
from marketplace.core.data.search.models import count_words


@job("accounts.count_words", expires=3600)
def count_words_of_profiles() -> None:
    count_words(ProfileWord, ProfileEntry)


@job("accounts.embed_profiles", expires=600)
def embed_profiles() -> None:
    embed(ProfileEntry)
