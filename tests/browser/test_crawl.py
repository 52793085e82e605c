"""A crawl over HTTP: what is linked answers, and nothing a link leads to fails.

CI follows every address that stands on a page of the first two steps and a fixed sample of the
rest; ``CRAWL=all`` follows everything there is.
"""

import os
import urllib.error
import urllib.request
import zlib
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

STARTS = ("/", "/en/", "/sitemap.xml")
#: One of so many addresses deeper than the start is followed, chosen by its checksum.
SAMPLE = 1 if os.environ.get("CRAWL") == "all" else 24
#: Narrowing a list leads to endlessly many lists; each is a list again. Images of labels are drawn
#: for the pages that show them.
NOT_FOLLOWED = ("/search/?", "/label/", "/accounts/login/?", "/cms/", "/dashboard/", "/admin/")
#: Only those who may enter find these.
GUARDED = {"/accounts/", "/seller/", "/styleguide/"}
ATTRIBUTES = {"a": "href", "img": "src", "link": "href", "script": "src", "source": "srcset"}


class Links(HTMLParser):
    """Collects what a page leads to and what it loads, and the ids it may be entered at."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        value = dict(attrs).get(ATTRIBUTES.get(tag))
        if value and not value.startswith(("mailto:", "tel:", "data:", "#")):
            self.found.append(value.split()[0])


def fetch(url):
    """Return status, type and text of what ``url`` answers at the end of its redirects."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            kind = answer.headers.get_content_type()
            return answer.status, kind, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, "", ""


def links_in(url, kind, text):
    if kind == "text/html":
        parser = Links()
        parser.feed(text)
        found = parser.found
    elif kind.endswith("xml") and "sitemap" in url:
        root = ElementTree.fromstring(text)
        found = [each.text.strip() for each in root.iter() if each.tag.endswith("}loc")]
    else:
        return set()
    return {urldefrag(urljoin(url, each)).url for each in found}


def wanted(shop, url, depth):
    path = url.removeprefix(shop)
    if urlsplit(url).netloc != urlsplit(shop).netloc or path.removeprefix("/en") in GUARDED:
        return False
    if depth > 1 and any(each in path for each in NOT_FOLLOWED):
        return False
    if path.removeprefix("/en").startswith("/search/") and path.count("=") > 2:
        return False
    return (depth <= 1 and "sitemap" not in path) or zlib.crc32(path.encode()) % SAMPLE == 0


def test_no_link_of_the_shop_is_broken(shop):
    seen, broken = set(), {}
    edge = {shop + path: "the start" for path in STARTS}
    depth = 0
    with ThreadPoolExecutor(4) as workers:
        while edge:
            depth += 1
            seen |= set(edge)
            following = {}
            for url, (status, kind, text) in zip(edge, workers.map(fetch, edge), strict=True):
                if status >= 400:
                    broken[url] = f"{status}, linked from {edge[url]}"
                # Of the site map, too, only the sample is followed.
                step = depth + 1 if url.endswith(".xml") else depth
                for link in links_in(url, kind, text):
                    if link not in seen and wanted(shop, link, step):
                        following.setdefault(link, url)
            edge = following
    print(f"\n{len(seen)} addresses in {depth} steps")
    assert broken == {}
    assert len(seen) > 100
