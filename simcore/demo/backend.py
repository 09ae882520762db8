"""What stands behind the page: everything that takes long to load, loaded beside the page that is shown already."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from simcore.demo.kept import keep, kept, name_of
from simcore.demo.wrong import wrong

if TYPE_CHECKING:
    from simcore.demo.player import Player
    from simcore.demo.show import Show

Line = dict[str, Any]


class Backend:
    """The show of some models in a language; ``play`` and ``answer`` wait until it is loaded."""

    def __init__(self, models: tuple[str, ...], lang: str, courses: int = 100, residents: int = 5000):
        self.models, self.lang, self.courses, self.residents = models, lang, courses, residents
        self.asks = 0                              # how often something was asked to play
        self.loaded: Future[tuple[Show, Player, Line]] = Future()
        threading.Thread(target=self.load, daemon=True).start()

    def load(self) -> None:
        """Load the engine, the deck and the models; what is wrong with a model is told by ``config``."""
        from simcore.errors import BadInput

        try:
            from simcore.demo.config import config_of
            from simcore.demo.deck import deck
            from simcore.demo.hands import Hands
            from simcore.demo.player import Player
            from simcore.demo.show import Show

            cards = deck()
            models = self.models or tuple(cards.models)
            show = Show(models, cards, hands=Hands(models))
            self.loaded.set_result((show, Player(show), config_of(
                show.models, cards, self.lang) | {"courses": self.courses, "residents": self.residents}))
        except BadInput as error:
            self.loaded.set_exception(error)
        except BaseException as error:
            self.loaded.set_exception(error)
            raise

    def config(self) -> Line:
        """What the page knows before anything is played; where a model is wrong, that in both languages."""
        from simcore.errors import BadInput

        try:
            return self.loaded.result()[2]
        except BadInput as error:
            return wrong(error) | {"lang": self.lang}

    def play(self, said: Line) -> Iterator[Line]:
        """What there is to tell of a wish, as it comes; what was told of it before at once, while it is looked up again
        for whoever asks more of it."""
        name = name_of(self.models, said)
        self.asks += 1
        mine = self.asks
        if lines := kept(name):
            threading.Thread(target=lambda: [None for _ in self.played(said, None, lambda: self.asks == mine)],
                             daemon=True).start()
            return iter(lines)
        return self.played(said, name)

    def played(self, said: Line, name: str | None, wanted: Callable[[], bool] = lambda: True) -> Iterator[Line]:
        """What there is to tell, from the engine; the first and the last line of it are kept under a name. Nothing is
        played of what is not ``wanted`` any more when all is loaded: that would end what was asked since."""
        show, player, config = self.loaded.result()    # two threads that load would be in each other's way

        from simcore.demo.wish import wish_of

        if isinstance(said.get("save"), dict):
            from simcore.demo.pages import web_files

            return player.save(wish_of(said, show.models, show.deck), config, said["save"], web_files())
        return keeping(player.play(wish_of(said, show.models, show.deck), wanted), name)

    def answer(self, name: str, said: Line) -> Line | None:
        """The answer to another question; None where there is no such question."""
        show, _, _ = self.loaded.result()

        from simcore.demo.answers import ANSWERS

        return ANSWERS[name](show, said) if name in ANSWERS else None

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
