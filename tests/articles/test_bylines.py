import pytest

from articles.bylines import Role, Signed, line, phrases


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ([], ""),
        ([(Role.TEXT_AND_PHOTO, "Hải Đăng")], "Bài và ảnh: Hải Đăng"),
        ([(Role.TEXT, "Hải Đăng"), (Role.PHOTO, "Lụa")], "Bài: Hải Đăng – Ảnh: Lụa"),
        ([(Role.BY, "Hải Đăng"), (Role.BY, "Lụa")], "Hải Đăng - Lụa"),
        ([(Role.BY, "Nhóm PV")], "Nhóm PV"),
        ([(Role.TEAM, "Hải Đăng"), (Role.TEAM, "Lụa")], "Thực hiện: Hải Đăng, Lụa"),
        ([(Role.SOURCE, "TTX Bến Mới")], "Theo TTX Bến Mới"),
        ([(Role.COMPILED, "Lụa")], "Lụa (tổng hợp)"),
        ([(Role.TRANSLATED, "Lụa")], "Dịch: Lụa"),
        ([(Role.TEXT, "Đăng"), (Role.GRAPHICS, "Lụa")], "Bài: Đăng – Đồ họa: Lụa"),
    ],
)
def test_a_byline_reads_as_papers_print_it(signed, expected):
    assert line(Signed(role, name) for role, name in signed) == expected


def test_neighbours_in_one_role_share_a_phrase():
    signed = [Signed(Role.TEXT, "A", 1), Signed(Role.TEXT, "B", 2), Signed(Role.PHOTO, "C", 3)]
    assert [len(phrase.names) for phrase in phrases(signed)] == [2, 1]
