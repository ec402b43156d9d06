"""The lunar date under the solar one, as Vietnamese calendars print it.

Months begin on the day, in Vietnam's time (UTC+7), of the astronomical new moon; the month of the
winter solstice is the eleventh; when thirteen new moons fall between two solstices, the first month
in which the sun enters no major term is a leap month. New moons follow chapter 49 of Jean Meeus,
Astronomical Algorithms (2nd ed., 1998), the sun's longitude chapter 25, and the difference between
dynamical and universal time the polynomials of Espenak and Meeus (NASA, 2006).

The rule of 1968 is applied to every year; calendars printed before it followed other meridians.
"""

from datetime import date
from functools import lru_cache
from math import floor, radians, sin
from typing import NamedTuple

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
MONTHS = (
    *("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu"),
    *("Bảy", "Tám", "Chín", "Mười", "Mười Một", "Chạp"),
)
FIRST, LAST = date(1900, 1, 31), date(2100, 12, 31)

# A Julian day number counts from noon; what `date` calls day 1 began at 1721425.5.
_BEFORE_DAY_ONE = 1721424.5
_ZONE = 7 / 24
_MONTH = 29.530588861
_SOLSTICE_MONTH = 11

# Meeus, table 49.A: size in days, power of the earth's eccentricity, multiples of M, M', F, omega.
_MOON_TERMS = (
    (-0.40720, 0, 0, 1, 0, 0), (0.17241, 1, 1, 0, 0, 0), (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0), (0.00739, 1, -1, 1, 0, 0), (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0), (-0.00111, 0, 0, 1, -2, 0), (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0), (-0.00042, 0, 0, 3, 0, 0), (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0), (-0.00024, 1, -1, 2, 0, 0), (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0), (0.00004, 0, 0, 2, -2, 0), (0.00004, 0, 3, 0, 0, 0),
    (0.00003, 0, 1, 1, -2, 0), (0.00003, 0, 0, 2, 2, 0), (-0.00003, 0, 1, 1, 2, 0),
    (0.00003, 0, -1, 1, 2, 0), (-0.00002, 0, -1, 1, -2, 0), (-0.00002, 0, 1, 3, 0, 0),
    (0.00002, 0, 0, 4, 0, 0),
)  # fmt: skip
# The pull of the planets: millionths of a day, an angle at k = 0 and how it grows with k.
_PLANET_TERMS = (
    (325, 299.77, 0.107408), (165, 251.88, 0.016321), (164, 251.83, 26.651886),
    (126, 349.42, 36.412478), (110, 84.66, 18.206239), (62, 141.74, 53.303771),
    (60, 207.14, 2.453732), (56, 154.84, 7.306860), (47, 34.52, 27.261239),
    (42, 207.19, 0.121824), (40, 291.34, 1.844379), (37, 161.72, 24.198154),
    (35, 239.56, 25.513099), (23, 331.55, 3.592518),
)  # fmt: skip
# Until which year, from which origin, the factors of 1, t, t²… in seconds.
_CLOCKS = (
    (1920, 1900, (-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)),
    (1941, 1920, (21.20, 0.84493, -0.0761, 0.0020936)),
    (1961, 1950, (29.07, 0.407, -1 / 233, 1 / 2547)),
    (1986, 1975, (45.45, 1.067, -1 / 260, -1 / 718)),
    (2005, 2000, (63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)),
    (2050, 2000, (62.92, 0.32217, 0.005589)),
    (9999, 1820, (-205.724, 0.5628, 0.0032)),
)


class LunarDate(NamedTuple):
    day: int
    month: int
    year: int
    is_leap_month: bool
    year_name: str

    def __str__(self) -> str:
        """Such as “mùng 7 tháng Tư, Quý Mão”: a Vietnamese calendar's own words, not translated."""
        day = "rằm" if self.day == 15 else str(self.day)
        if self.day <= 10:
            day = f"mùng {day}"
        leap = " nhuận" if self.is_leap_month else ""
        return f"{day} tháng {MONTHS[self.month - 1]}{leap}, {self.year_name}"


