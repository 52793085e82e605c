"""The authorities that issue certificates, by name, for readers of English.

A certificate keeps its issuer as the decision writes it, in Vietnamese. Who may issue is
Decision 26/2026/QĐ-TTg Art. 4: the ministry, the people's committees of provinces and, from 2023 to
2025, of districts.
"""

import re

from catalogue.languages import reads_english

_COMMITTEE = "Ủy ban nhân dân "
_MINISTRIES = {
    "Bộ Nông nghiệp và Môi trường": "Ministry of Agriculture and Environment",
    "Bộ Nông nghiệp và Phát triển nông thôn": "Ministry of Agriculture and Rural Development",
}
_PROVINCE = re.compile(r"(tỉnh|thành phố) (?P<name>[^,]+)")
_DISTRICT = re.compile(r"cấp huyện(?: (?P<district>[^,]+))?, (?P<province>.+)")


def issuer_in(language: str, name: str) -> str:
    """Return the issuer's ``name`` for a reader of ``language``; an unknown one as it stands."""
    if not reads_english(language):
        return name
    if name in _MINISTRIES:
        return _MINISTRIES[name]
    if not name.startswith(_COMMITTEE):
        return name
    place = name.removeprefix(_COMMITTEE)
    if match := _PROVINCE.fullmatch(place):
        return f"People’s Committee of {_province(match)}"
    if match := _DISTRICT.fullmatch(place):
        province = _PROVINCE.fullmatch(match["province"])
        district = f"{match['district']}, " if match["district"] else ""
        if province:
            return f"District People’s Committee, {district}{_province(province)}"
    return name


def _province(match: re.Match[str]) -> str:
    kind = "Province" if match[1] == "tỉnh" else "City"
    return f"{match['name']} {kind}"
