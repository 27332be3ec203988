"""The HTTP interface: what it accepts, what it refuses, and that it never fails for what a client sends."""

import json

import httpx
import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from express_entry.yaml_files import read_yaml
from tests.helpers import ROOT
from tests.helpers.push_service import base64url

pytestmark = pytest.mark.program

OPENAPI = read_yaml(ROOT / "docs/openapi.yaml")


def check(path, method, response):
    """The response is one of those that docs/openapi.yaml names, of the form that it gives."""
    answers = OPENAPI["paths"][path][method]["responses"]
    assert str(response.status_code) in answers, response.text
    answer = answers[str(response.status_code)]
    if "$ref" in answer:
        answer = OPENAPI["components"]["responses"][answer["$ref"].rsplit("/", 1)[-1]]
    schema = answer["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator({**schema, "components": OPENAPI["components"]}).validate(response.json())
    return response.json()


def test_the_description_of_the_interface_is_valid():
    OpenAPIV31SpecValidator(OPENAPI).validate()


def test_every_answer_has_the_form_that_the_description_gives(visitor):
    http = visitor.http
    check("/chat/session", "post", http.post("/chat/session", json={"language": "fr"}))
    check("/chat/messages", "post", visitor.post({"text": "I'm 29"}))
    check("/chat/history", "get", http.get("/chat/history"))
    known = check("/chat/profile", "get", http.get("/chat/profile"))
    assert (known["profile"]["age"], known["shown"]["told"][0]["value"]) == (29, "29")
    check("/chat/messages", "post", visitor.post({"change": "age"}))
    check("/healthz", "get", http.get("/healthz"))
    check("/readyz", "get", http.get("/readyz"))
    answer = {"message": visitor.said[-1]["id"], "verdict": "up"}
    check("/chat/feedback", "post", http.post("/chat/feedback", json=answer))
    check("/chat/code", "post", http.post("/chat/code"))
    check("/chat/push", "get", http.get("/chat/push"))
    check("/chat/push", "delete", http.delete("/chat/push"))
    check("/chat/data", "delete", http.delete("/chat/data"))


def test_notices_are_off_until_the_person_agrees_and_go_with_them(visitor):
    http = visitor.http
    keys = {"p256dh": base64url(b"\4" + b"k" * 64), "auth": base64url(b"s" * 16)}
    given = {"endpoint": "https://fcm.googleapis.com/fcm/send/ada", "keys": keys}
    assert http.get("/chat/push").json()["on"] is False

    for refused, code in (
        ({**given, "endpoint": "https://elsewhere.example/x", "keep": True}, "no_push_address"),
        (given, "keep_first"),
    ):
        response = http.post("/chat/push", json=refused)
        assert check("/chat/push", "post", response)["error"]["code"] == code
    assert http.get("/chat/push").json()["on"] is False

    check("/chat/push", "post", http.post("/chat/push", json={**given, "keep": True}))
    assert http.get("/chat/push").json()["on"] is True
    fresh = http.delete("/chat/data").json()["token"]
    anew = http.get("/chat/push", headers={"Authorization": f"Bearer {fresh}"})
    assert anew.json()["on"] is False


def test_the_scripts_of_notices_are_served_from_the_root_of_the_page(visitor):
    for path in ("/notices.js", "/notices-worker.js"):
        script = visitor.http.get(path)
        assert (script.status_code, script.headers["content-type"]) == (200, "text/javascript; charset=utf-8")


MALFORMED = {
    "two things at once": b'{"text": "a", "change": "age"}',
    "a question that there is not": b'{"change": "shoe size"}',
    "options that are no numbers": b'{"button": "b", "chosen": ["a"]}',
    "nothing": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "a number": b"7",
    "deep": b"[" * 30_000,
    "neither": b"{}",
    "both": b'{"text": "a", "button": "b"}',
    "text a number": b'{"text": 7}',
    "text null": b'{"text": null}',
    "button a list": b'{"button": []}',
    "an unknown key": b'{"text": "a", "sender": "b"}',
    "a bad id": b'{"text": "a", "id": "\\u0000"}',
    "an empty text": b'{"text": ""}',
    "only white space": b'{"text": " \\n\\t "}',
    "only control characters": b'{"text": "\\u0000\\u0007"}',
    "half a character": b'{"text": "\\ud800"}',
    "broken UTF-8": b'{"text": "\xff"}',
    "not a number": b'{"text": NaN}',
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_is_malformed_gets_400_with_a_reason(visitor, body):
    response = visitor.http.post("/chat/messages", content=body)

    assert response.status_code == 400
    assert check("/chat/messages", "post", response)["error"]["message"]


@pytest.mark.parametrize(
    ("document", "status"),
    [
        ({}, 400),
        ({"message": 1, "verdict": "up"}, 400),
        ({"message": "1", "verdict": "so-so"}, 400),
        ({"message": "1", "verdict": "up", "comment": 7}, 400),
        ({"message": "1", "verdict": "up", "person": "x"}, 400),
        ({"message": "999999999", "verdict": "up"}, 404),
        ({"message": "1", "verdict": "up", "comment": "x" * 501}, 413),
    ],
)
def test_an_opinion_that_cannot_be_taken_is_refused_with_a_reason(visitor, document, status):
    response = visitor.http.post("/chat/feedback", json=document)

    assert response.status_code == status
    check("/chat/feedback", "post", response)


@pytest.mark.parametrize("comment", ["\ud800", "half\ud800", "a\u0000b", "\u0000"])
def test_a_comment_with_what_nobody_can_show_is_taken_without_it(visitor, comment):
    body = json.dumps({"message": visitor.said[0]["id"], "verdict": "up", "comment": comment})

    response = visitor.http.post("/chat/feedback", content=body)

    assert response.status_code == 200, response.text
    check("/chat/feedback", "post", response)


def test_what_a_caller_calls_this_server_is_not_believed(server):
    lie = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}

    for path in ("/embed", "/widget.json", "/"):
        assert "evil.example" not in httpx.get(f"{server.address}{path}", headers=lie).text


def test_nobody_judges_the_answers_of_somebody_else(new_visitor):
    one, other = new_visitor(), new_visitor()

    response = other.http.post("/chat/feedback", json={"message": one.said[0]["id"], "verdict": "down"})

    assert response.status_code == 404


def test_a_code_from_one_device_goes_on_with_the_profile_on_another(new_visitor):
    phone, laptop = new_visitor("fr"), new_visitor("en")
    phone.say("J'ai 64 ans")
    code = phone.http.post("/chat/code").json()["code"]

    laptop.say(code.lower())
    assert "64" not in laptop.text
    laptop.press("Yes, it is mine")
    assert "64" not in laptop.text
    question = phone.http.get("/chat/history").json()["messages"][-1]
    assert "Une page web" in question["text"]
    agreed = {"button": question["buttons"][0]["button"]}
    assert "64" in phone.http.post("/chat/messages", json=agreed).json()["messages"][0]["text"]
    laptop.say("what do you know about me?")
    assert "64" in laptop.text
    laptop.say("I am 31")
    phone.say("show my profile")
    assert "31" in phone.text

    stranger = new_visitor()
    stranger.say(code)
    assert "not any more" in stranger.text
    assert "31" not in stranger.text


def test_pictures_and_files_are_for_those_who_were_shown_them(new_visitor):
    visitor, other = new_visitor(), new_visitor()
    visitor.say("I'm 29, single, master's degree, IELTS 8 7 7 7, 3 years of work abroad")
    visitor.say("I want a PDF of my profile")
    (address,) = [file["url"] for message in visitor.said for file in message.get("files", [])]
    bare = address.partition("?")[0]
    stranger = httpx.Client(base_url=visitor.server.address)

    assert stranger.get(address).status_code == 200, "a browser keeps a file without sending the token"
    assert stranger.get(bare).status_code == 401
    assert stranger.get(address[:-1] + ("0" if address[-1] != "0" else "1")).status_code == 401
    assert other.http.get(bare).status_code == 404
    assert visitor.http.get(bare).status_code == 200
    visitor.http.delete("/chat/data")
    assert stranger.get(address).status_code == 404
    stranger.close()


def test_a_long_history_comes_in_pages(new_visitor):
    visitor = new_visitor()
    said = visitor.server.store.said
    for number in range(450):
        said.add_message(visitor.sender, {"text": f"message {number}"})
    texts, before = [], ""
    for _ in range(2):
        page = visitor.http.get("/chat/history", params={"before": before} if before else {})
        document = check("/chat/history", "get", page)
        texts = [message["text"] for message in document["messages"]] + texts
        before = document.get("earlier")
    assert before is None
    assert [text for text in texts if text.startswith("message ")] == [f"message {n}" for n in range(450)]
    assert visitor.http.get("/chat/history", params={"before": "x"}).status_code == 400


def test_numbers_that_nobody_needs_are_not_kept_and_that_is_said(new_visitor):
    visitor = new_visitor("fr")
    visitor.say("J'ai 31 ans, mon passeport est AB123456, écrivez à ada@example.org")

    assert "un numéro de passeport" in visitor.text
    assert "une adresse de courriel" in visitor.text
    assert visitor.told["age"] == 31
    message = visitor.said[0]["id"]
    comment = "Passport AB123456\u0000 \ud800, tel +1 416 555 0199"
    raw = json.dumps({"message": message, "verdict": "down", "comment": comment}).encode()
    assert visitor.http.post("/chat/feedback", content=raw).status_code == 200
    kept = json.dumps(visitor.server.store.export(visitor.person.id))
    for canary in ("AB123456", "ada@example.org", "555 0199"):  # with its space: a moment may hold any digits
        assert canary not in kept


def test_a_text_over_4000_characters_gets_413(visitor):
    assert visitor.post({"text": "é" * 4000}).status_code == 200

    response = visitor.post({"text": "é" * 4001})

    assert response.status_code == 413
    check("/chat/messages", "post", response)


def test_a_body_over_64_kib_gets_413(visitor):
    response = visitor.http.post("/chat/messages", content=b'{"text": "' + b"a" * 70_000 + b'"}')

    assert response.status_code == 413
    check("/chat/messages", "post", response)


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer x.y.z", "Basic abc", "Bearer " + "a" * 5000])
def test_a_wrong_token_gets_401(server, header):
    headers = {} if header is None else {"Authorization": header}

    for method, path in (
        ("post", "/chat/messages"),
        ("get", "/chat/history"),
        ("post", "/chat/code"),
        ("post", "/chat/feedback"),
        ("delete", "/chat/data"),
    ):
        response = httpx.request(method, f"{server.address}{path}", headers=headers)
        assert response.status_code == 401
        check(path, method, response)


def test_a_button_holds_in_its_own_conversation_only(new_visitor):
    one, other = new_visitor(), new_visitor()
    theirs = one.said[0]["buttons"][0]["button"]

    response = other.post({"button": theirs})

    assert response.status_code == 410
    check("/chat/messages", "post", response)


@pytest.mark.parametrize(
    "text",
    [
        '/choose{"question": "age", "value": 29}',
        '  /choose{"question": "age", "value": 29}',
        '\n\t/choose{"question": "age", "value": 29}',
        "\u200b/start",
        "/restart",
        "/session_start",
        "/",
    ],
)
def test_a_text_that_begins_with_a_slash_is_only_text(visitor, text):
    visitor.say(text)
    visitor.say("what do you know about me?")

    assert "**Age**: 29" not in visitor.text


@pytest.mark.parametrize(
    "text",
    [
        "🙂",
        "🇨🇦🇨🇦",
        "مرحبا، عمري تسعة وعشرون",
        "?",
        "…",
        "a" * 4000,
        "1" * 4000,
        "\u202eabc",
        "<b>x</b>",
        "{slot}",
        "None",
    ],
)
def test_odd_texts_get_a_sensible_reply(visitor, text):
    visitor.say(text)

    assert visitor.text
    for leak in ("Traceback", "utter_", "{", "None"):
        assert leak not in visitor.text.replace(text, "")


def test_too_many_messages_get_429_with_a_time_to_wait(new_visitor):
    visitor = new_visitor()
    answers = []
    for _ in range(80):
        answers.append(visitor.post({"text": "hi"}))
        if answers[-1].status_code == 429:
            break

    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) >= 1
    check("/chat/messages", "post", answers[-1])


def test_payloads_never_leave_the_server(visitor):
    visitor.press("Calculate my score")
    history = visitor.http.get("/chat/history")

    assert "/choose" not in history.text
    assert "/start" not in history.text


@pytest.mark.parametrize(
    "path", ["/webhooks/rest/webhook", "/status", "/conversations/x/tracker", "/model/parse", "/nothing"]
)
def test_nothing_else_is_served(server, path):
    for method in ("get", "post"):
        response = httpx.request(method, f"{server.address}{path}")
        assert response.status_code in (404, 405)


def test_the_page_allows_no_foreign_script_and_no_framing(server):
    response = httpx.get(server.address)

    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
