"""The abbreviations every Vietnamese paper prints. What editors have entered stays."""

from django.db import migrations

SPELLINGS = [
    "UBND, ủy ban nhân dân",
    "HĐND, hội đồng nhân dân",
    "MTTQ, Mặt trận Tổ quốc",
    "NTM, nông thôn mới",
    "KT-XH, kinh tế - xã hội",
    "HTX, hợp tác xã",
    "GPMB, giải phóng mặt bằng",
    "ATGT, an toàn giao thông",
    "PCCC, phòng cháy chữa cháy",
    "BHXH, bảo hiểm xã hội",
    "BHYT, bảo hiểm y tế",
    "THPT, trung học phổ thông",
    "THCS, trung học cơ sở",
    "CLB, câu lạc bộ",
]


def seed(apps, schema_editor):
    Equivalent = apps.get_model("reader", "Equivalent")
    for spellings in SPELLINGS:
        Equivalent.objects.get_or_create(spellings=spellings)


def unseed(apps, schema_editor):
    Equivalent = apps.get_model("reader", "Equivalent")
    Equivalent.objects.filter(spellings__in=SPELLINGS, note="").delete()


class Migration(migrations.Migration):
    dependencies = [("reader", "0004_enter_stories")]

    operations = [migrations.RunPython(seed, unseed)]
