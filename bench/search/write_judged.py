"""Write the judged set down: which query must find which products of the register.

Run once, before ranking was worked on, and again only when the register changes:
``python -m bench.search.write_judged``. It types each need in the ways people type; none of this
is shared with the shop's own analysis.
"""

import json
import random
import re
import unicodedata
from pathlib import Path

from bench.search import needs

ROOT = Path(__file__).resolve().parents[2]
REGISTER = ROOT / "marketplace" / "demonstration" / "data" / "register.json"
JUDGED = Path(__file__).parent / "judged.json"
TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
QUALITIES = {"\u0302": "circumflex", "\u0306": "breve", "\u031b": "horn"}
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
VOWELS = "aăâeêioôơuưy"


def main() -> None:
    """Write judged.json and say how many queries each class has."""
    register = json.loads(REGISTER.read_text())
    draw = random.Random(20261124)
    rows = []
    for number, need in enumerate(needs.BASE):
        found = answers(need, register)
        for kind, query in spellings(need.query, number, draw):
            rows.append({"class": kind, "query": query, "answers": found})
    for kind, group in (
        ("synonym", needs.SYNONYMS),
        ("english", needs.ENGLISH),
        ("old place", needs.OLD_PLACES),
        ("trap", needs.TRAPS),
    ):
        rows += [
            {"class": kind, "query": need.query, "answers": answers(need, register)}
            for need in group
        ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    JUDGED.write_text("[\n" + ",\n".join(lines) + "\n]\n")
    for kind in dict.fromkeys(row["class"] for row in rows):
        print(f"{kind:<12}{sum(row['class'] == kind for row in rows):>4}")
    print(f"{'all':<12}{len(rows):>4}")


def answers(need: needs.Need, register: list[dict]) -> list[str]:
    """Return the references of the products that answer a need."""
    wanted = re.compile(rf"(?<!\w)(?:{need.name})(?!\w)")
    unwanted = re.compile(rf"(?<!\w)(?:{need.not_name})(?!\w)")
    found = [
        row["reference"]
        for row in register
        if wanted.search(name := unicodedata.normalize("NFC", row["name_vi"]).lower())
        and not unwanted.search(name)
        and need.old in ("", row["province_old"])
        and need.today in ("", row["province"])
    ]
    if not found:
        raise SystemExit(f"nothing answers {need.query!r}")
    return found


def spellings(text: str, number: int, draw: random.Random) -> list[tuple[str, str]]:
    """Return a query in the seven ways of typing it, each with the name of its class."""
    plain = unaccented(text)
    return [
        ("accents", text),
        ("no accents", plain),
        ("decomposed", unicodedata.normalize("NFD", other_tone_style(text))),
        ("telex", " ".join(keystrokes(word, 0, late=number % 2 == 0) for word in text.split())),
        ("vni", " ".join(keystrokes(word, 1, late=number % 2 == 0) for word in text.split())),
        ("reordered", reordered(plain, draw)),
        ("typo", with_slip(plain, draw)),
    ]


def unaccented(text: str) -> str:
    """Take all marks away."""
    spread = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def other_tone_style(text: str) -> str:
    """Move the tone of oa, oe, uy to the other vowel, as the other school writes it."""
    pairs = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé",
             "ủy": "uỷ", "úy": "uý", "ùy": "uỳ", "ũy": "uỹ", "ụy": "uỵ"}  # fmt: skip
    for one, other in pairs.items():
        text = text.replace(one, other)
    return text


def keystrokes(word: str, method: int, *, late: bool) -> str:
    """Return the keys of a word as typed with Telex (0) or VNI (1), the tone at the end.

    ``late`` types the marks of quality after the letters of the rime, as many people do.
    """
    typed, tone, qualities = "", "", []
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in TONES:
            tone = TONES[sign][method]
        elif sign == "đ":
            typed += ("dd", "d9")[method]
        elif sign in QUALITIES:
            key = quality_key(typed[-1], QUALITIES[sign], method)
            if late and QUALITIES[sign] == "horn":
                qualities.append(key)
            else:
                typed += key
        else:
            typed += sign
    late_keys = "".join(dict.fromkeys(qualities))
    return with_late(typed, late_keys) + tone


def quality_key(letter: str, quality: str, method: int) -> str:
    """Return the key that gives a letter its mark."""
    if method == 0:
        return letter if quality == "circumflex" else "w"
    return {"circumflex": "6", "horn": "7", "breve": "8"}[quality]


def with_late(typed: str, keys: str) -> str:
    """Put late keys behind the last vowel."""
    if not keys:
        return typed
    last = max(place for place, sign in enumerate(typed) if sign in VOWELS)
    return typed[: last + 1] + keys + typed[last + 1 :]


def reordered(text: str, draw: random.Random) -> str:
    """Return the words in another order."""
    words = text.split()
    other = words[:]
    while other == words:
        draw.shuffle(other)
    return " ".join(other)


def with_slip(text: str, draw: random.Random) -> str:
    """Return the text with one slip in a word of three letters or more, not in its first."""
    words = text.split()
    place = draw.choice([n for n, word in enumerate(words) if len(word) >= 3])
    word = words[place]
    at = draw.randrange(1, len(word))
    slip = draw.choice(["neighbour", "missing", "double", "swapped"])
    if slip == "missing" and len(word) > 3:
        word = word[:at] + word[at + 1 :]
    elif slip == "double":
        word = word[:at] + word[at] + word[at:]
    elif slip == "swapped" and at + 1 < len(word) and word[at] != word[at + 1]:
        word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    else:
        word = word[:at] + draw.choice(neighbours(word[at])) + word[at + 1 :]
    return " ".join([*words[:place], word, *words[place + 1 :]])


def neighbours(letter: str) -> list[str]:
    """Return the letters beside a letter on the keyboard."""
    row = next((row for row in KEYS if letter.lower() in row), "qwerty")
    at = row.find(letter.lower())
    return [row[n] for n in (at - 1, at + 1) if 0 <= n < len(row)]


if __name__ == "__main__":
    main()
