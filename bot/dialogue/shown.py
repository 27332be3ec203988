"""What was said last, so that nothing is said twice in a row (kept in a slot, from turn to turn)."""

from __future__ import annotations

from pydantic import BaseModel, Extra

AGAIN, WAY_OUT = 1, 2
"""How often in a row something was said again: once it is said in another way, then a way out is offered."""


class Shown(BaseModel):
    """What the last two turns showed.

    Attributes:
        message: the id of the message that is being answered.
        now: marks of what was said to it so far.
        before: marks of what was said to the one before.
        again: how often in a row something was to be said that had just been said.
        repeated: whether something was in this turn.
        said: the message in plain words, and ``said_before`` the one before.
        about: the label of what was answered last; "" once the question on the table was said after it.
        asked: the mark of the question of this turn, and ``asked_before`` that of the one before.
    """

    class Config:
        frozen = True
        extra = Extra.forbid

    message: str = ""
    now: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    again: int = 0
    repeated: bool = False
    said: str = ""
    said_before: str = ""
    about: str = ""
    asked: str = ""
    asked_before: str = ""

    @property
    def another(self) -> bool:
        """Whether the message says something else than the one before."""
        return self.said != self.said_before

    def hearing(self, message: str, said: str = "") -> Shown:
        """The same once the message with this id came in, which said something."""
        if message == self.message:
            return self
        again = self.again if self.repeated else 0
        return Shown(
            message=message,
            before=self.now,
            again=again,
            said=said,
            said_before=self.said,
            about=self.about,
            asked_before=self.asked,
        )

    def answering(self, about: str) -> Shown:
        """The same once this was answered, or once the question on the table was said ("")."""
        return self.copy(update={"about": about})

    def asking(self, mark: str) -> tuple[Shown, bool]:
        """The same once the question with this mark is asked, and whether the turn before asked it, too."""
        return self.copy(update={"asked": mark}), mark == self.asked_before

    def saying(self, mark: str) -> tuple[Shown, int]:
        """The same once what has this mark is said, and how it is said: 0 as it is, :data:`AGAIN` in another
        way, or :data:`WAY_OUT` not at all. After a way out it may be said as it is."""
        if mark not in self.before:
            return self.copy(update={"now": (*self.now, mark)}), 0
        again = self.again + 1
        if again < WAY_OUT:
            return self.copy(update={"now": (*self.now, mark), "again": again, "repeated": True}), again
        return self.copy(update={"again": 0, "repeated": False}), WAY_OUT
