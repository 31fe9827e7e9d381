from typing import Any

app_name = "contracts"
urlpatterns: list[Any] = []
