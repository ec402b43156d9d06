"""Pages that must come up when the database does not: no test here may use it."""

import pytest
from django.template.loader import render_to_string
from django.test import Client


@pytest.mark.parametrize("template", ["500.html", "csrf_failure.html"])
def test_a_standalone_page_says_its_heading_twice_and_one_way_on(template):
    page = render_to_string(template)
    heading = page.split("<title>")[1].split("</title>")[0]
    assert f'<h1 class="h-l">{heading}</h1>' in page
    assert page.count("<a ") == 1


def test_a_form_without_its_token_is_answered_in_words():
    client = Client(enforce_csrf_checks=True)
    response = client.post("/admin/login/", {"username": "an", "password": "x"})
    assert response.status_code == 403
    assert "Chưa gửi được biểu mẫu" in response.content.decode()
