"""The server of the live page: five routes, for this machine alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import iterate_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from simcore.demo.deck import Deck
from simcore.demo.player import Player
from simcore.demo.wish import wish_of
from simcore.errors import BadInput

FILES = {"page.html": "text/html", "demo.css": "text/css", "demo.js": "text/javascript"}
MOST = 20_000                                      # bytes of what a page may ask
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
          "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
HEADERS = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
           "Referrer-Policy": "no-referrer"}


class Guard:
    """Lets in only who asks for this machine by its own name, from a page of this machine."""

    def __init__(self, app, hosts: set[str]):
        self.app, self.hosts = app, hosts

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = {name.decode().lower(): value.decode("latin-1") for name, value in scope["headers"]}
        origin = headers.get("origin")
        here = headers.get("host") in self.hosts and (
            origin is None or origin.removeprefix("http://") in self.hosts)
        if not here:
            return await Response("not here", 403)(scope, receive, send)

        async def guarded(message):
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *((k.encode(), v.encode()) for k, v in HEADERS.items())]
            await send(message)

        return await self.app(scope, receive, guarded)


def app_for(models: tuple[str, ...], deck: Deck, config: dict[str, Any], port: int) -> Guard:
    """The page about some models, at a port."""
    player = Player(deck)

    async def file(request: Request) -> Response:
        name = request.path_params.get("name", "page.html")
        if name not in FILES:
            return Response("nothing here", 404)
        text = resources.files("simcore.demo").joinpath("web", name).read_bytes()
        return Response(text, media_type=FILES[name])

    async def told(request: Request) -> Response:
        return JSONResponse(config)

    async def play(request: Request) -> Response:
        body = b""
        async for some in request.stream():
            body += some
            if len(body) > MOST:
                return Response("too much", 413)
        try:
            wish = wish_of(json.loads(body), models, deck)
        except (BadInput, ValueError) as error:
            return JSONResponse({"kind": "wrong", "said": str(error)}, 400)
        return StreamingResponse(iterate_in_threadpool(as_lines(player.play(wish))),
                                 media_type="application/x-ndjson")

    async def stop(request: Request) -> Response:
        player.stop()
        request.app.state.end()
        return Response("")

    app = Starlette(routes=[Route("/", file), Route("/static/{name}", file), Route("/api/config", told),
                            Route("/api/play", play, methods=["POST"]), Route("/api/stop", stop, methods=["POST"])])
    guard = Guard(app, {f"127.0.0.1:{port}", f"localhost:{port}"})
    guard.state = app.state
    return guard


def as_lines(some: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """Each as a line of JSON."""
    for one in some:
        yield json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
