"""Addresses of a cooperative's desk, mounted at /seller/."""

from django.urls import path

from marketplace.seller import views

app_name = "seller"

urlpatterns = [
    path("", views.index, name="index"),
    path("orders/<slug:number>/", views.order, name="order"),
    path("orders/<slug:number>/move/", views.move, name="move"),
]
