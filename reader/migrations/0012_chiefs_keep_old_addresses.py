"""Let the secretary and the chiefs say where addresses of earlier websites lead."""

from django.db import migrations

from people.rights import grant

RIGHTS = [
    f"{right}_{noun}"
    for noun in ("oldaddress", "oldpattern")
    for right in ("view", "add", "change", "delete")
]


class Migration(migrations.Migration):
    dependencies = [
        ("reader", "0011_old_addresses"),
        ("articles", "0002_roles"),
    ]

    operations = [
        grant("reader", RIGHTS, to=["Thư ký tòa soạn", "Phó Tổng Biên tập", "Tổng Biên tập"])
    ]
