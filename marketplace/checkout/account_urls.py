"""Addresses of a buyer's own orders, included into the accounts pages."""

from django.urls import path

from marketplace.checkout import order_views

urlpatterns = [
    path("", order_views.order_list, name="order-list"),
    path("<slug:number>/", order_views.order_detail, name="order"),
]
