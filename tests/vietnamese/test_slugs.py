import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vietnamese
from tests.runaway import no_runaway
from vietnamese.slugs import slugify

URLIFY = Path(vietnamese.__file__).parent / "static/vietnamese/urlify.js"
RUN_URLIFY = """
globalThis.window = globalThis;
const fs = require('fs');
const script = new (require('vm').Script)(fs.readFileSync(process.argv[1], 'utf8'));
script.runInThisContext();
window.URLify = () => 'the admin’s own, loaded later';
const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
console.log(JSON.stringify(asked.map(([text, length]) => URLify(text, length, false))));
"""

HEADLINES = {
    "Đảng": "dang",
    "Đường về đồng": "duong-ve-dong",
    "Ngày mùa ở vùng chiêm trũng": "ngay-mua-o-vung-chiem-trung",
    "Giá lúa tăng 12,5%": "gia-lua-tang-12-5",
    "Thu hoạch 85-90% diện tích": "thu-hoach-85-90-dien-tich",
    "Chỉ thị 05-CT/TW đi vào cuộc sống": "chi-thi-05-ct-tw-di-vao-cuoc-song",
    "Kỳ II: Giữ lửa nghề rèn": "ky-ii-giu-lua-nghe-ren",
    "“Cây cầu chữ Y” của bản": "cay-cau-chu-y-cua-ban",
    "Uỷ ban, ủy ban": "uy-ban-uy-ban",
    "ƯỚC MƠ TUỔI MƯỜI TÁM": "uoc-mo-tuoi-muoi-tam",
    "Ðường làng": "duong-lang",
    "ðêm hội": "dem-hoi",
    "Ɖất lành": "dat-lanh",
    "Tiếng Việt viết rời": "tieng-viet-viet-roi",
    "chữ\u200bdính": "chudinh",
    "gạch\u00adnối mềm": "gachnoi-mem",
    "hai\u00a0chữ": "hai-chu",
    "dòng một\r\ndòng hai": "dong-mot-dong-hai",
    "-- gạch đầu, gạch cuối --": "gach-dau-gach-cuoi",
    "gạch_dưới": "gach-duoi",
    "24/5: mưa lớn… rồi nắng!": "24-5-mua-lon-roi-nang",
    "Cà phê & bánh mì": "ca-phe-banh-mi",
    "Nhà 30 m²": "nha-30-m2",
    "½ thế kỷ": "1-2-the-ky",
    "ＶＴＶ ３": "vtv-3",
    "Łódź – Søren – Straße – Æsir": "lodz-soren-strasse-aesir",
    "İstanbul và ılık": "istanbul-va-ilik",
    "Москва đón đoàn 漢字": "don-doan",
    "❤️ yêu đời 👨‍👩‍👧": "yeu-doi",
    "o\u0301 rời dấu, e\u0302\u0323 hai dấu": "o-roi-dau-e-hai-dau",
    "x\u0301\u0323\u0307 chồng dấu": "x-chong-dau",
    "Quý I/2024": "quy-i-2024",
    "12.500 tấn ℡ №": "12-500-tan-tel-no",
    "ﬁnal K Ω": "final-k",
    "": "",
    "…!?": "",
    "漢字": "",
    "e" * 150: "e" * 100,
    "đ" * 99 + " thêm": "d" * 99,
    "đ" * 98 + " a b": "d" * 98 + "-a",
    "mười chữ mỗi dòng " * 12: "-".join(["muoi-chu-moi-dong"] * 5 + ["muoi-chu"]),
}


@pytest.mark.parametrize(("headline", "slug"), HEADLINES.items())
def test_a_headline_gives_its_slug(headline, slug):
    assert slugify(headline) == slug


@pytest.mark.parametrize(
    ("length", "slug"),
    [(14, "dong-chiem-xua"), (13, "dong-chiem"), (5, "dong"), (4, "dong"), (3, "don"), (0, "")],
)
def test_a_slug_is_cut_between_syllables(length, slug):
    assert slugify("Đồng chiêm xưa", length) == slug


@settings(deadline=None)
@given(st.text(), st.integers(0, 30))
def test_a_slug_is_short_ascii_words_between_single_dashes(text, length):
    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify(text, length))
    assert len(slugify(text, length)) <= length


@settings(deadline=None)
@given(st.text())
def test_the_slug_of_a_slug_is_itself(text):
    assert slugify(slugify(text)) == slugify(text)


@pytest.mark.parametrize("piece", ["Đường ", "-", "a", "\u0301\u0323", "a-"], ids=ascii)
def test_a_hostile_megabyte_comes_back(piece):
    text = piece * (1_000_000 // len(piece.encode()))
    with no_runaway():
        slugify(text)


def test_the_browser_gives_the_same_slugs():
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    asked = [(headline, length) for headline in HEADLINES for length in (100, 50, 13, 3)]
    done = subprocess.run(  # noqa: S603 our own script
        [node, "-e", RUN_URLIFY, URLIFY],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [slugify(*question) for question in asked]
