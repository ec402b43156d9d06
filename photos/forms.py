"""Handing in a picture with its words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from photos.gate import PhotoRefused
from photos.library import Prepared, prepare
from photos.models import Photo


class PhotoForm(forms.ModelForm):
    """A picture of the library: the file once, its words as often as needed."""

    file = forms.FileField(
        label=_("picture"),
        widget=forms.ClearableFileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"}
        ),
        help_text=_(
            "JPEG, PNG, WebP, AVIF or GIF, up to 20 MB. The original is kept and never shown."
        ),
    )

    class Meta:
        model = Photo
        fields = (
            "caption", "alt", "credit", "photographer", "source", "place", "taken_at", "keywords",
            "licence", "usage_terms", "status", "portrait_of",
        )  # fmt: skip
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 3}),
            "usage_terms": forms.Textarea(attrs={"rows": 2}),
        }

    # Set by a view that had the picture prepared before its transaction began.
    prepared: Prepared | PhotoRefused | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["file"]

    def clean_file(self) -> Prepared:
        """Ask the gate here, so that a refusal stands at the field and the words stay typed."""
        upload = self.cleaned_data["file"]
        try:
            prepared = self.prepared or prepare(upload.read(), name=upload.name)
        except PhotoRefused as refusal:
            prepared = refusal
        if isinstance(prepared, PhotoRefused):
            raise ValidationError(str(prepared))
        return prepared
