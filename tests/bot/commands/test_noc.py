"""The command noc, and occupations in words."""

import io
import json
import subprocess
import sys

import pytest

from bot.bench.noc import PlainSearch
from bot.cli import main
from bot.replies.noc import about_code, candidates, old_code, old_level, separating
from express_entry.occupations.noc import classification
from express_entry.occupations.search import question, search

KEYS = {"code", "title", "teer", "skilled", "matched", "confidence", "categories", "url"}


def choose(code):
    return f"/choose {code}"


@pytest.fixture
def run(capsys):
    """Runs a command that must succeed; its JSON, or its text."""

    def run(*arguments):
        assert main(["noc", *arguments]) == 0
        out = capsys.readouterr().out
        return json.loads(out) if "--json" in arguments else out

    return run


@pytest.fixture
def each_line(capsys, monkeypatch):
    """The answers to lines on standard input."""

    def each_line(lines, *arguments):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
        assert main(["noc", "-", "--jsonl", *arguments]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return each_line


def test_a_title_gets_occupations_with_all_that_the_contract_names(run):
    results = run("registered nurse", "--json")["results"]

    assert all(set(result) >= KEYS for result in results)
    assert results[0]["code"] == "31301"
    assert (results[0]["teer"], results[0]["skilled"], results[0]["categories"]) == (1, True, ["healthcare"])
    assert "code=31301" in results[0]["url"]


def test_french_titles_and_pages_are_given_in_french(run):
    result = run("infirmière", "--lang", "fr", "--json")["results"][0]

    assert result["title"].startswith("Infirmiers")
    assert "fr-CA" in result["url"]


def test_no_more_than_the_limit_is_told(run):
    assert len(run("manager", "--limit", "2", "--json")["results"]) == 2


@pytest.mark.parametrize("limit", ["0", "-1", "25"])
def test_a_limit_out_of_range_is_refused_with_what_is_allowed(capsys, limit):
    assert main(["noc", "nurse", "--limit", limit]) == 2
    assert "1 to 24" in capsys.readouterr().err


def test_an_empty_title_is_refused(capsys):
    assert main(["noc", "  "]) == 2
    assert "title" in capsys.readouterr().err


def test_categories_are_told_for_the_day(run):
    assert run("21232", "--on", "2024-06-01", "--json")["results"][0]["categories"] == ["stem"]
    assert run("21232", "--on", "2026-06-01", "--json")["results"][0]["categories"] == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_licence_of_the_classification_is_told(run, lang):
    meta = run("nurse", "--lang", lang, "--json")["meta"]

    assert meta["attribution"] == classification().attribution[lang]
    assert meta["licence"]["url"].startswith("https://www.statcan.gc.ca/")
    assert meta["attribution"] in run("nurse", "--lang", lang)


def test_people_read_code_title_teer_and_page(run):
    text = run("plumber", "--limit", "1")

    for part in ("72300", "Plumbers", "TEER 2, skilled", "Trades", "https://noc.esdc.gc.ca/"):
        assert part in text


def test_the_question_stands_in_both_forms(run):
    found = run("product manager", "--json")

    assert len(found["question"]) > 1
    assert "Which is closer" in run("product manager")


def test_a_skill_level_of_2016_is_told(run):
    assert run("skill level B", "--json")["level"] == {"level": "B", "teer": [2, 3]}
    assert "TEER 2, 3" in run("skill level B")


def test_many_titles_are_answered_in_order_and_a_bad_line_in_its_place(each_line):
    lines = (
        'nurse\n\n{"title": "infirmier", "lang": "fr"}\n{"title": 3}\n{"title": "cook", "lang": "de"}\n0213\n'
    )
    answers = each_line(lines.encode(), "--limit", "1")

    assert [("error" in answer) for answer in answers] == [False, True, False, True, True, False]
    assert [answers[number]["results"][0]["code"] for number in (0, 2, 5)] == ["31301", "31301", "20012"]
    assert answers[2]["results"][0]["title"].startswith("Infirmiers")


def test_bytes_that_are_no_text_are_answered(each_line):
    assert [set(answer) for answer in each_line(b"\xff\xfe nurse\n{\n")] == [
        {"results", "question", "level", "meta"}
    ] * 2


def test_looking_up_an_occupation_needs_no_model():
    script = "import sys; from bot.cli import main; main(['noc', 'nurse']); print('rasa' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_up_to_five_candidates_are_buttons_with_what_matters(lang):
    matches = search("registered nurse", "en", 7)
    reply = candidates(lang, "registered nurse", matches, choose)

    assert [button.payload for button in reply.buttons] == [choose(match.code) for match in matches[:5]]
    for match, button, source in zip(matches, reply.buttons, reply.sources, strict=False):
        assert match.code in button.title
        assert match.title(lang) in button.title
        assert str(match.teer) in button.title
        assert source.url == match.url(lang)
    assert classification().version[lang] in reply.text


def test_candidates_say_what_is_skilled_and_which_categories_list_it():
    text = candidates("en", "x", [*search("31301"), *search("65100")], choose).text

    assert "**31301** Registered nurses and registered psychiatric nurses: TEER 1, skilled;" in text
    assert "categories: Healthcare" in text
    assert "**65100** Cashiers: TEER 5, not skilled" in text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_found_says_so_without_buttons(lang):
    reply = candidates(lang, "zzz", (), choose)

    assert "zzz" in reply.text
    assert reply.buttons == ()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_question_names_each_choice_and_a_way_out(lang):
    options = question(search("product manager", "en"), lang)
    reply = separating(lang, options, choose, "/all")

    assert all(option.title in reply.text for option in options)
    assert [button.payload for button in reply.buttons] == [
        *(choose(option.code) for option in options),
        "/all",
    ]


def test_a_skilled_code_is_told_with_its_categories_and_page():
    reply = about_code("en", "31301")

    assert "TEER 1. Express Entry counts this work as skilled" in reply.text
    assert "Healthcare" in reply.text
    assert [source.url for source in reply.sources] == [classification().url("31301", "en")]


def test_a_code_that_is_not_skilled_is_told_so():
    reply = about_code("fr", "65100")

    assert "FEER 5" in reply.text
    assert "ne compte pas ce travail comme qualifié" in reply.text


def test_00018_and_codes_of_2016_lead_to_the_codes_of_today():
    for code, today in (("00018", "00014"), ("2174", "21232")):
        reply = about_code("en", code, choose=choose)

        assert code in reply.text
        assert choose(today) in [button.payload for button in reply.buttons]
    assert old_code("en", "2174").buttons == ()


def test_an_unknown_code_is_told_as_unknown():
    assert "99999" in about_code("en", "99999").text


def test_a_skill_level_of_2016_is_explained():
    assert "TEER 2, 3" in old_level("en", "B").text


def test_the_plain_searches_find_what_they_claim_to():
    plain = PlainSearch("en")

    assert plain.substring("Plumber")[0] == "72300"
    assert plain.substring("plummer") == []
    assert plain.ngrams("plummber")[0] == "72300"
