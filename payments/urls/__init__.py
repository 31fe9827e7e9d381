from payments.urls import money, staff

app_name = "payments"
urlpatterns = [*money.urlpatterns, *staff.urlpatterns]
