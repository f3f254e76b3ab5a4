"""Petya holds a box in front of the camera, or under a scanner that types: the code is read, the light goes out."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Locator, StorageState
from tests.journeys.at_work import signs_in
from tests.journeys.conftest import meetings
from tests.journeys.server import Site
from tests.journeys.sheets import sends
from tests.journeys.vera import Vera

Meeting = Callable[..., Vera]
TEA_CODE, SOAP_CODE, NEW_CODE = "4006381333931", "96385074", "4600702000009"
CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
NEVER = 10**9
DETECTOR = """(() => {
    window.BarcodeDetector = class {
        static getSupportedFormats() { return Promise.resolve(["qr_code", "ean_13", "ean_8"]); }
        constructor(told) { this.formats = told.formats; this.looks = 0; }
        detect(view) {
            if (this.formats.includes("qr_code")) return Promise.reject(new Error("codes of shops alone"));
            if (!view.videoWidth || ++this.looks < LOOKS) return Promise.resolve([]);
            return Promise.resolve([{ rawValue: "CODE" }]);
        }
    };
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    window.streams = [];
    navigator.mediaDevices.getUserMedia = async (asked) => {
        const stream = await open(asked);
        window.streams.push(stream);
        return stream;
    };
})()"""
LIGHTS = "() => window.streams.flatMap(one => one.getTracks()).map(one => one.readyState)"
OPENS = (
    """() => navigator.mediaDevices.getUserMedia({ video: true }).then(() => "opened", error => error.name)"""
)


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Site) -> StorageState:
    """Petya has signed in, once for all plays, and has written two things down."""
    with meetings(browser, site) as meeting:
        petya = meeting()
        signs_in(petya, "petya")
        for name, code in (("Чай для игры", TEA_CODE), ("Мыло для игры", SOAP_CODE)):
            sends(petya, f"/goods/new/?code={code}", name_ru=name, grams="100", unit="piece")
        return petya.page.context.storage_state()


@pytest.fixture
def at_camera(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], site: Site, visit: StorageState
) -> Iterator[Meeting]:
    """Petya in front of a browser with a camera; ``code`` is what it sees after ``looks`` pictures."""
    launch = {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], *CAMERA]}
    browser = browser_type.launch(**launch)
    with meetings(browser, site) as meeting:
        yield lambda **told: reads_codes(meeting(storage_state=visit), **told)
    browser.close()


@pytest.fixture
def at_scanner(browser: Browser, site: Site, visit: StorageState) -> Iterator[Meeting]:
    """Petya in front of a browser without a camera; a scanner is a keyboard to it."""
    with meetings(browser, site) as meeting:
        yield lambda **told: meeting(storage_state=visit, **told)


def reads_codes(petya: Vera, code: str, looks: int = 3) -> Vera:
    """His browser reads codes: it sees this one after so many pictures."""
    petya.page.add_init_script(DETECTOR.replace("CODE", code).replace("LOOKS", str(looks)))
    return petya


def button(petya: Vera, text: str = "Read the code with the camera") -> Locator:
    """The button at the field, by its words."""
    return petya.page.get_by_role("button", name=petya.reads(text), exact=True)


def lights(petya: Vera) -> list[str]:
    """The state of every camera that this page has opened."""
    found: list[str] = petya.page.evaluate(LIGHTS)
    return found


def test_the_camera_sees_a_known_code_and_the_page_asks_how_many(at_camera: Meeting) -> None:
    petya = at_camera(code=TEA_CODE)
    petya.opens("/stores/receive/")

    button(petya).click()

    petya.page.wait_for_url("**/stores/receive/*/")
    assert "Чай для игры" in petya.text()


def test_a_code_goes_into_the_field_the_light_goes_out_and_nothing_is_sent(at_camera: Meeting) -> None:
    petya = at_camera(code=NEW_CODE)
    petya.opens("/goods/new/")
    petya.page.locator("[name=name_ru]").fill("Пряники")
    field = petya.page.locator("[name=barcode]")

    button(petya).click()
    petya.page.wait_for_function("() => document.querySelector('[name=barcode]').value")

    assert field.input_value() == NEW_CODE
    assert lights(petya) == ["ended"] and not petya.page.locator("video").is_visible()
    assert petya.at == "/goods/new/" and petya.page.locator("[name=name_ru]").input_value() == "Пряники"
    petya.page.locator("[name=grams]").fill("500")
    petya.presses("Save")
    assert petya.at.startswith("/stores/")


def test_the_camera_is_switched_off_by_hand(at_camera: Meeting) -> None:
    petya = at_camera(code=NEW_CODE, looks=NEVER)
    petya.opens("/stores/")
    button(petya).click()
    petya.page.locator("video").wait_for()
    assert lights(petya) == ["live"]

    button(petya, "Switch the camera off").click()

    assert lights(petya) == ["ended"] and not petya.page.locator("video").is_visible()
    assert button(petya).count() == 1


def test_no_other_page_may_open_the_camera(at_camera: Meeting) -> None:
    petya = at_camera(code=NEW_CODE)
    answer = petya.opens("/stores/drives/new/")

    assert answer.headers["permissions-policy"].startswith("camera=(),")
    assert petya.page.evaluate(OPENS) == "NotAllowedError"
    assert all("camera is not allowed" in one for one in petya.watch.complaints)
    petya.watch.complaints.clear()


def test_a_camera_that_may_not_be_used_is_one_sentence(at_scanner: Meeting) -> None:
    petya = reads_codes(at_scanner(), NEW_CODE)
    petya.opens("/stores/")

    button(petya).click()

    told = petya.page.get_by_role("status")
    said = petya.reads("The camera did not open. Type the figures that stand under the bars.")
    told.get_by_text(said, exact=True).wait_for()
    assert petya.page.evaluate("() => document.activeElement.name") == "q"
    types(petya, TEA_CODE)
    petya.page.wait_for_url("**/stores/goods/*/")


def test_a_browser_that_reads_no_codes_has_no_button(at_scanner: Meeting) -> None:
    for javascript in (True, False):
        petya = at_scanner(javascript=javascript)
        petya.opens("/stores/receive/")
        petya.page.wait_for_load_state("networkidle")

        assert button(petya).count() == 0 and petya.page.locator("video").count() == 0


def test_a_scanner_that_types_finds_the_good_without_a_tap(at_scanner: Meeting) -> None:
    petya = at_scanner(javascript=False)
    petya.opens("/stores/receive/")

    types(petya, SOAP_CODE)

    petya.page.wait_for_url("**/stores/receive/*/")
    assert "Мыло для игры" in petya.text()


def test_a_scanner_sends_no_half_form_away(at_scanner: Meeting) -> None:
    petya = at_scanner()
    petya.opens("/goods/new/")
    petya.page.locator("[name=name_ru]").fill("Халва")
    petya.page.locator("[name=grams]").fill("250")
    petya.page.locator("[name=barcode]").focus()

    types(petya, "1234")
    types(petya, NEW_CODE)
    petya.page.wait_for_load_state("networkidle")

    assert petya.at == "/goods/new/" and petya.alert.count() == 0
    assert petya.page.locator("[name=barcode]").input_value() == NEW_CODE
    assert petya.page.locator("[name=name_ru]").input_value() == "Халва"


def types(petya: Vera, code: str) -> None:
    """A scanner types the figures into the field that has the focus, and Enter."""
    petya.page.locator("input:focus").wait_for()
    petya.page.keyboard.type(code)
    petya.page.keyboard.press("Enter")