def lunar_date(day: date) -> LunarDate:
    """The lunar date of a day from 31 January 1900 to the end of 2100; ValueError for others."""
    if not FIRST <= day <= LAST:
        raise ValueError(f"The lunar calendar is kept from {FIRST} to {LAST}; {day} is outside.")
    number = day.toordinal()
    year = day.year if number < _solstice_month(day.year) else day.year + 1
    start, month, is_leap = [one for one in _months(year) if one[0] <= number][-1]
    # What lies between two eleventh months begins in the lunar year before.
    lunar_year = year - 1 if month >= _SOLSTICE_MONTH else year
    return LunarDate(number - start + 1, month, lunar_year, is_leap, year_name(lunar_year))


def year_name(year: int) -> str:
    return f"{STEMS[(year - 4) % 10]} {BRANCHES[(year - 4) % 12]}"


@lru_cache(maxsize=8)
def _months(year: int) -> list[tuple[int, int, bool]]:
    """From the eleventh month before a year to the one in it: first day, number, is it leap."""
    first, end = _solstice_month(year - 1), _solstice_month(year)
    k = round((first - _new_moon_day(0)) / _MONTH)
    starts = [_new_moon_day(k + step) for step in range(14)]
    starts = [start for start in starts if start < end]
    leap = _leap_month([*starts, end]) if len(starts) == 13 else 13
    months = []
    for place, start in enumerate(starts):
        after_eleventh = place if place < leap else place - 1
        months.append((start, (_SOLSTICE_MONTH - 1 + after_eleventh) % 12 + 1, place == leap))
    return months


def _leap_month(starts: list[int]) -> int:
    """The first month in which the sun stays in one twelfth of its way."""
    twelfths = [floor(_sun_longitude(start) / 30) for start in starts]
    return next(place for place in range(1, 13) if twelfths[place] == twelfths[place + 1])


@lru_cache(maxsize=16)
def _solstice_month(year: int) -> int:
    """The first day of the month that holds the winter solstice of a year."""
    k = round((date(year, 12, 31).toordinal() - _new_moon_day(0)) / _MONTH) + 1
    # The solstice is where the sun's longitude passes 270°: not yet at the start, past at the end.
    while _new_moon_day(k) > date(year, 12, 31).toordinal() or _is_past_solstice(_new_moon_day(k)):
        k -= 1
    return _new_moon_day(k)


def _is_past_solstice(day: int) -> bool:
    return 270 <= _sun_longitude(day) < 300


@lru_cache(maxsize=64)
def _new_moon_day(k: int) -> int:
    """The day of the k-th new moon after that of 6 January 2000, as `date` numbers days."""
    t = k / 1236.85
    mean = 2451550.09766 + _MONTH * k + 0.00015437 * t**2
    eccentricity = 1 - 0.002516 * t - 0.0000074 * t**2
    angles = (
        2.5534 + 29.10535670 * k - 0.0000014 * t**2,
        201.5643 + 385.81693528 * k + 0.0107582 * t**2,
        160.7108 + 390.67050284 * k - 0.0016118 * t**2,
        124.7746 - 1.56375588 * k + 0.0020672 * t**2,
    )
    true = mean
    for size, power, *multiples in _MOON_TERMS:
        angle = sum(times * angle for times, angle in zip(multiples, angles, strict=True))
        true += size * eccentricity**power * sin(radians(angle))
    for millionths, start, growth in _PLANET_TERMS:
        true += millionths / 1e6 * sin(radians(start + growth * k))
    return _day_of(true - _clock_difference(2000 + k / 12.3685))


def _day_of(universal_time: float) -> int:
    return floor(universal_time + _ZONE - _BEFORE_DAY_ONE)


def _sun_longitude(day: int) -> float:
    """The sun's apparent longitude in degrees as a day begins in Vietnam."""
    begins = day + _BEFORE_DAY_ONE - _ZONE
    t = (begins + _clock_difference(2000 + (begins - 2451545) / 365.25) - 2451545) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t**2
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t**2)
    centre = (
        (1.914602 - 0.004817 * t) * sin(anomaly)
        + 0.019993 * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    nutation = -0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))
    return (mean + centre + nutation) % 360


def _clock_difference(year: float) -> float:
    """Dynamical less universal time, in days: a minute or two. Beyond this decade a forecast."""
    _until, origin, polynomial = next(piece for piece in _CLOCKS if year < piece[0])
    t = year - origin
    return sum(factor * t**power for power, factor in enumerate(polynomial)) / 86400
