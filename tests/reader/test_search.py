"""What is found and in which order, on whichever database the tests run.

One table of stories, one of queries: each says what it must find and what it must not.
"""

import pytest
from django.db import transaction
from django.urls import reverse

from articles import publishing
from reader.search import finding
from reader.search.equivalents import Equivalents
from reader.search.query import parse
from reader.search.scope import Scope
from tests import make

# key: headline, standfirst, text, and the name it is signed with. The later ones are newer.
STORIES = {
    "truong": ("Cầu mới ở Xuân Trường", "Cầu nối hai bờ sông Ninh Cơ.", "Xe đã qua cầu.", "Lam"),
    "thuy": ("Gió biển", "Chuyện hai huyện.", "Giao Thủy, Xuân Thủy cùng ven biển.", "Lam"),
    "dai-hoc": ("Tân sinh viên", "Ngày hội.", "Trường đông. Xuân về trên sân trường xanh.", "Lam"),
    "hoa-binh": ("Hòa Bình đón lúa mới", "Được mùa.", "Nhà nào cũng phơi thóc.", "Lam"),
    "hoa-binh-than": ("Một sáng", "Chợ.", "Người dân mong hoà bình và no ấm.", "Lam"),
    "hoa-binh-dau": ("Bình hoa của bà", "Lọ gốm.", "Bà cắm hoa.", "Lam"),
    "toan": ("Toàn xã ra quân", "Làm sạch ngõ.", "Toàn dân cùng làm.", "Lam"),
    "an": ("Bến An Khê", "Đò ngang.", "Khách qua đò.", "Lam"),
    "85-90": ("Tỉ lệ gieo cấy", "Vụ mùa.", "Đã cấy được 85-90% diện tích.", "Lam"),
    "lang": ("Đường làng thành phố", "Rải nhựa.", "Xe chạy êm.", "Lam"),
    "duong-lieu": ("Dương liễu ven đê", "Hàng cây chắn sóng.", "Cây lên xanh.", "Lam"),
    "chi-thi": ("Thực hiện Chỉ thị 05-CT/TW", "Học tập.", "Các chi bộ cùng làm.", "Lam"),
    "ct": ("Sổ tay 05", "Ghi chép.", "TW và CT là chữ tắt.", "Lam"),
    "ubnd": ("Họp UBND tỉnh", "Bàn về đê.", "Quyết định đắp đê.", "Lam"),
    "uy-ban": ("Ủy ban nhân dân xã trả lời dân", "Tiếp dân.", "Lịch tiếp dân thứ Hai.", "Lam"),
    "uy-roi": ("Nhân vật", "Người ở ủy hội.", "Ban nhạc của dân.", "Lam"),
    "hdnd": ("Kỳ họp HĐND", "Chất vấn.", "Ba nhóm việc.", "Lam"),
    "ntm": ("Về đích nông thôn mới", "Sáu xã.", "Xã cuối cùng đạt chuẩn.", "Lam"),
    "kt-xh": ("Báo cáo KT-XH quý I", "Tăng đều.", "Thu ngân sách đạt.", "Lam"),
    "bac-sy": ("Bác sỹ về làng", "Khám bệnh.", "Trạm xá đông người.", "Lam"),
    "ky-thuat": ("Lớp kĩ thuật ghép cây", "Học nghề.", "Ghép mắt bưởi.", "Lam"),
    "my": ("Tôm sang thị trường Mĩ", "Đơn hàng.", "Container đầu tiên.", "Lam"),
    "mi-tom": ("Bát mì nóng", "Bữa khuya.", "Bếp ăn tình thương nấu mì.", "Lam"),
    "ky-ii": ("Giữ nghề - Kỳ II: Lửa lò", "Thợ gốm.", "Lò đỏ lửa.", "Lam"),
    "ky-2": ("Giữ bãi - Kỳ 2: Con nước", "Ngư dân.", "Nước lên.", "Lam"),
    "12.500": ("Trồng 12.500 cây", "Rừng ngập mặn.", "Cây bám bùn.", "Lam"),
    "12500": ("Quỹ được 12500 suất", "Quà.", "Trao tận tay.", "Lam"),
    "thuy-thu": ("Thuý trở về", "Người thợ thuỷ tinh.", "Cô Thuý thổi thuỷ tinh.", "Lam"),
    "quy": ("Quý ba khởi sắc", "Thu mua.", "Hàng quý giá.", "Lam"),
    "muoi-tit": ("Muối trắng Bạch Long", "Diêm dân.", "Nắng.", "Lam"),
    "muoi-sapo": ("Nắng tháng Năm", "Diêm dân được mùa muối.", "Đồng vắng.", "Lam"),
    "muoi-than": ("Hạt trắng", "Nghề cũ.", "Bà con cào muối từ mờ sáng.", "Lam"),
    "ten": ("Chợ phiên", "Rau quả.", "Hàng tươi.", "Phan Mộc Miên"),
    "html": ("Bảng giá <b>gạo</b> & ngô", "Giá 5 < 7.", "<p>Gạo tẻ &amp; gạo nếp</p>", "Lam"),
    "cu": ("Chuyện lũ năm cũ", "Nước về.", "Thuyền.", "Lam"),
    "moi": ("Chuyện lũ năm nay", "Nước về.", "Thuyền.", "Lam"),
    "duong-tieng": ("Giá đường kính tăng", "Mía.", "Nhà máy ép mía.", "Lam"),
    "tien": ("Gửi tiền lấy lãi", "Ngân hàng.", "Lãi suất 4,5%.", "Lam"),
    "tien-len": ("Tiến bước", "Đội quân.", "Tiến về phía trước.", "Lam"),
    "email": ("Thư bạn đọc", "Hỏi đáp.", "Gửi về toasoan@benmoi.example trước 24/5/2023.", "Lam"),
}  # fmt: skip

