"""Pictures for the demo newspaper, painted when they are asked for.

No photograph is shipped with the project; these are drawn from shapes and seeded noise, so that
they belong to nobody and are the same on every machine.
"""

from collections.abc import Callable
from typing import NamedTuple

from PIL import Image

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas
from newsroom.demo.scenes import (
    boats,
    crafts,
    fields,
    hills,
    river,
    rooms,
    sport,
    towns,
    villages,
    weather,
    works,
)


class Picture(NamedTuple):
    paint: Callable[[Canvas], None]
    alt: str


PICTURES: dict[str, Picture] = {
    "song-chieu": Picture(
        river.river_at_dusk, "Người chèo đò ngang sông lúc hoàng hôn, mặt nước ánh vàng"
    ),
    "cho-noi": Picture(river.floating_market, "Ghe xuồng chở trái cây tụ họp ở chợ nổi buổi sớm"),
    "ben-pha": Picture(river.ferry_landing, "Người và xe máy chờ ở bến trong lúc chiếc phà cập bờ"),
    "ho-sen": Picture(river.lotus_pond, "Sen nở hồng trên hồ, xa xa một chiếc xuồng hái sen"),
    "dua-thuyen": Picture(
        boats.boat_race, "Ba đội thuyền đua nước rút trước hàng nghìn người xem hai bên bờ"
    ),
    "ben-ca": Picture(boats.fishing_harbour, "Tàu cá neo đậu kín bến lúc bình minh"),
    "ruong-lua": Picture(
        fields.rice_field, "Cánh đồng lúa chín vàng, nông dân đang gặt bên con đường đất"
    ),
    "tu-tren-cao": Picture(
        fields.fields_from_above, "Đồng ruộng nhiều màu và khúc sông uốn lượn nhìn từ trên cao"
    ),
    "ruong-muoi": Picture(fields.salt_field, "Diêm dân gánh muối giữa những đụn muối trắng"),
    "vuon-trai-cay": Picture(
        fields.orchard, "Xuồng chở bưởi theo con mương giữa vườn cây trĩu quả"
    ),
    "mua-lu": Picture(
        weather.storm_dyke, "Người đi kiểm tra bờ đê trong mưa lớn, nước lũ ngập mái nhà"
    ),
    "suong-som": Picture(hills.morning_mist, "Những dãy núi chìm trong sương sớm"),
    "ruong-bac-thang": Picture(hills.terraces, "Ruộng bậc thang vào mùa lúa chín"),
    "doi-che": Picture(hills.tea_hills, "Người hái chè trên những đồi chè xanh"),
    "truong-lang": Picture(
        villages.school_yard, "Học sinh xếp hàng dưới cờ trong sân trường có cây phượng đỏ"
    ),
    "tram-y-te": Picture(villages.clinic, "Trạm y tế xã giữa hàng dừa, người dân đến khám"),
    "duong-lang": Picture(villages.village_road, "Người đạp xe trên đường làng giữa hai hàng cau"),
    "cho-que": Picture(
        villages.country_market, "Chợ quê với những thúng rau quả dưới hàng ô nhiều màu"
    ),
    "lo-gom": Picture(crafts.pottery, "Lò gốm đỏ lửa, chum vại xếp hàng trước sân"),
    "det-chieu": Picture(
        crafts.mat_weaving, "Cói nhuộm màu phơi giữa sân, phía trước là chiếu hoa vừa dệt xong"
    ),
    "hoa-mai": Picture(crafts.spring_blossom, "Cành mai vàng nở rộ ngày giáp Tết"),
    "cau-moi": Picture(towns.new_bridge, "Cầu dây văng bắc qua sông lúc rạng đông"),
    "den-long": Picture(towns.lantern_street, "Phố cổ rực sáng đèn lồng buổi tối"),
    "dem-thanh-pho": Picture(
        towns.city_at_night, "Thành phố lên đèn bên sông, tàu du lịch qua lại dưới trăng"
    ),
    "san-co": Picture(
        sport.football_pitch, "Hai cầu thủ tranh bóng trên sân cỏ dưới ánh đèn, khán đài kín người"
    ),
    "thu-vien": Picture(rooms.library, "Hai bạn đọc bên bàn giữa những giá sách trong thư viện"),
    "hoi-truong": Picture(
        rooms.meeting_hall, "Đại biểu dự hội nghị trong hội trường, một người đang phát biểu"
    ),
    "nha-may": Picture(works.factory, "Công nhân tan ca trước dãy nhà xưởng lúc chạng vạng"),
    "cong-trinh": Picture(
        works.building_site, "Kỹ sư xem bản vẽ trước tòa nhà đang xây, phía sau là cần cẩu tháp"
    ),
}


def draw(key: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """The picture `key`, RGB, `size` in pixels; what does not fit 3:2 is cut off evenly.

    Raises `KeyError` when there is no such picture. Takes about half a second at 1500 × 1000.
    """
    canvas = Canvas(key, size)
    PICTURES[key].paint(canvas)
    return canvas.finish()
