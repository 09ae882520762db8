"""The server of the live page lets in this machine alone, and only what a page of ours asks."""

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from simcore.demo.app import DEEPEST, MOST, app_for
from simcore.demo.pages import web_files
from simcore.demo.wrong import wrong
from simcore.errors import BadInput, Problem


class Behind:
    """What stands behind it, for a test: says back what it was asked."""

    def config(self):
        return {"lang": "nl"}

    def play(self, said):
        yield {"kind": "asked", "said": said}
        yield {"kind": "whole"}

    def answer(self, name, said):
        return {"name": name, **said} if name == "known" else None

    def end(self):
        self.ended = True


def asked(path, method="GET", body=b"", host="127.0.0.1:8000", origin=None, behind=None, end=lambda: None):
    """(status, headers, body) of a request, without a socket."""
    headers = [(b"host", host.encode())] + ([(b"origin", origin.encode())] if origin else [])
    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": headers, "http_version": "1.1", "scheme": "http", "server": ("127.0.0.1", 8000),
             "client": ("127.0.0.1", 1), "root_path": ""}
    sent, pieces = [], [{"type": "http.request", "body": body, "more_body": False}]

    async def receive():
        if pieces:
            return pieces.pop()
        await asyncio.sleep(60)

    async def send(message):
        sent.append(message)

    with ThreadPoolExecutor(1) as apart:                     # a browser of another test may have a loop in this thread
        apart.submit(lambda: asyncio.run(app_for(behind or Behind(), 8000, end)(scope, receive, send))).result()
    return sent[0]["status"], {k.decode(): v.decode() for k, v in sent[0]["headers"]}, b"".join(
        one.get("body", b"") for one in sent[1:])


def test_the_page_and_its_parts_come_with_a_strict_policy():
    for path in ("/", "/static/base.js", "/static/demo.css", "/static/screens/race.js"):
        status, headers, body = asked(path)
        assert status == 200 and body and "script-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe-eval" not in headers["Content-Security-Policy"]


def test_what_the_page_loads_is_there_and_nothing_comes_from_elsewhere():
    _, _, page = asked("/")
    names = [part.split('"')[0] for part in page.decode().split('src="')[1:] + page.decode().split('href="')[1:]]
    for name in names:
        assert name == "data:," or asked(name)[0] == 200, name


def test_the_scripts_come_as_one_file_in_their_order_and_so_do_the_styles():
    files, (_, _, page) = web_files(), asked("/")
    for kind, tag in (("js", "<script src="), ("css", '<link rel="stylesheet" href=')):
        names = re.findall(tag + '"/static/([^"]+)"', files["page.html"].decode())
        assert page.decode().count(tag) == 1 < len(names) and f'{tag}"/static/page.{kind}"' in page.decode()
        assert asked(f"/static/page.{kind}")[2] == b"\n".join(files[name] for name in names)


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/static/page.py",
                                  "/etc/passwd", "/api/nothing"])
def test_no_other_file_can_be_read(path):
    assert asked(path)[0] == 404


@pytest.mark.parametrize("more", [{"host": "evil.example"}, {"host": "127.0.0.1:9000"}, {"host": ""},
                                  {"origin": "http://evil.example"}, {"origin": "null"},
                                  {"origin": "https://127.0.0.1:8000"}, {"origin": "http://127.0.0.1:8001"}])
def test_a_page_of_elsewhere_or_another_name_stays_outside(more):
    for path, method in (("/", "GET"), ("/api/config", "GET"), ("/api/play", "POST"), ("/api/stop", "POST")):
        assert asked(path, method, b"{}", **more)[0] == 403


def test_a_play_comes_line_by_line_and_a_question_by_its_name():
    status, headers, body = asked("/api/play", "POST", b'{"seed": 2}', origin="http://127.0.0.1:8000")
    assert [json.loads(line)["kind"] for line in body.splitlines()] == ["asked", "whole"]
    assert json.loads(asked("/api/ask/known", "POST", b'{"a": 1}')[2]) == {"name": "known", "a": 1}
    almost = "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    assert asked("/api/ask/known", "POST", f'{{"a": {almost}}}'.encode())[0] == 200
    assert asked("/api/ask/unknown", "POST", b"{}")[0] == 404


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'"x"', b'{"a": "' + b"x" * MOST + b'"}',
                                  b'{"a": ' + b"[" * 9000 + b"]" * 9000 + b"}",
                                  b'{"a": ' + b"[" * DEEPEST + b"]" * DEEPEST + b"}"])
def test_what_no_page_of_ours_would_say_is_refused_in_words(body):
    for path in ("/api/play", "/api/ask/known"):
        status, _, told = asked(path, "POST", body)
        said = json.loads(told)["said"]
        assert status == 400 and json.loads(told)["kind"] == "wrong" and set(said) == {"nl", "en"}
        assert "load the page again" not in said["nl"]


def test_stop_ends_what_plays_and_the_server():
    behind, ended = Behind(), []
    assert asked("/api/stop", "POST", behind=behind, end=lambda: ended.append(1))[0] == 200
    assert behind.ended and ended


def test_only_asking_stops_nothing():
    assert asked("/api/stop")[0] == 405 and asked("/api/play")[0] == 405


def test_what_cannot_be_played_is_said_in_both_languages_and_a_fault_of_ours_by_its_name():
    problem = Problem("mine.yaml", 3, 5, "unknown key 'x' in a service", instead="known: price")
    said = wrong(BadInput([problem]))["said"]
    assert "onbekende" in said["nl"] and "unknown key" in said["en"] and "mine.yaml:3:5" in said["nl"]
    said = wrong(ZeroDivisionError("by zero"))["said"]
    assert said["nl"] != said["en"] and all("ZeroDivisionError: by zero" in one for one in said.values())
