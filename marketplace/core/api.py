from rest_framework.pagination import CursorPagination as DRFCursorPagination
from rest_framework.views import exception_handler as problem_response

__all__ = ["CursorPagination", "problem_response"]


class CursorPagination(DRFCursorPagination):
    ordering = "-id"