# What is asked, what it must find, what it must not.
FOUND = [
    # without diacritics
    ("xuan truong", "truong dai-hoc", "thuy"),
    ("hoa binh", "hoa-binh hoa-binh-than hoa-binh-dau", "toan"),
    ("duong lang", "lang", "duong-lieu"),
    ("dan", "toan uy-ban", "an"),
    ("XUAN TRUONG", "truong", "thuy"),
    ("bach long", "muoi-tit", "muoi-than"),
    # with them, in any form
    ("Xuân Trường", "truong", "thuy"),
    ("Xuân truong", "truong", "thuy"),
    ("xuân trường", "truong", "thuy"),
    ("Xua\u0302n Tru\u031bo\u031b\u0300ng", "truong", "thuy"),
    ("hoà bình", "hoa-binh hoa-binh-than", "toan"),
    ("hòa bình", "hoa-binh hoa-binh-than", "toan"),
    ("HOÀ BÌNH", "hoa-binh", "toan"),
    ("Thúy", "thuy-thu", ""),
    ("Thuý", "thuy-thu", ""),
    ("thủy tinh", "thuy-thu", "thuy"),
    ("thuỷ tinh", "thuy-thu", "thuy"),
    ("quý", "quy", ""),
    ("Ðường làng", "lang", ""),  # U+00D0
    ("đường làng", "lang", "duong-lieu"),
    ("đ\u200bường làng", "lang", ""),
    # whole syllables
    ("an", "an", "toan"),
    ("toan", "toan", "an"),
    ("mu", "", "muoi-tit"),
    ("truon", "", "truong"),
    # phrases
    ('"xuân trường"', "truong", "dai-hoc"),
    ('"trường xuân"', "", "truong"),
    ('"xuan truong"', "truong", "dai-hoc"),
    ("“xuân trường”", "truong", "dai-hoc"),
    ("«xuân trường»", "truong", "dai-hoc"),
    ('"cầu mới" sông', "truong", "thuy"),
    ('"cầu mới', "truong", "thuy"),
    ('"trường cầu"', "", "truong"),  # no phrase reaches from one zone into the next
    # numbers, signs, dates, addresses
    ("90%", "85-90", ""),
    ("85-90%", "85-90", ""),
    ("85-90", "85-90", ""),
    ("05-CT/TW", "chi-thi", "ct"),
    ("05-ct/tw", "chi-thi", "ct"),
    ("4,5%", "tien", ""),
    ("24/5/2023", "email", ""),
    ("toasoan@benmoi.example", "email", ""),
    ("12500", "12500 12.500", ""),
    ("12.500", "12500 12.500", ""),
    ('"12.500 cây"', "12.500", "12500"),
    # other ways of writing it
    ("UBND", "ubnd uy-ban", "uy-roi"),
    ("ubnd", "ubnd uy-ban", "uy-roi"),
    ("ủy ban nhân dân", "ubnd uy-ban", ""),
    ("uỷ ban nhân dân", "ubnd uy-ban", ""),
    ("uy ban nhan dan", "ubnd uy-ban", ""),
    ('"ủy ban nhân dân"', "ubnd uy-ban", "uy-roi"),
    ('"UBND xã"', "uy-ban", "ubnd"),
    ("họp UBND", "ubnd", "uy-roi"),
    ("hội đồng nhân dân", "hdnd", ""),
    ("HDND", "hdnd", ""),
    ("NTM", "ntm", ""),
    ("kinh tế - xã hội", "kt-xh", ""),
    ("kinh tế xã hội", "kt-xh", ""),
    ("bác sĩ", "bac-sy", ""),
    ("bac si", "bac-sy", ""),
    ("kỹ thuật", "ky-thuat", ""),
    ("ky thuat", "ky-thuat", ""),
    ("Mỹ", "my", "mi-tom"),
    ("Mĩ", "my", ""),
    ("mì", "mi-tom", ""),
    ("kỳ 2", "ky-2 ky-ii", ""),
    ("Kỳ II", "ky-2 ky-ii", ""),
    ("ky ii", "ky-2 ky-ii", ""),
    ('"giữ nghề kỳ 2"', "ky-ii", "ky-2"),
    # zones and names
    ("Phan Mộc Miên", "ten", ""),
    ("phan moc mien", "ten", ""),
    ("muối", "muoi-tit muoi-sapo muoi-than", ""),
    ("diêm dân nắng", "muoi-tit muoi-sapo", "muoi-than"),
    ("gạo", "html", ""),
    # every chunk has to be there
    ("cầu dương", "", "truong duong-lieu"),
    # operators are punctuation
    ("xuân AND trường", "", "truong"),
    ("-xuân trường", "truong", ""),
    ("xuân*", "truong", ""),
    ("headline:xuân", "", "truong"),
]

