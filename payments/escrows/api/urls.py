from django.urls import path

from payments.escrows.api.views import Escrows

urlpatterns = [
    path("escrows/", Escrows.as_view(), name="escrows"),
]
