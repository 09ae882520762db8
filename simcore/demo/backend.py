"""What stands behind the page: everything that takes long to load, loaded beside the page that is shown already."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from simcore.demo.kept import CONFIG, keep, kept, name_of
from simcore.demo.wrong import wrong

if TYPE_CHECKING:
    from simcore.demo.player import Player
    from simcore.demo.show import Show

Line = dict[str, Any]
QUIET = 3.0                                        # seconds in which who opens the page is likely to come


class Backend:
    """The show of some models in a language. What was told before is told again without anything being loaded; ``play``
    and ``answer`` of anything else wait until all is loaded, which begins when it is asked for."""

    def __init__(self, models: tuple[str, ...], lang: str, courses: int = 100, residents: int = 5000):
        self.models, self.shown = models, {"lang": lang, "courses": courses, "residents": residents}
        self.name = name_of(models, CONFIG)        # worked out while the browser is still on its way
        self.asks = 0                              # how often something was asked to play
        self.needed = threading.Event()
        self.loaded: Future[tuple[Show, Player, Line]] = Future()
        threading.Thread(target=self.load, daemon=True).start()

    def load(self) -> None:
        """Load the engine, the deck and the models, when they are needed or nobody has come for a while: whoever opens
        the page would have to wait for it. What is wrong with a model is told by ``config``."""
        self.needed.wait(QUIET)

        from simcore.demo.memory import few_pools
        from simcore.errors import BadInput

        few_pools()
        try:
            from simcore.demo.config import config_of
            from simcore.demo.deck import deck
            from simcore.demo.hands import Hands
            from simcore.demo.player import Player
            from simcore.demo.show import Show

            cards = deck()
            models = self.models or tuple(cards.models)
            show = Show(models, cards, hands=Hands(models))
            self.loaded.set_result((show, Player(show), config_of(models, cards, self.shown["lang"]) | self.shown))
        except BadInput as error:
            self.loaded.set_exception(error)
        except BaseException as error:
            self.loaded.set_exception(error)
            raise

    def ready(self) -> tuple[Show, Player, Line]:
        """All that was loaded, once it is; raises BadInput where a model is wrong."""
        self.needed.set()
        return self.loaded.result()

    def config(self) -> Line:
        """What the page knows before anything is played; where a model is wrong, that in both languages."""
        if before := kept(self.name):
            return before[0] | self.shown

        from simcore.errors import BadInput

        try:
            _, _, config = self.ready()
        except BadInput as error:
            return wrong(error) | self.shown
        keep(self.name, [config])
        return config

    def play(self, said: Line) -> Iterator[Line]:
        """What there is to tell of a wish, as it comes; what was told of it before at once, while it is looked up again
        for whoever asks more of it."""
        name = name_of(self.models, said)
        self.asks += 1
        mine = self.asks

        def wanted() -> bool:                      # on a busy machine this may begin only after the next was asked
            return self.asks == mine

        if lines := kept(name):
            return self.told_before(lines, lambda: [None for _ in self.played(said, None, wanted)])
        return self.played(said, name, wanted)

    def told_before(self, lines: list[Line], look_up: Callable[[], Any]) -> Iterator[Line]:
        """The lines of a kept answer, and only then, beside what follows, whatever takes longer."""
        yield from lines
        threading.Thread(target=look_up, daemon=True).start()

    def played(self, said: Line, name: str | None, wanted: Callable[[], bool]) -> Iterator[Line]:
        """What there is to tell, from the engine; the first and the last line of it are kept under a name. Nothing is
        played of what is not ``wanted`` any more when all is loaded: that would end what was asked since."""
        show, player, config = self.ready()        # two threads that load would be in each other's way

        from simcore.demo.wish import wish_of

        if isinstance(said.get("save"), dict):
            from simcore.demo.pages import web_files

            return player.save(wish_of(said, show.models, show.deck), config, said["save"], web_files(), wanted)
        return keeping(player.play(wish_of(said, show.models, show.deck), wanted), name)

    def answer(self, name: str, said: Line) -> Line | None:
        """The answer to another question; None where there is no such question."""
        show, _, _ = self.ready()

        from simcore.demo.answers import ANSWERS

        return ANSWERS[name](show, said) if name in ANSWERS else None

    def busy(self) -> bool:
        """Whether anything is being played, or loaded for whoever asked."""
        if not self.loaded.done():
            return self.needed.is_set()
        return not self.loaded.exception() and self.loaded.result()[1].turn.locked()

    def end(self) -> None:
        """Nobody looks any more: let go of what is being played."""
        if self.loaded.done() and not self.loaded.exception():
            self.loaded.result()[1].stop()


def keeping(told: Iterator[Line], name: str | None) -> Iterator[Line]:
    """The same lines; of a play that came to its end the first and the last are kept."""
    first = None
    for line in told:
        first = first or line
        if name and line["kind"] == "whole":
            keep(name, [first, line])
        yield line
