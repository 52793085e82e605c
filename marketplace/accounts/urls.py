"""Addresses of an account, mounted at /accounts/; Oscar's other customer pages are not."""

from django.conf import settings
from django.contrib.auth import views as auth_views
from django.urls import include, path, reverse_lazy

from marketplace.accounts import forms, views

app_name = "customer"

urlpatterns = [
    path("login/", views.SignInView.as_view(), name="login"),
    path("logout/", views.SignOutView.as_view(), name="logout"),
    path("register/", views.register, name="register"),
    path("", views.summary, name="summary"),
    path("profile/", views.edit_profile, name="profile-view"),
    path("profile/edit/", views.edit_profile, name="profile-update"),
    path("change-password/", views.change_password, name="change-password"),
    # Orders stand above accounts, so their addresses are named by string.
    path("orders/", include("marketplace.checkout.account_urls")),
    path("wishlists/", views.wish_list, name="wishlists-list"),
    path("wishlists/add/<int:product_pk>/", views.add_wish, name="wishlists-add-product"),
    path("wishlists/remove/<int:product_pk>/", views.remove_wish, name="wishlists-remove-product"),
]

#: Oscar's templates and Wagtail name these without a namespace; mounted at /password-reset/.
password_reset_patterns = [
    path(
        "",
        auth_views.PasswordResetView.as_view(
            template_name="oscar/registration/password_reset.html",
            email_template_name="email/password_reset/body.txt",
            subject_template_name="email/password_reset/subject.txt",
            html_email_template_name="email/password_reset/body.html",
            form_class=forms.ForgottenPasswordForm,
            extra_email_context={
                "site_url": settings.SITE_URL,
                "shop_name": settings.OSCAR_SHOP_NAME,
            },
            success_url=reverse_lazy("password-reset-done"),
        ),
        name="password-reset",
    ),
    path(
        "done/",
        auth_views.PasswordResetDoneView.as_view(
            template_name="oscar/registration/password_reset_done.html"
        ),
        name="password-reset-done",
    ),
    path(
        "confirm/<str:uidb64>/<str:token>/",
        auth_views.PasswordResetConfirmView.as_view(
            template_name="oscar/registration/password_reset_confirm.html",
            form_class=forms.NewPasswordForm,
            success_url=reverse_lazy("password-reset-complete"),
        ),
        name="password-reset-confirm",
    ),
    path(
        "complete/",
        auth_views.PasswordResetCompleteView.as_view(
            template_name="oscar/registration/password_reset_complete.html"
        ),
        name="password-reset-complete",
    ),
]
