"""What shoppers look for, and which products of the register answer it.

Each need names the products that must be found by what stands in their Vietnamese name (a pattern,
anchored at word edges) and, where a place is asked for, by the province they came from. Nothing
here uses the shop's own analysis: `write_judged.py` applies these rules to the register once and
writes the answers down in judged.json, which is what a search is measured by.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """A query as typed with care, and the rule for its answers."""

    query: str
    name: str
    not_name: str = "$^"
    old: str = ""
    today: str = ""


#: Typed in seven ways: with accents, without, decomposed, as Telex, as VNI, in another order, with
#: one slip of the finger.
BASE = (
    Need("mật ong rừng", r"mật ong.*rừng"),
    Need("nước mắm Phú Quốc", r"nước mắm phú quốc"),
    Need("trà hoa vàng", r"(trà|chè) hoa vàng"),
    Need("gạo séng cù", r"gạo séng cù"),
    Need("rượu men lá", r"rượu.*men lá"),
    Need("miến dong", r"miến dong"),
    Need("bánh đậu xanh", r"bánh đậu xanh"),
    Need("tinh bột nghệ", r"tinh bột nghệ"),
    Need("cà phê bột", r"cà phê bột"),
    Need("kẹo dừa sầu riêng", r"kẹo dừa sầu riêng"),
    Need("bưởi da xanh Bến Tre", r"bưởi da xanh", old="Bến Tre"),
    Need("trà shan tuyết cổ thụ", r"shan tuyết cổ thụ"),
    Need("chè xanh", r"(chè|trà) xanh", r"bánh"),
    Need("tỏi đen Lý Sơn", r"tỏi đen lý sơn"),
    Need("tiêu đen", r"tiêu đen"),
    Need("dưa lưới Yên Mô", r"dưa lưới yên mô"),
    Need("yến chưng", r"yến (sào )?chưng"),
    Need("đông trùng hạ thảo", r"đông trùng hạ thảo"),
    Need("lạp sườn Gia Phú", r"lạp sườn gia phú"),
    Need("thịt trâu gác bếp", r"thịt trâu gác bếp"),
    Need("muối ớt tôm", r"muối ớt tôm"),
    Need("bánh tráng phơi sương", r"bánh tráng phơi sương"),
    Need("bưởi Sửu Chí Đám", r"bưởi sửu chí đám"),
    Need("măng khô", r"măng.*khô"),
    Need("chiếu cói", r"chiếu cói"),
    Need("xoài sấy dẻo", r"xoài sấy dẻo"),
    Need("sầu riêng sấy thăng hoa", r"sầu riêng sấy thăng hoa"),
    Need("nước mắm Nam Ô", r"nước mắm nam ô"),
    Need("rượu ngô", r"rượu ngô"),
    Need("hạt sen sấy", r"(hạt )?sen sấy"),
    Need("cam sành Hàm Yên", r"cam sành hàm yên"),
    Need("tinh dầu quế", r"tinh dầu quế"),
)

#: Words of one region for goods that bear another region's name.
SYNONYMS = (
    Need("thịt heo", r"thịt (lợn|heo)"),
    Need("ruốc heo", r"(ruốc|chà bông) (lợn|heo)"),
    Need("chà bông", r"(ruốc|chà bông)", r"mắm"),
    Need("dầu đậu phộng", r"dầu (lạc|đậu phộng|đậu phụng|phộng|phụng)"),
    Need("dầu lạc", r"dầu (lạc|đậu phộng|đậu phụng|phộng|phụng)"),
    Need("kẹo đậu phộng", r"kẹo (dồi )?(lạc|đậu phộng)"),
    Need("kẹo mè", r"kẹo (vừng|mè)"),
    Need("dầu vừng", r"dầu (vừng|mè)"),
    Need("bánh tráng vừng", r"bánh (tráng|đa) (vừng|mè)"),
    Need("mền bông", r"(chăn|mền) bông"),
    Need("trà xanh Yên Sơn", r"(chè|trà) xanh yên sơn"),
    Need("chè hoa vàng", r"(trà|chè) hoa vàng"),
    Need("rượu bắp", r"rượu (ngô|bắp)"),
    Need("ngô non đóng hộp", r"(bắp|ngô) non"),
    Need("siro thơm", r"siro (dứa|thơm|khóm)"),
    Need("si rô khóm", r"siro (dứa|thơm|khóm)"),
    Need("hột vịt", r"(trứng|hột) vịt"),
    Need("hột gà", r"(trứng|hột) gà"),
    Need("bộ chén dĩa", r"bộ (bát|chén) (đĩa|dĩa)"),
    Need("giò lụa", r"(giò|chả) lụa"),
    Need("chả lụa", r"(giò|chả) lụa"),
    Need("lạp xưởng Bá Thước", r"(lạp sườn|lạp xưởng) bá thước"),
    Need("mướp đắng", r"(khổ qua|mướp đắng)"),
    Need("na hoàng hậu", r"(na|mãng cầu) hoàng hậu"),
    Need("chanh leo sấy dẻo", r"chanh (dây|leo) sấy"),
    Need("mật ong chanh dây", r"mật ong chanh (dây|leo)"),
    Need("quả sầu riêng cấp đông", r"sầu riêng cấp đông"),
    Need("trà nhài", r"(trà|chè) (hoa |bông )?(nhài|lài)|danh trà.*nhài"),
    Need("hương quế", r"(nhang|hương) quế"),
    Need("chổi chít", r"chổi (chít|đót)"),
    Need("atiso", r"(atiso|actiso)"),
    Need("mắc ca", r"(mắc ca|macca)"),
    Need("mỳ gạo", r"(mỳ|mì) gạo"),
    Need("muỗng gỗ", r"(muỗng|thìa).*gỗ"),
    Need("bộ ấm tách", r"ấm (chén|tách)"),
)

#: English words for the goods.
ENGLISH = (
    Need("fish sauce", r"nước mắm"),
    Need("green tea", r"(trà|chè) xanh|sencha", r"bánh"),
    Need("black tea", r"hồng trà|trà đen|hồng lienshan"),
    Need("forest honey", r"mật ong.*rừng"),
    Need("honey", r"mật ong"),
    Need("coffee", r"cà phê|coffee"),
    Need("black pepper", r"tiêu đen|hạt tiêu"),
    Need("pomelo", r"bưởi", r"rượu"),
    Need("grapefruit", r"bưởi", r"rượu"),
    Need("dried squid", r"mực.*khô"),
    Need("peanut candy", r"kẹo (dồi )?(lạc|đậu phộng)"),
    Need("rice paper", r"bánh tráng"),
    Need("turmeric starch", r"tinh bột nghệ"),
    Need("cashew nuts", r"điều"),
    Need("macadamia nuts", r"(mắc ca|macca)"),
    Need("bird nest", r"yến", r"làng yến|yến hoa"),
    Need("cordyceps", r"đông trùng|cordyceps"),
    Need("bamboo shoots", r"măng", r"măng tây"),
    Need("sesame oil", r"dầu (mè|vừng)"),
    Need("peanut oil", r"dầu (lạc|đậu phộng|đậu phụng|phộng|phụng)"),
    Need("coconut candy", r"kẹo dừa"),
    Need("dried mango", r"xoài sấy"),
    Need("black garlic", r"tỏi đen"),
    Need("lotus seeds", r"(hạt sen|sen sấy)"),
    Need("corn liquor", r"rượu ngô"),
    Need("pottery", r"gốm|bình (giọt ngọc|hoa lam|thịnh vượng|thiên nga|tỳ bà)|bát đĩa|lọ"),
    Need("brocade", r"thổ cẩm"),
    Need("cinnamon oil", r"tinh dầu quế"),
    Need("freeze dried durian", r"sầu riêng sấy thăng hoa"),
    Need("passion fruit", r"chanh (dây|leo)"),
    Need("mung bean cake", r"bánh đậu xanh"),
    Need("jasmine tea", r"(trà|chè) (hoa )?(nhài|lài)|danh trà.*nhài"),
    Need("community tourism", r"du lịch.*cộng đồng|cộng đồng|ecohost"),
    Need("duck eggs", r"trứng vịt"),
)

#: A good and the province as it was called before July 2025, or what people call a place.
OLD_PLACES = (
    Need("nước mắm Kiên Giang", r"nước mắm", old="Kiên Giang"),
    Need("kẹo dừa Bến Tre", r"kẹo dừa", old="Bến Tre"),
    Need("trà Yên Bái", r"trà|chè", old="Yên Bái"),
    Need("muối Bạc Liêu", r"muối", old="Bạc Liêu"),
    Need("bánh pía Sóc Trăng", r"bánh pía", old="Sóc Trăng"),
    Need("nho Ninh Thuận", r"nho", old="Ninh Thuận"),
    Need("cà phê Đắk Nông", r"cà phê|coffee", old="Đắk Nông"),
    Need("mắc ca Dak Nong", r"(mắc ca|macca)", old="Đắk Nông"),
    Need("nhung hươu Kon Tum", r"nhung hươu", old="Kon Tum"),
    Need("chả lụa Kon Tum", r"chả lụa", old="Kon Tum"),
    Need("dầu phộng Bình Định", r"dầu.*phộng", old="Bình Định"),
    Need("gạo Phú Yên", r"gạo", old="Phú Yên"),
    Need("nước mắm Bình Thuận", r"nước mắm", old="Bình Thuận"),
    Need("bánh đậu xanh Hải Dương", r"bánh đậu xanh", old="Hải Dương"),
    Need("kẹo lạc Thái Bình", r"kẹo (dồi )?lạc", old="Thái Bình"),
    Need("gạo Nam Định", r"gạo", old="Nam Định"),
    Need("mật ong Vĩnh Phúc", r"mật ong", old="Vĩnh Phúc"),
    Need("thịt chua Hòa Bình", r"thịt chua", old="Hòa Bình"),
    Need("ổi Bắc Giang", r"ổi", old="Bắc Giang"),
    Need("hạt điều Bình Phước", r"điều", old="Bình Phước"),
    Need("dưa lưới Bình Dương", r"dưa lưới", old="Bình Dương"),
    Need("nước mắm Quảng Nam", r"nước mắm", old="Quảng Nam"),
    Need("đặc sản Bắc Kạn", r".*", old="Bắc Kạn"),
    Need("Ninh Bình", r".*", old="Ninh Bình"),
    Need("Bạc Liêu", r".*", old="Bạc Liêu"),
    Need("mật ong Sài Gòn", r"mật ong", today="Hồ Chí Minh"),
    Need("tphcm khô cá", r"khô cá", today="Hồ Chí Minh"),
    Need("Daklak yến sào", r"yến sào", today="Đắk Lắk"),
    Need("trà Đắc Lắc", r"trà", today="Đắk Lắk"),
    Need("Vũng Tàu nước cốt nhàu", r"nhàu", old="Bà Rịa - Vũng Tàu"),
)

#: Words that are easily taken for others.
TRAPS = (
    Need("dứa", r"dứa", r"lá dứa|cá dứa"),
    Need("dừa", r"dừa"),
    Need("dưa", r"dưa"),
    Need("mận", r"mận"),
    Need("cá kho", r"cá.*kho"),
    Need("khô cá", r"khô cá"),
    Need("chè lam", r"chè lam"),
    Need("chè vằng", r"chè vằng"),
    Need("gạo thơm", r"gạo.*thơm"),
    Need("dưa thơm", r"dưa thơm"),
    Need("Lạc Thủy", r"lạc thủy"),
    Need("bông tắm", r"bông tắm"),
    Need("cá mè vinh", r"cá mè vinh"),
    Need("hồng không hạt", r"hồng không hạt"),
    Need("hồng trà", r"hồng trà|trà đen|hồng lienshan"),
    Need("Trà My", r"trà my"),
    Need("trầm nụ", r"trầm nụ"),
    Need("nho", r"nho", r"rong nho"),
    Need("lê", r"lê", r"dưa lê|lê gia"),
    Need("rượu mơ", r"rượu mơ"),
    Need("gà", r"gà", r"đùi gà|trứng"),
    Need("dế", r"dế"),
    Need("táo", r"táo"),
    Need("cam", r"cam", r"cam ranh|làng cam$|quýt"),
    Need("nem", r"nem"),
    Need("bơ", r"bơ"),
)
