"""The words of the live page, Dutch and English: a file for the frame, and one for each screen that has many."""

from simcore.demo.texts.frame import FRAME_TEXTS
from simcore.demo.texts.paper import PAPER_TEXTS
from simcore.demo.texts.people import PEOPLE_TEXTS
from simcore.demo.texts.redesign import REDESIGN_TEXTS
from simcore.demo.texts.room import ROOM_TEXTS
from simcore.demo.texts.taken import TAKEN_TEXTS

TEXTS = {**FRAME_TEXTS, **PEOPLE_TEXTS, **REDESIGN_TEXTS, **PAPER_TEXTS, **ROOM_TEXTS, **TAKEN_TEXTS}
