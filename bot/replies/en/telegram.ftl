# What is said on Telegram only: the menu, the bot's descriptions, and what only Telegram can bring.

telegram-description = I work out your exact CRS score for Express Entry, Canada’s system for skilled workers. I explain every line with its official source, and tell you about rounds of invitations. Free, in English and French. I’m not the government and not a lawyer. What you tell me is erased 24 hours after your last message, unless you ask me to keep it.
telegram-short-description = Your exact CRS score for Canada’s Express Entry, explained line by line. Free, English and French. Not the government.

telegram-command-start = Begin
telegram-command-help = What I can do
telegram-command-score = Your CRS score
telegram-command-eligibility = Programs you may apply to
telegram-command-noc = Find your occupation (NOC)
telegram-command-rounds = The latest rounds of invitations
telegram-command-improve = What could raise your score
telegram-command-documents = The documents you need
telegram-command-chances = Where you stand in the rounds
telegram-command-costs = What it costs
telegram-command-deadlines = When things expire
telegram-command-dossier = All of it as a PDF
telegram-command-language = English or French
telegram-command-subscribe = Hear about new rounds
telegram-command-profile = What I know about you
telegram-command-code = Continue on another device
telegram-command-devices = Devices with your profile; end one
telegram-command-privacy = What happens with your data
telegram-command-delete = Erase everything about you
telegram-command-cancel = Pause the questions

telegram-noc-of = What’s the NOC code of { $about }?
telegram-costs-of = What does it cost for { $about }?
telegram-rounds-of = What were the latest rounds for { $about }?
telegram-documents-of = Which documents do I need? { $about }
telegram-eligibility-of = Am I eligible? { $about }
telegram-chances-of = Where do I stand? { $about }
telegram-improve-of = What if { $about }?
telegram-deadlines-of = When are my deadlines? { $about }
telegram-score-of = What is my score? { $about }
telegram-profile-of = { $about }
telegram-panel-line = { $title }: **{ $value }**
telegram-panel-change = Press a line below to change it. This message stays up to date.
telegram-no-picture = The picture can’t be shown right now. It says: { $alt }
telegram-no-file = I couldn’t send the file { $name }. Please ask for it again in a few minutes.
telegram-which-language = Which language shall we speak?
telegram-unknown-command = I don’t know the command /{ $command }. The menu button shows them all, and you can simply write to me.
telegram-picture = I can’t read pictures or files, and I haven’t kept yours. Please type what I should know, for example your four test scores.
telegram-sound = I can’t listen to recordings or watch videos, and I haven’t kept yours. Please type your message.
telegram-place = I don’t need to know where you are, and I haven’t kept it. Please answer with text or a button.
telegram-thing = I only understand text and buttons. Please type your message.
telegram-group = Let’s talk about your own situation in a private chat. Here I answer general questions (“How long is an IELTS valid?”) and tell about rounds of invitations: /rounds
telegram-group-button = Private chat
telegram-too-long = That message is too long. Please stay under { $limit } characters.

telegram-stale-button = This button is too old to work. Please type your answer, or press a newer button.
telegram-pressed-button = You’ve already pressed this button.
telegram-because = • { $label }: { $because }
telegram-sources = { $count ->
    [one] Source:
   *[other] Sources:
}
