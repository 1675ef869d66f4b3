"""A text goes in, and comes back with marks. It is in the request and in the answer, and nowhere else."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from alongside.access import SIGNED_IN, PersonRequest, allow
from alongside.writing.forms import TextForm, WordsForm
from alongside.writing.selectors import checked, with_words


@allow(*SIGNED_IN)
@never_cache
@sensitive_post_parameters("text")
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: PersonRequest) -> HttpResponse:
    form = TextForm(request.POST or None)
    page = {"room": "speak-up", "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "writing/check.html", page, status=422 if form.errors else 200)
    text, asked = form.cleaned_data["text"], {name: form.cleaned_data[name] for name in ("kind", "locale")}
    result = checked(text, **asked, viewer=request.user)
    words = WordsForm(result.marks, request.POST)
    if "use" in request.POST and words.is_valid():
        text = with_words(text, result.marks, words.chosen)
        result = checked(text, **asked, viewer=request.user)
    again = TextForm(initial={"text": text, **asked})
    return render(request, "writing/check.html", {**page, "form": again, "result": result, "text": text, **asked})
