"""Saved payment methods in the admin: to search and to read."""

from django.contrib import admin

from marketplace.core.staff.admin_base import ReadOnlyAdmin
from payments.payment_methods.models import MethodSetup, PaymentMethod, ProcessorCustomer


@admin.register(ProcessorCustomer)
class ProcessorCustomerAdmin(ReadOnlyAdmin):
    list_display = ("organisation", "customer_id", "created_at")
    list_select_related = ("organisation",)
    search_fields = ("organisation__name", "customer_id")


@admin.register(PaymentMethod)
class PaymentMethodAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "organisation", "state", "is_default", "created_at")
    list_filter = ("state", "kind")
    list_select_related = ("organisation",)
    search_fields = ("organisation__name", "processor_id", "last4")


@admin.register(MethodSetup)
class MethodSetupAdmin(ReadOnlyAdmin):
    list_display = ("organisation", "state", "method", "currency", "created_at")
    list_filter = ("state", "currency")
    list_select_related = ("organisation", "method")
    search_fields = ("organisation__name", "session_id", "public_id")
