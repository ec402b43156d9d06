"""A page as it is copied from a paper's website, and the command that brings it in."""

from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command

PAGE = """Giữ lửa lò gốm Bến Đất - Kỳ II: Người trẻ trở về

09:15, 03/02/2024

Kỳ I: Lò nguội một nửa

(Tiếp theo và hết)

Kỳ II: Người trẻ trở về

Đầu năm, ba lò trong xóm lại đỏ lửa. Người nhóm bếp đều dưới ba mươi tuổi.

Họ học nghề từ ông bà, bán hàng bằng điện thoại.

Mẻ gốm đầu năm ở xóm Bến Đất.
Mẻ gốm đầu năm ở xóm Bến Đất.

Cuối tháng, chuyến hàng đầu tiên rời bến./.

Bài và ảnh: Hải ĐăngBÁO BẾN MỚI ĐIỆN TỬ

Tổng biên tập: Lương Khắc Vịnh

Phó Tổng biên tập: Tô Thị Hạnh, Mạc Đăng Lễ

Tòa soạn: Số 1 đường Bờ Sông, thị xã Bến Mới

Điện thoại: 0299.3000001; Email: toasoan@benmoi.example
"""

FIRST = (
    PAGE.replace("Kỳ II: Người trẻ trở về", "Kỳ I: Lò nguội một nửa", 1)
    .replace("Kỳ I: Lò nguội một nửa\n\n(Tiếp theo và hết)\n\n", "(Còn nữa)\n\n")
    .replace("Kỳ II: Người trẻ trở về", "Kỳ I: Lò nguội một nửa")
    .replace("03/02/2024", "02/02/2024")
)


def run(*args) -> str:
    out = StringIO()
    call_command("import_text", *map(str, args), stdout=out, stderr=StringIO())
    return out.getvalue()


def run_refused(*args) -> list[str]:
    """The lines written by a run that refuses a file."""
    out = StringIO()
    try:
        call_command("import_text", *map(str, args), stdout=out, stderr=StringIO())
    except CommandError:
        return out.getvalue().splitlines()
    raise AssertionError(f"nothing was refused: {out.getvalue()}")


def write(folder: Path, text: str, name: str = "trang-khac.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path
