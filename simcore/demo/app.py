"""The server of the live page: a few routes, for this machine alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from simcore.demo.backend import Backend
from simcore.demo.pages import KINDS, together, web_files
from simcore.demo.wrong import NO_STEP, wrong
from simcore.errors import BadInput

MOST = 50_000                                      # bytes of what a page may ask
DEEPEST = 20                                       # lists and mappings in each other; the page has six
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
          "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
HEADERS = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
           "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin"}


class Guard:
    """Lets in only who asks for this machine by its own name, from a page of this machine: no page of elsewhere can
    have a browser here ask or read anything."""

    def __init__(self, app, hosts: set[str]):
        self.app, self.hosts = app, hosts

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        origin = headers.get("origin")
        if headers.get("host") not in self.hosts or origin is not None and not (
                origin.startswith("http://") and origin.removeprefix("http://") in self.hosts):
            return await Response("not here", 403)(scope, receive, send)

        async def guarded(message):
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *((k.encode(), v.encode()) for k, v in HEADERS.items())]
            await send(message)

        return await self.app(scope, receive, guarded)


def app_for(backend: Backend, port: int, end=lambda: None) -> Guard:
    """The page at a port; ``end`` is done when somebody presses Stop."""
    files = together(web_files())

    async def file(request: Request) -> Response:
        name = request.path_params.get("name", "page.html")
        if name not in files:
            return Response("nothing here", 404)
        return Response(files[name], media_type=KINDS[PurePosixPath(name).suffix])

    async def config(request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(backend.config))

    async def alive(request: Request) -> Response:
        return Response("busy" if backend.busy() else "free")

    async def play(request: Request) -> Response:
        try:
            told = await run_in_threadpool(backend.play, await said_in(request))
        except Exception as error:                 # whatever it is, the page tells, and the show goes on
            return JSONResponse(wrong(error), 400)
        return StreamingResponse(iterate_in_threadpool(as_lines(told)), media_type="application/x-ndjson")

    async def answer(request: Request) -> Response:
        try:
            told = await run_in_threadpool(backend.answer, request.path_params["name"], await said_in(request))
        except Exception as error:                 # whatever it is, the page tells, and the show goes on
            return JSONResponse(wrong(error), 400)
        return JSONResponse(told) if told is not None else Response("nothing here", 404)

    async def stop(request: Request) -> Response:
        backend.end()
        end()
        return Response("")

    post = {"methods": ["POST"]}
    app = Starlette(routes=[
        Route("/", file), Route("/static/{name:path}", file), Route("/api/config", config), Route("/api/alive", alive),
        Route("/api/play", play, **post), Route("/api/ask/{name}", answer, **post), Route("/api/stop", stop, **post)])
    return Guard(app, {f"127.0.0.1:{port}", f"localhost:{port}"})


async def said_in(request: Request) -> dict[str, Any]:
    """What a page says, as a mapping; BadInput when it is no such thing, or too much."""
    body = b""
    async for some in request.stream():
        body += some
        if len(body) > MOST:
            break
    with suppress(ValueError, RecursionError):
        said = json.loads(body) if len(body) <= MOST else None
        if isinstance(said, dict) and shallow(said):
            return said
    raise BadInput(NO_STEP)


def shallow(said: dict[str, Any]) -> bool:
    """Whether what stands in a mapping is not too deep; how deep Python itself reads hangs on its version."""
    level: list[dict | list] = [said]
    for _ in range(DEEPEST):
        inner = (one for some in level for one in (some.values() if isinstance(some, dict) else some))
        level = [one for one in inner if isinstance(one, (dict, list))]
    return not level


def as_lines(some: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """Each as a line of JSON."""
    for one in some:
        yield json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
