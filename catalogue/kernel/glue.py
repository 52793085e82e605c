"""Where Vietnamese text may not break: words of several syllables are held by no-break spaces.

Browsers break at every space, which tears words apart ("Lan hồ / điệp"). Held together are runs
of capitalised syllables (names), a list of common compounds, a number with its unit, and a dash
with what stands before it. A run longer than `LONGEST_RUN` signs would overflow a narrow card, so
it may break once, nearest its middle.
"""

import re
from functools import lru_cache

NO_BREAK = "\u00a0"
LONGEST_RUN = 13

COMPOUNDS = frozenset(
    """
    bánh chưng|bánh cuốn|bánh cáy|bánh gai|bánh phồng|bánh tráng|bánh tét|bánh đa|bánh đậu
    bí đao|bí đỏ|bưởi da|bạc hà|bồ kết|ca cao|chanh dây|chuối hột|chà bông|chà là
    chùm ngây|chả cá|chả lụa|chả mực|chả quế|cà gai|cà phê|cà chua|cá basa|cá cơm|cá hồi
    cá kho|cá linh|cá lóc|cá sặc|cá thu|cá tra|cá trích|cám gạo|cây cảnh|cói xe|cộng đồng
    cổ thụ|cổ truyền|củ cải|củ dền|củ kiệu|củ niễng|diếp cá|du lịch|dược liệu|dưa hấu|dưa leo
    dưa lưới|dầu dừa|dầu gấc|dầu lạc|dầu tràm|gia vị|giảo cổ lam|giò lụa|gạo lứt|gạo nếp
    gạo tẻ|hoa cúc|hoa hồng|hoa hòe|hoa sen|hoàng đế|hà thủ ô|hạt dẻ|hạt sen|hạt tiêu|hạt điều
    hồ điệp|hồ tiêu|hữu cơ|khoai lang|khoai môn|khoai sọ|khoai tây|kim ngân|kỳ tử|la hán
    long nhãn|lá vối|lúa mạch|mâm xôi|mãng cầu|mè xửng|măng cụt|măng khô|măng tây|mĩ nghệ
    mì gạo|mít sấy|mắc ca|mắc khén|mắm cá|mắm nêm|mắm ruốc|mắm tôm|mật hoa|mật mía|mật ong
    mộc nhĩ|mỳ gạo|mỹ nghệ|nem chua|nghệ nhân|ngũ cốc|ngũ vị|nguyên chất|nhung hươu
    nấm hương|nấm linh chi|nấm mối|nấm rơm|nếp cái|nước cốt|nước ép|nước mắm|phở khô
    quả bơ|quế chi|rau má|rau muống|rong biển|rong nho|ruốc cá|rượu cần|rượu nếp|rượu ngô
    sa nhân|sinh thái|sầu riêng|sắn dây|tam thất|thanh long|thanh trà|thiên nhiên|thảo dược
    thảo mộc|thổ cẩm|thủ công|thực phẩm|tinh bột|tinh dầu|tinh chất|tiêu đen|tiêu sọ
    trà hoa|trà xanh|trà túi|truyền thống|trái cây|trầm hương|trứng gà|trứng vịt
    tôm chua|tôm khô|tơ tằm|tương bần|tương ớt|tỏi đen|vú sữa|xông hơi|xúc xích|xạ đen
    yến sào|yến mạch|ánh sáng|ích mẫu|đinh lăng|đông trùng|hạ thảo|đường phên|đường thốt nốt
    thốt nốt|đậu phộng|đậu nành|đậu phụ|đậu tương|đậu xanh|đậu đen|đậu đỏ|đặc sản|điều rang
    đồ uống|độc bình|ớt chỉ thiên|chỉ thiên|lên men|hợp tác xã|làng nghề
    """.replace("\n", "|").split("|")
)
_COMPOUNDS = frozenset(tuple(words.split()) for words in COMPOUNDS if words.strip())
_LONGEST_COMPOUND = max(len(words) for words in _COMPOUNDS)
_UNITS = frozenset(
    {"g", "gam", "kg", "mg", "ml", "l", "lít", "cm", "m", "sao", "túi", "hộp", "chai", "gói", "₫"}
)
_DASHES = frozenset("-–—")
_BARE = re.compile(r"[^\w]+")


@lru_cache(maxsize=8_192)
def glue(text: str) -> str:
    """Return ``text`` with the spaces that may not break replaced by no-break ones."""
    words = text.split()
    held = _held_spaces(words)
    spaced = [word + (NO_BREAK if held[at] else " ") for at, word in enumerate(words[:-1])]
    return "".join([*spaced, *words[-1:]])


def glue_place(*names: str) -> str:
    """Return the place of these names, smallest first, that breaks only between names."""
    return ", ".join(_halved(name.split()) for name in names if name)


def _held_spaces(words: list[str]) -> list[bool]:
    """Say of each space, by the index of the word before it, whether it holds."""
    held = [False] * len(words)
    for at in range(len(words) - 1):
        follower = words[at + 1]
        number_and_unit = words[at][-1].isdigit() and _BARE.sub("", follower.lower()) in _UNITS
        held[at] = follower in _DASHES or number_and_unit
    for start in range(len(words)):
        for length in range(2, _LONGEST_COMPOUND + 1):
            if tuple(word.lower().strip(",.;:()") for word in words[start : start + length]) in (
                _COMPOUNDS
            ):
                held[start : start + length - 1] = [True] * (length - 1)
    for start, end in _capitalised_runs(words):
        gap = _middle_gap(words[start:end])
        for at in range(start, end - 1):
            held[at] = at - start != gap
    return held


def _capitalised_runs(words: list[str]) -> list[tuple[int, int]]:
    """Return from-to pairs of two and more capitalised words; the first word is any sentence's."""
    runs, start = [], 1
    for at in range(1, len(words) + 1):
        goes_on = at < len(words) and words[at][0].isupper()
        if not goes_on:
            if at - start > 1:
                runs.append((start, at))
            start = at + 1
        elif words[at][-1] in ",;:.)":
            if at + 1 - start > 1:
                runs.append((start, at + 1))
            start = at + 1
    return runs


def _middle_gap(words: list[str]) -> int:
    """Return the index of the word after which a long run breaks, or -1 for a short one."""
    whole = len(" ".join(words))
    if whole <= LONGEST_RUN:
        return -1
    return min(
        range(len(words) - 1), key=lambda at: abs(whole - 2 * len(" ".join(words[: at + 1])))
    )


def _halved(words: list[str]) -> str:
    gap = _middle_gap(words) if len(words) > 1 else -1
    if gap < 0:
        return NO_BREAK.join(words)
    return NO_BREAK.join(words[: gap + 1]) + " " + NO_BREAK.join(words[gap + 1 :])
