from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True, scope="package")
def _sentences_in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
