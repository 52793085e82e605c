"""The data block in a real browser: there to be read, never run, and no complaint about it."""

import json


def test_the_policy_lets_data_stand_and_still_runs_nothing_inline(shop, phone):
    answer = phone.goto(f"{shop}/catalogue/")
    assert "unsafe" not in answer.headers["content-security-policy"]
    phone.locator(".card a").first.click()
    phone.wait_for_url("**/catalogue/*_*/")
    block = phone.locator('script[type="application/ld+json"]')

    kinds = [each["@type"] for each in json.loads(block.text_content())["@graph"]]
    assert kinds == ["Product", "BreadcrumbList"]
    assert phone.complaints == []

    # The same place with code in it is refused, so the silence above means something.
    phone.evaluate(
        """() => {
            const code = document.createElement("script");
            code.textContent = "window.ran = true";
            document.head.append(code);
        }"""
    )
    assert phone.evaluate("window.ran") is None
    assert any("Content Security Policy" in said for said in phone.complaints)
