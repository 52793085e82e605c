"""Addresses of the basket, mounted at /basket/."""

from django.urls import path

from marketplace.checkout import basket_views

app_name = "basket"

urlpatterns = [
    path("", basket_views.show_basket, name="summary"),
    path("add/<int:pk>/", basket_views.add, name="add"),
    path("lines/<int:pk>/", basket_views.change, name="change"),
    path("prices/", basket_views.accept_prices, name="accept-prices"),
]