# What is asked, what stands first, what stands after it.
BEFORE = [
    ("đường", "lang", "duong-lieu"),
    ("đường", "duong-tieng", "duong-lieu"),
    ("dương", "duong-lieu", "lang"),
    ("tiền", "tien", "tien-len"),
    ("tiến", "tien-len", "tien"),
    ("hoà bình", "hoa-binh", "hoa-binh-than"),
    ("hòa bình", "hoa-binh-than", "hoa-binh-dau"),
    ("muối", "muoi-tit", "muoi-sapo"),
    ("muối", "muoi-sapo", "muoi-than"),
    ("muoi", "muoi-tit", "muoi-than"),
    ("chuyện lũ", "moi", "cu"),
    ("chuyen lu", "moi", "cu"),
    ("Xuân truong", "truong", "dai-hoc"),
    ("mì", "mi-tom", "my"),
    ("ubnd", "uy-ban", "ubnd"),  # both in the headline: the newer one
]


@pytest.fixture(scope="module", autouse=True)
def _stories(django_db_setup, django_db_blocker):
    """Published once for all of this module, and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        authors = {name: make.author(name) for name in {row[-1] for row in STORIES.values()}}
        for minute, (headline, standfirst, body, name) in enumerate(STORIES.values()):
            article = make.article(
                headline=headline,
                standfirst=standfirst,
                body=f"<p>{body}</p>",
                signed=authors[name],
            )
            publishing.publish(article, by=None, at=make.at(f"2023-05-24 07:{minute:02}"))
        yield
        transaction.set_rollback(True)


def found(client, query: str, **filters: str) -> list[str]:
    """The keys of the stories a query finds, in order."""
    keys = {headline: key for key, (headline, *_others) in STORIES.items()}
    answer = client.get(reverse("search"), {"q": query, **filters}).context["answer"]
    return [keys[one.story.headline] for one in answer.found]


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "has", "lacks"), FOUND)
def test_a_query_finds_what_it_means(client, query, has, lacks):
    keys = set(found(client, query))
    assert set(has.split()) <= keys
    assert not set(lacks.split()) & keys


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "first", "then"), BEFORE)
def test_the_nearer_story_stands_first(client, query, first, then):
    keys = found(client, query)
    assert keys.index(first) < keys.index(then)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["muối", "muoi", '"hoa binh"', "đường", "ubnd", "dân xã"])
@pytest.mark.parametrize("scope", [Scope(), Scope(author=("lam",))], ids=["all", "of one author"])
def test_the_first_of_a_list_are_the_first_of_the_whole_list(query, scope):
    """A short tier and a full one are read in different ways: both give the same list."""
    levels = finding.levels_of(parse(query, Equivalents.load()))
    every = finding.find(levels, scope, most=1000)
    assert len(every) > 1
    for most in range(1, len(every) + 2):
        assert finding.find(levels, scope, most=most) == every[:most]
