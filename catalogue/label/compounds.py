"""Compounds of several syllables that product names are full of; they must not be broken."""

_LIST = """
cà phê, ca cao, hồ điệp, mâm xôi, đậu xanh, cổ thụ, du lịch, cộng đồng, nước mắm, cá cơm, hoa lam,
nguyên chất, nguyên hạt, sơn mài, tinh bột, tinh dầu, chợ nổi, làng rau, củ tươi, nước khoáng,
thiên nhiên, nước dừa, dừa xiêm, mật ong, hoa vàng, hoa cà phê, bánh tráng, bánh chưng, bánh gai,
bánh đa, bánh pía, bánh đậu xanh, bún khô, phở khô, miến dong, cơm cháy, ngũ cốc, dinh dưỡng,
khoai lang, sầu riêng, đu đủ, măng cụt, thanh long, chanh dây, chanh leo, mắc ca, đậu phộng,
đậu nành, hạt điều, hạt sen, củ sen, rau má, cà rốt, cà chua, bí đỏ, bí đao, dưa lưới, dưa lê,
dưa hấu, bưởi da xanh, da xanh, vải thiều, mãng cầu, vú sữa, hữu cơ, đặc sản, cao cấp, đặc biệt,
truyền thống, gia truyền, tự nhiên, sấy khô, sấy dẻo, sấy giòn, sấy lạnh, thăng hoa, hòa tan,
túi lọc, gác bếp, lạp xưởng, lạp sườn, xúc xích, giò lụa, chả lụa, chả mực, chả cá, chả bò,
nem chua, nem nướng, một nắng, yến sào, tổ yến, sữa chúa, rong biển, rong nho, bạch tuộc,
mắm tôm, mắm ruốc, mắm nêm, mắm tép, nước chấm, tương ớt, muối ớt, muối tôm, hạt tiêu, tỏi đen,
đường phèn, thốt nốt, mật hoa dừa, hoa dừa, kẹo dừa, kẹo lạc, đông trùng hạ thảo, linh chi,
đinh lăng, đẳng sâm, nhân sâm, ba kích, sắn dây, cà gai leo, dây thìa canh, chè vằng, thảo mộc,
thảo dược, dược liệu, nhung hươu, tam giác mạch, men lá, rượu cần, nếp cái, độ đạm, hồng trà,
bạch trà, shan tuyết, trà xanh, chè xanh, ô long, hoa nhài, hoa sen, bát đĩa, ấm chén, thổ cẩm,
mây tre, mây tre đan, cỏ bàng, lục bình, xơ mướp, ngọc trai, trầm hương, tơ tằm, dệt tay, mỹ nghệ,
thủ công, trang trí, quà tặng, đèn lồng, mai vàng, hoa lan, cây cảnh, văn hóa, sinh thái, làng nghề,
dân tộc, nông trại, nhà sàn, bản làng, điểm du lịch, nước uống, đóng chai, giải khát, nước cốt,
gia vị, ăn liền, nguyên con, thả vườn, gạo lứt, gạo nếp, gạo thơm, ruộng rươi, lúa tôm, chất lượng
"""

COMPOUNDS = frozenset(
    tuple(compound.split()) for compound in _LIST.replace("\n", " ").split(", ") if compound.strip()
)
