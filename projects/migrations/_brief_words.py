"""What the first migration's generated columns called; they are gone by now."""

from django.db.models import Func, TextField


class Words(Func):
    function = "brief_words"
    output_field = TextField()
