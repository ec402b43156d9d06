import pytest
from django.db import IntegrityError
from django.db.models.signals import pre_save
from django.urls import reverse

from articles.models import Topic
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["a" * 60_000, "chữ " * 5_000, "x\0y"])
def test_a_search_of_any_length_is_answered(admin_client, words):
    make.article()
    path = reverse("admin:articles_article_changelist")
    assert admin_client.get(path, {"q": words}).status_code == 200


def test_a_value_no_database_holds_is_a_bad_request(admin_client):
    path = reverse("admin:photos_photo_changelist")
    asked = {"uploaded_at__gte": "0001-01-01 00:00:00+23:59"}
    assert admin_client.get(path, asked).status_code in {302, 400}


def test_a_save_that_loses_a_race_is_asked_again(admin_client):
    def lose_once(**_kwargs: object) -> None:
        pre_save.disconnect(lose_once, sender=Topic)
        raise IntegrityError

    pre_save.connect(lose_once, sender=Topic)
    admin_client.post(reverse("admin:articles_topic_add"), {"name": "Nước nổi"})
    assert Topic.objects.get().name == "Nước nổi"


def test_the_desk_carries_the_papers_name(admin_client):
    make.masthead(nameplate="Bến Mới")
    assert "Bến Mới" in admin_client.get(reverse("admin:index")).content.decode()


def test_a_refused_next_leads_to_the_desk(client):
    user = make.user("hanh")
    user.set_password("mat-khau-dai")
    user.save()
    response = client.post(
        "/admin/login/?next=https://evil.example/",
        {"username": "hanh", "password": "mat-khau-dai", "next": "https://evil.example/"},
    )
    assert response["Location"] == reverse("admin:index")
