"""Which words of a Vietnamese product name call for which motif."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^\w]+")

# One line a motif: the words that call for it, separated by commas.
_WORDS = {
    "squid": "chả mực, mực, mực khô, mực một nắng, mực ống",
    "fish-ring": "cá cơm, mắm cá, mắm cá cơm, mắm nêm, mắm ruốc cá, mắm xay, nước mắm",
    "fish-pair": "chả cá, cá, cá hồi, cá kho, cá khô, cá thính, cá tầm, khô cá",
    "shrimp": (
        "bánh phồng tôm, bề bề, chạo tôm, muối tôm, muối ớt tôm, mắm ruốc, mắm tép, mắm "
        "tôm, nước mắm ruốc, ruốc bề bề, tép, tôm, tôm chua, tôm khô"
    ),
    "crab": "ba khía, chả rươi, cua, cua biển, còng, ghẹ, mắm cáy, rươi, rạm",
    "octopus": "bạch tuộc",
    "oyster": "bào ngư, hàu, ngao, sò, trai, vẹm, ốc",
    "seaweed": "rong, rong biển, rong mơ, rong nho, tảo",
    "mung-cakes": (
        "bánh chè lam, bánh cáy, bánh cốm, bánh dừa nướng, bánh in, bánh khảo, bánh pía, "
        "bánh quy, bánh trung thu, bánh đậu xanh, chè lam, quy linh cao, thạch, thạch đen, "
        "đậu xanh"
    ),
    "noodles": (
        "bánh canh, bánh đa, bún, bún gạo, hủ tiếu, miến, miến dong, miến đao, mì, mì gạo, "
        "mỳ, mỳ gạo, phở"
    ),
    "rice-cracker": "bánh gạo, bánh phồng, bánh tráng, bánh đa nem, bánh đa vừng, cơm cháy, snack",
    "leaf-cake": (
        "bánh chưng, bánh gai, bánh gio, bánh giầy, bánh khúc, bánh lá, bánh tét, bánh tẻ, "
        "bánh ít, bánh ú, cơm lam, cốm, nem, nem chua, nem nướng, thịt chua, tré, tré chua"
    ),
    "sausages": "dồi, lạp sườn, lạp xườn, lạp xưởng, xúc xích",
    "smoked-meat": (
        "bò khô, gác bếp, heo, khô bò, khô ếch, khẩu nhục, lợn, thịt, thịt ba chỉ, thịt bò "
        "khô, thịt heo, thịt lợn, thịt sấy, thịt treo gác bếp, thịt trâu, thịt trâu gác "
        "bếp, trâu gác bếp, ếch"
    ),
    "pork-roll": (
        "chà bông, chả, chả bò, chả lụa, chả quế, giò, giò bê, giò lụa, giò me, giò trứng, "
        "ruốc, ruốc lợn"
    ),
    "eggs": "trứng, trứng gà, trứng muối, trứng vịt",
    "sweets": (
        "cu đơ, kem, kẹo, kẹo cu đơ, kẹo dồi, kẹo dồi lạc, kẹo dừa, kẹo gạo, kẹo gạo lứt, "
        "kẹo lạc, kẹo vừng, kẹo đậu phộng, mè xửng, mạch nha, mứt, socola, sô cô la, đường "
        "phèn"
    ),
    "birds-nest": "nước yến sào, tổ yến, yến, yến chưng, yến sào, yến tinh chế",
    "meal-bowl": (
        "bột, bột rau má, bột đậu, bột đậu xanh, cháo, dinh dưỡng, ngũ cốc, tinh bột, xôi, yến mạch"
    ),
    "hen": "bồ câu, chim bồ câu, gà, gà đồi, ngan, thịt gà, vịt, vịt quay",
    "palm-sugar": "mật hoa dừa, mật mía, thốt nốt, đường, đường hoa dừa, đường mía, đường thốt nốt",
    "savoury-cakes": "bánh, bánh xèo, chả chiên, chả cá chiên, đậu hũ, đậu phụ",
    "rice": "gạo, gạo lứt, gạo nếp, lúa, nếp",
    "honey": "mật, mật ong, phấn hoa, sáp ong, sữa ong chúa",
    "pomelo": "bưởi, bưởi da xanh, chanh, chanh đào",
    "orange": "cam, cam sành, cam xoàn, phật thủ, quýt, tắc",
    "lychee": (
        "chôm chôm, dâu, dâu tây, dâu tằm, long nhãn, mãng cầu, na, nhãn, quả na, thanh "
        "nhãn, trái mãng cầu, vải, vải thiều"
    ),
    "dragon-fruit": "thanh long",
    "durian": "kem sầu riêng, kẹo dừa sầu riêng, mít, mít sấy, sầu riêng",
    "banana": "chuối, chuối ép, giấm chuối",
    "mango": "xoài, đu đủ",
    "round-fruit": (
        "bòn bon, bơ, chanh dây, chanh leo, cà chua, cóc, hoa quả, hồng, hồng không hạt, "
        "khế, lê, lựu, măng cụt, mơ, mận, mắc cọp, na dai, roi, sim, sơ ri, trái cây, táo, "
        "vú sữa, đào, ổi"
    ),
    "melon": (
        "bí, bí xanh, bí đao, bí đỏ, bầu, dưa, dưa hấu, dưa lê, dưa lưới, dưa thơm, dưa "
        "vàng, dứa, gấc, khóm, khổ qua, mướp, mướp đắng"
    ),
    "greens": (
        "bò khai, bắp cải, bồn bồn, chè dây, cải, cải kale, cải ngồng, dưa cải, lá lốt, "
        "ngồng, rau, rau củ, rau má, rau ngót, rau rừng"
    ),
    "carrot": "cà rốt, củ cải, củ đậu, su hào",
    "sweet-potato": "củ từ, khoai, khoai lang, khoai mì, khoai môn, khoai sọ, khoai tây",
    "garlic": "cao tỏi đen, củ nén, hành, hành tím, kiệu, tỏi, tỏi đen, điều rang tỏi",
    "chilli": "chẩm chéo, muối chẩm chéo, muối ớt, nước ớt, sa tế, tương ớt, ớt, ớt bột",
    "pepper": "hạt dổi, hạt tiêu, muối tiêu, mắc khén, tiêu",
    "mushroom": "mộc nhĩ, nấm, nấm hương, nấm kim châm, nấm mối, nấm rơm, nấm sò, nấm đùi gà",
    "peanut": "bơ đậu phộng, lạc, lạc rang, lạc sen, muối vừng, vừng, đậu phộng",
    "cashew": "hạt điều, điều, điều mật ong, điều rang, điều rang muối",
    "macadamia": "hạt, hạt dẻ, hạt dẻ cười, hạt mắc ca, macca, mắc ca, óc chó",
    "bamboo-shoot": (
        "măng, măng chua, măng khô, măng muối, măng nứa, măng tre, măng tây, măng tươi, măng ớt"
    ),
    "lotus-seed": "củ sen, hạt sen, sen, sen sấy, tâm sen",
    "grapes": "dâu tằm sấy, mật nho, nho, rượu vang nho, vang nho",
    "corn": "bắp, bắp non, ngô",
    "beans": (
        "chao, nước mắm chay, nước tương, tương, tương bần, xì dầu, đậu, đậu nành, đậu đen, đậu đỏ"
    ),
    "salt": "hoa muối, muối, muối biển, muối hạt, muối hầm, muối tinh, muối tre",
    "oil-bottle": (
        "dung dịch, dầu, dầu dừa, dầu gấc, dầu gội, dầu lạc, dầu mè, dầu phộng, dầu phụng, "
        "dầu vừng, dầu đậu phộng, giấm, nước lau sàn, nước rửa, nước súc miệng, sữa tắm, "
        "tinh dầu, xà phòng, xịt khuẩn"
    ),
    "shan-tea": (
        "bạch trà, chè, chè búp, chè shan tuyết, chè xanh, chè đinh, hoàng trà, hồng trà, "
        "trà, trà shan, trà shan tuyết, trà tôm nõn, trà xanh, trà ô long, trà đen"
    ),
    "coffee": "cafe, coffee, cà phê, cà phê hòa tan",
    "cacao": "bột ca cao, ca cao, ca cao nguyên chất, cacao, kẹo dừa ca cao",
    "water": "nước khoáng, nước tinh khiết, nước uống, nước uống đóng chai",
    "coconut": (
        "dừa, dừa sáp, dừa tươi, giấm mật hoa dừa, nước cốt dừa, nước dừa, nước dừa xiêm, sợi dừa"
    ),
    "gourd-bottle": "bàu đá, rượu ngô, rượu tam giác mạch, rượu trắng, đế",
    "fruit-wine": (
        "ba kích, rượu ba kích, rượu bưởi, rượu chuối, rượu linh chi, rượu mãng cầu, rượu "
        "mơ, rượu mận, rượu nho, rượu nấm, rượu sim, rượu sâm, rượu thốt nốt, rượu vang, "
        "rượu vang ổi, rượu đông trùng hạ thảo, vang"
    ),
    "cloth-jar": "men lá, rượu, rượu cần, rượu ghè, rượu ghè cào, rượu gạo, rượu men lá, rượu nếp",
    "lotus-tea": "chè sen, tim sen, trà hoa sen, trà sen, trà tâm sen, trà ướp sen",
    "flower-tea": (
        "bách vạn hoa trà, cúc hoa, hibiscus, hoa trà, hoa vàng, trà atiso đỏ, trà bông, "
        "trà hoa, trà hoa cúc, trà hoa nhài, trà hoa vàng, trà lài, trà nụ, trà nụ vối"
    ),
    "packet": "cà phê drip, cà phê phin giấy, hòa tan, trà gừng, trà hòa tan, trà túi lọc, túi lọc",
    "juice": "nước cốt, nước giải khát, nước mát, nước quả, nước sâm, nước trái cây, nước ép, siro",
    "ginseng": (
        "cao đẳng sâm, hà thủ ô, hồng đẳng sâm, mật ong nhân sâm, ngũ gia bì, nhân sâm, "
        "rượu sâm đinh lăng, sâm, sâm báo, sâm ngọc linh, sâm đinh lăng, tam thất, trà đinh "
        "lăng, trà đẳng sâm, đinh lăng, đương quy, đẳng sâm"
    ),
    "artichoke": "actiso, atiso",
    "turmeric": (
        "bột nghệ, curcumin, mật ong curcumin, mật ong nano curcumin, mật ong nghệ, nghệ, "
        "tinh bột nghệ"
    ),
    "cajeput": (
        "khuynh diệp, tinh dầu bạch đàn, tinh dầu khuynh diệp, tinh dầu tràm, tinh dầu đại "
        "từ bi, tràm"
    ),
    "cordyceps": "cordyceps, nấm cordyceps, trà đông trùng hạ thảo, đông trùng, đông trùng hạ thảo",
    "lingzhi": "hòa tan nấm linh chi, linh chi, nấm lim xanh, nấm linh chi",
    "ginger": "gừng, kẹo dừa gừng, nem nướng sả, nước lau sàn tinh dầu sả, riềng, sả, tinh dầu sả",
    "cinnamon": (
        "bột quế, nhang, nhang quế, nụ trầm, quế, quế điếu, tinh dầu quế, trầm, trầm cảnh, "
        "trầm hương, trầm nụ"
    ),
    "star-anise": "hoa hồi, hồi, thảo quả, tinh dầu hồi",
    "antler": "bột nhung hươu, cao nhung hươu, nhung hươu",
    "herb-bunch": (
        "bạch hoa xà, chè vằng, cà gai leo, dây thìa canh, dược liệu, dầu gội thảo mộc, "
        "giảo cổ lam, lá thuốc, lá tắm, ngải cứu, thảo dược, thảo mộc, trà hòa tan cà gai "
        "leo, trà hòa tan dây thìa canh, trà rừng, trà thảo mộc, xạ đen"
    ),
    "balm-pot": (
        "cao, cao atiso, cao chè vằng, cao cà gai leo, cao dây thìa canh, cao lá vằng, cao "
        "mềm, thuốc, viên, viên nang"
    ),
    "kudzu": "bột sắn dây, củ mài, sắn, sắn dây, tinh bột sắn dây",
    "blue-vase": (
        "bình, bình giọt ngọc, bình gốm, bình hoa lam, bình hút lộc, bình thiên nga, bình "
        "thịnh vượng, bình tỳ bà, chu đậu, hoa lam, lọ, lọ hoa, lục bình gốm"
    ),
    "mat": "chiếu, chiếu cói, cói, thảm, thảm cói",
    "hat": "nón, nón lá, nón ngựa",
    "lacquer": "khay, sơn mài, tranh, tranh gạo, tranh thêu, tranh đá",
    "woven-basket": (
        "cỏ bàng, giỏ, giỏ trái đất, hộp quà tặng mây tre đan, làn, lục bình, mây, mây tre "
        "giang đan, mây tre đan, rá, rổ, sọt, thùng sọt, đan lát"
    ),
    "bag": "ba lô, túi, túi thổ cẩm, túi xách, tụng, ví",
    "fan": "quạt, quạt gỗ",
    "lantern": "bộ đèn, đèn, đèn lồng, đôi đèn",
    "bowls": "bát, bát đĩa, bộ bát đĩa, bộ sản phẩm gốm, chén bát, gốm, gốm sứ, đĩa",
    "teapot": "bộ ấm chén, ấm, ấm chén, ấm trà",
    "silk": "chăn, khăn, khăn lụa, lụa, lụa tơ tằm, thêu, thêu ren, tơ lụa, tơ tằm",
    "cloth": "dệt, sà rông, thổ cẩm, trang phục, tấm trải, váy, vải dệt, áo, áo dài",
    "bamboo-ware": (
        "bambamboo, bình phong bằng tre, bằng tre, mành tre, nia, thớt, tre, đũa, ống hút, "
        "ống hút tre"
    ),
    "broom": (
        "bông tắm xơ mướp, chổi, chổi chít, chổi đót, lót giày xơ mướp, miếng rửa bát xơ "
        "mướp, xơ mướp"
    ),
    "pearls": "ngọc trai",
    "wood-box": (
        "bộ môi muỗng gỗ, dụng cụ nhà bếp, gỗ, hộp, lược, muỗng, mộc, tượng, tượng gỗ, đá "
        "mỹ nghệ, đồ gỗ"
    ),
    "beads": "bạc, dây chuyền, trang sức, vòng, vòng tay, vòng đeo tay",
    "apricot": "cây mai, mai, mai chiếu thủy, mai vàng",
    "peach": "cây đào, hoa hồng cổ, hoa đào, đào cảnh",
    "orchid": "hoa lan, hồ điệp, lan, lan hồ điệp",
    "kumquat": "mật ong quất, quất, quất cảnh, tắc kiểng",
    "mums": "cúc, cúc mâm xôi, hoa, hoa cúc, vạn thọ",
    "bonsai": "bonsai, cây cảnh, cây kiểng, cây thế, sanh, tùng",
    "lucky-plant": "cây phát lộc, phát lộc, phát tài, trúc",
    "earth-house": "lao chải, lô lô, nhà trình tường, nặm đăm, sì thâu chải, thành cổ",
    "floating-market": "chợ nổi, cồn, cồn chim",
    "vegetable-beds": "khu sinh thái, làng quê, làng rau, nông trại, pháo đất, trà quế",
    "lift-net": "phá, tam giang, vịnh, đầm",
    "rice-terraces": "mù cang chải, ruộng bậc thang, tả phìn, vườn đá, y tý",
    "karst-boat": "bầu tiên, hang, hạ long, tam cốc, tràng an, đảo",
    "waterfall": "suối, thác",
    "orchard": "bản ven, miệt vườn, mỹ khánh, vườn, vườn cây",
    "salt-field": "diêm dân, gò cỏ, sa huỳnh, đồng muối",
    "covered-bridge": "cầu, cầu ngói, hải hậu, thanh toàn",
    "palm-channel": "bảy mẫu, cù lao, dừa nước, rạch, rừng dừa, rừng dừa nước, rừng ngập mặn",
    "stilt-house": "bản làng, bản lác, homestay, làng văn hóa, nhà sàn",
}


def fold(text: str, *, keep_accents: bool = False) -> str:
    """Write a name as lower-case words with single spaces; without accents unless they are kept.

    Old and new places of the tone mark (hoà, hòa) are made one, and đ becomes d with the accents.
    """
    lowered = unicodedata.normalize("NFC", text).lower()
    for old, new in _TONES.items():
        lowered = re.sub(rf"{old}(?!\w)", new, lowered)
    if not keep_accents:
        decomposed = unicodedata.normalize("NFD", lowered.replace("đ", "d"))
        lowered = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", lowered).strip()


_TONES = {
    old: new
    for olds, news in (("oà oá oả oã oạ", "òa óa ỏa õa ọa"), ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"))
    for old, new in zip(olds.split(), news.split(), strict=True)
}

KEYWORDS = tuple(
    (fold(word, keep_accents=True), motif)
    for motif, words in _WORDS.items()
    for word in words.split(",")
)
PLAIN_KEYWORDS = tuple((fold(word), motif) for word, motif in KEYWORDS)
