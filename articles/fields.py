"""The field an article's text is kept in: nothing is stored that has not been cleaned."""

from typing import Any

from ckeditor.widgets import CKEditorWidget
from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from articles.body import BodyTooComplex, clean_body, editor_rules


class BodyWidget(CKEditorWidget):
    """The editor, told what the sanitiser will keep; its set-up is CKEDITOR_CONFIGS["body"]."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__("body", *args, **kwargs)
        self.config["allowedContent"] = editor_rules()


class BodyFormField(forms.CharField):
    """Cleans what was typed; `removed` then says, in sentences, what was taken out.

    Django copies a form's fields for every form made, so `form.fields["body"].removed` belongs to
    that form alone. It is empty until the form has been validated.
    """

    widget = BodyWidget
    removed: tuple[str, ...] = ()

    def clean(self, value: Any) -> str:
        self.removed = ()
        value = self.to_python(value)
        try:
            cleaned = clean_body(value)
        except BodyTooComplex as error:
            raise ValidationError(str(error), code="too_complex") from error
        self.removed = cleaned.removed
        return super().clean(cleaned.html)


class BodyField(models.TextField):
    """HTML that has been through `clean_body`, whoever writes the row and by whatever road.

    Saving raises BodyTooComplex rather than store a text that cannot be cleaned. Database
    expressions (`F`, `Concat`) are the caller's own SQL and are not looked into.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 Django's
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean_body(value).html
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        # update() and bulk_update() come this way without a pre_save.
        if isinstance(value, str):
            value = clean_body(value).html
        return super().get_db_prep_save(value, connection)

    def formfield(self, **kwargs: Any) -> Any:
        # The admin proposes its own textarea for every TextField; this one is the editor's.
        return super().formfield(**{**kwargs, "form_class": BodyFormField, "widget": BodyWidget})
