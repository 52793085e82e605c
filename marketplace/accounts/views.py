"""Signing in, the profile, the wish list, reviews."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue.models import Product
from marketplace.accounts import forms, operations, queries

REVIEWS_PER_PAGE = 20
FORM_METHODS = ["GET", "HEAD", "POST"]


class SignInView(auth_views.LoginView):
    """Sign in; Django's view keeps ``next`` on this host."""

    template_name = "oscar/customer/login.html"
    authentication_form = forms.SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the accounts of the demonstration, which exist only in development."""
        accounts = settings.DEMONSTRATION_ACCOUNTS
        return super().get_context_data(demonstration_accounts=accounts, **kwargs)


class SignOutView(auth_views.LogoutView):
    """Sign out, by POST only."""

    next_page = reverse_lazy("home")


@never_cache
@require_http_methods(FORM_METHODS)
def register(request: HttpRequest) -> HttpResponse:
    """Make an account and sign in with it."""
    if request.user.is_authenticated:
        return redirect("customer:summary")
    onward = _next(request)
    form = forms.RegistrationForm(
        request.POST or None, initial={"email": request.GET.get("email", "")}
    )
    if request.method == "POST" and form.is_valid():
        user = operations.register_user(request=request, **form.cleaned_data)
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        messages.success(request, _("Đã mở tài khoản."))
        return redirect(onward or "customer:summary")
    return render(request, "oscar/registration/register.html", {"form": form, "next": onward})


@never_cache
@login_required
@require_safe
def summary(request: HttpRequest) -> HttpResponse:
    """Show what the account holds."""
    sits = queries.sits_at_a_desk(user=request.user)
    return render(request, "oscar/customer/summary.html", {"sits_at_a_desk": sits})


@never_cache
@login_required
@require_http_methods(FORM_METHODS)
def edit_profile(request: HttpRequest) -> HttpResponse:
    """Change name and address."""
    form = forms.ProfileForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.update_profile(user=request.user, name=data["name"], email=data["email"])
        messages.success(request, _("Đã lưu thông tin."))
        return redirect("customer:summary")
    return render(request, "oscar/customer/profile.html", {"form": form})


@never_cache
@login_required
@require_http_methods(FORM_METHODS)
def change_password(request: HttpRequest) -> HttpResponse:
    """Change the password; this session stays signed in, the others do not."""
    form = forms.ChangePasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        update_session_auth_hash(request, form.save())
        messages.success(request, _("Đã đổi mật khẩu."))
        return redirect("customer:summary")
    return render(request, "oscar/customer/change_password.html", {"form": form})


@never_cache
@login_required
@require_safe
def wish_list(request: HttpRequest) -> HttpResponse:
    """Show the wish list."""
    wishes = queries.wishes_of(user=request.user, on=timezone.localdate())
    return render(request, "oscar/wishlists/wish_list.html", {"wishes": wishes})


@login_required
@require_POST
def add_wish(request: HttpRequest, product_pk: int) -> HttpResponse:
    """Put a product on the wish list."""
    try:
        product = operations.add_to_wish_list(
            user=request.user, product_id=product_pk, on=timezone.localdate()
        )
    except Product.DoesNotExist:
        raise Http404 from None
    except operations.NotListed:
        messages.error(request, _("Thứ này hiện không được bán nên chưa để dành được."))
    else:
        messages.success(request, _("Đã để dành %(name)s.") % {"name": product.get_title()})
    return redirect(_next(request) or "customer:wishlists-list")


@login_required
@require_POST
def remove_wish(request: HttpRequest, product_pk: int) -> HttpResponse:
    """Take a product off the wish list."""
    operations.remove_from_wish_list(user=request.user, product_id=product_pk)
    return redirect(_next(request) or "customer:wishlists-list")


@require_safe
def list_reviews(request: HttpRequest, product_pk: int, **slug: str) -> HttpResponse:
    """Show what buyers say about a listed product."""
    del slug
    product = queries.listed_product_or_404(product_id=product_pk, on=timezone.localdate())
    pages = Paginator(queries.approved_reviews(product=product), REVIEWS_PER_PAGE)
    context = {"product": product, "page_of_reviews": pages.get_page(request.GET.get("page"))}
    return render(request, "oscar/catalogue/reviews/review_list.html", context)


@never_cache
@login_required
@require_http_methods(FORM_METHODS)
def add_review(request: HttpRequest, product_pk: int, **slug: str) -> HttpResponse:
    """Take a signed-in user's one review of a listed product."""
    del slug
    product = queries.listed_product_or_404(product_id=product_pk, on=timezone.localdate())
    form = forms.ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.review_product(user=request.user, product=product, **form.cleaned_data)
        except operations.AlreadyReviewed:
            form.add_error(None, _("Bạn đã nhận xét thứ này rồi."))
        else:
            messages.success(request, _("Cảm ơn bạn đã nhận xét."))
            return redirect(product.get_absolute_url())
    context = {"product": product, "form": form}
    return render(request, "oscar/catalogue/reviews/review_form.html", context)


def _next(request: HttpRequest) -> str:
    """Return where to go on, "" for anything that would leave this host."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if safe else ""
