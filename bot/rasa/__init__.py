"""Everything that imports Rasa, apart from the channels. To be imported before Rasa itself."""

from bot.rasa.left_out import stand_in

stand_in()
